import { describe, expect, it } from 'vitest';
import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { findTimetables, hasStopNear } from '#seeds/territory/find-timetables.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';

const MEMBER = {
  insee: '16020',
  departement: '16',
  region: '75',
  centre: [0.17, 45.27],
  epciName: null,
} as const;

type Area = { type: string; insee: string };

const dataset = (title: string, area: Area, more: object = {}) => ({
  title,
  type: 'public-transit',
  covered_area: [area],
  resources: [{ id: title.length, format: 'GTFS', url: `https://pan.example/${title}` }],
  ...more,
});
const catalogOf = (content: unknown) =>
  memoryFile('datasets', new TextEncoder().encode(JSON.stringify(content)));
const titlesOf = async (...datasets: object[]) =>
  (await findTimetables(catalogOf(datasets), ['200070282'], [MEMBER])).map(({ title }) => title);

describe('the catalogue of timetables', () => {
  it('keeps those that cover the communes, their group, département, region or country', async () => {
    const found = await titlesOf(
      dataset('commune', { type: 'commune', insee: '16020' }),
      dataset('epci', { type: 'epci', insee: '200070282' }),
      dataset('departement', { type: 'departement', insee: '16' }),
      dataset('region', { type: 'region', insee: '75' }),
      dataset('pays', { type: 'pays', insee: 'FR' }),
      dataset('autre commune', { type: 'commune', insee: '16021' }),
      dataset('code d’un autre genre', { type: 'region', insee: '16' }),
      dataset('vélos', { type: 'commune', insee: '16020' }, { type: 'bike-scooter-sharing' }),
      { title: 'sans territoire', type: 'public-transit' },
    );
    expect(found).toEqual(['commune', 'epci', 'departement', 'region', 'pays']);
  });

  it('leaves an aggregate of networks aside when they are published apart, and takes it when they are not', async () => {
    const aggregate = dataset('Agrégat de la région', { type: 'region', insee: '75' });
    const country = dataset('Trains', { type: 'pays', insee: 'FR' });
    const local = dataset('Cars', { type: 'departement', insee: '16' });
    expect(await titlesOf(aggregate, country, local)).toEqual(['Trains', 'Cars']);
    expect(await titlesOf(aggregate, country)).toEqual(['Agrégat de la région', 'Trains']);
  });

  it('takes the main timetables that can be had, each under the number of its resource', async () => {
    const resources = [
      { id: 1, format: 'GTFS', url: 'https://a.example', type: 'main', is_available: true },
      { id: 2, format: 'GTFS', url: 'https://b.example', is_available: false },
      { id: 3, format: 'NeTEx', url: 'https://c.example' },
      { id: 4, format: 'GTFS', url: 'https://d.example', type: 'community' },
    ];
    const content = [dataset('Cars', { type: 'epci', insee: '200070282' }, { resources })];
    expect(await findTimetables(catalogOf(content), ['200070282'], [MEMBER])).toEqual([
      { title: 'Cars', url: 'https://a.example', feedId: 'pan-1', licence: null, page: null },
    ]);
  });

  it('says under which licence each is published, and shows where', async () => {
    const licenceOf = async (licence: string | null | undefined) => {
      const content = dataset('Cars', { type: 'epci', insee: '200070282' }, { licence });
      const [found] = await findTimetables(catalogOf([content]), ['200070282'], [MEMBER]);
      return found?.licence;
    };
    expect(await licenceOf('odc-odbl')).toBe('ODbL 1.0');
    expect(await licenceOf('lov2')).toBe('Licence Ouverte 2.0');
    expect(await licenceOf('mobility-licence')).toBe('Licence Mobilités');
    expect(await licenceOf('toString')).toBe('toString');
    expect(await licenceOf('notspecified')).toBeNull();
    expect(await licenceOf(undefined)).toBeNull();
  });

  it('is refused in one sentence when it is something else', async () => {
    const read = (text: string) =>
      findTimetables(memoryFile('datasets', new TextEncoder().encode(text)), [], [MEMBER]);
    for (const text of ['<html></html>', '{"error":"no"}', '[]', '[{"title":"x"}]']) {
      await expect(read(text)).rejects.toThrow(
        '« datasets » : le catalogue de transport.data.gouv.fr est attendu (JSON), reçu autre chose.',
      );
    }
  });
});

describe('the stops of a timetable', () => {
  const feed = (...lines: string[]) =>
    memoryFile(
      'car.zip',
      zipOf({ 'stops.txt': ['stop_id,stop_lat,stop_lon', ...lines].join('\n') }, 'dossier/'),
    );

  it('serve a commune within five kilometres of its middle', async () => {
    expect(await hasStopNear(feed('A,45.3,0.2'), [MEMBER.centre])).toBe(true);
    expect(await hasStopNear(feed('A,45.5,0.2', 'B,,', 'C,nord,sud'), [MEMBER.centre])).toBe(false);
    expect(await hasStopNear(feed(), [MEMBER.centre])).toBe(false);
  });
});
