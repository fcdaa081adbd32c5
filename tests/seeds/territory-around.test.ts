import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { roadExtracts } from '#seeds/territory/list-loads.ts';
import { roadsUrl } from '#seeds/territory/official-addresses.ts';
import { departementsOf, findHalo } from '#seeds/territory/read-territory.ts';

describe('what lies around', () => {
  const member = (insee: string, centre: LonLat) => ({
    insee,
    departement: insee.slice(0, 2),
    centre,
  });

  it('is within the minutes of any member, members left out', () => {
    const members = [member('16001', [0, 45]), member('16002', [0.5, 45])];
    const near = member('24001', [0.7, 45]);
    const everybody = [...members, near, member('24002', [2, 45])];
    expect(findHalo(members, everybody, 40)).toEqual([near]);
    expect(findHalo(members, everybody, 5)).toEqual([]);
    expect(departementsOf([near, ...members])).toEqual(['16', '24']);
  });

  it('has its roads in the extract of its old region', () => {
    expect(roadsUrl('16')).toContain('/poitou-charentes-latest.osm.pbf');
    expect(roadsUrl('2A')).toContain('/corse-latest.osm.pbf');
    expect(roadsUrl('987')).toBeNull();
  });

  it('has its roads in the extracts of all its communes, that of most of them first', () => {
    const of = (insee: string) => member(insee, [0, 45]);
    const members = [of('16001'), of('16002'), of('24001')];
    const around = [...members, of('33001'), of('17001'), of('19001')];
    const names = roadExtracts(members, around).map((url) => url.split('/').at(-1));
    expect(names).toEqual([
      'poitou-charentes-latest.osm.pbf',
      'aquitaine-latest.osm.pbf',
      'limousin-latest.osm.pbf',
    ]);
    expect(roadExtracts([of('98701')], [of('98701')])).toEqual([]);
  });
});
