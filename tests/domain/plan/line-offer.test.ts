import { describe, expect, test } from 'vitest';
import { lineOffer } from '#domain/journey/line-offer.ts';
import { citySurgery, offer, town, village } from '#tests/domain/plan/drawn-plan.ts';

const ride = (feedId: string, shortName: string | null) => ({
  feedId,
  route: { shortName },
  calls: [{ point: town.point }, { point: citySurgery.point }],
});
const line = (id: string, name: string, feedId: string | null, point = town.point) =>
  offer({
    id,
    kind: 'scheduled_line',
    name,
    feedId,
    places: [{ name: 'Gare', address: null, insee: null, point }],
  });

describe('the offer of a ride', () => {
  const l1 = line('l1', 'Train L1, Bourg – Mer', 'feed');
  const l13 = line('l13', 'Train L13, Bourg – Ville', 'feed');

  test('is the line of that name in its feed, whole words only', () => {
    expect(lineOffer([l1, l13], ride('feed', 'L13'))?.id).toBe('l13');
    expect(lineOffer([l13, l1], ride('feed', 'L1'))?.id).toBe('l1');
  });

  test('may be of another kind: whatever has a timetable of its own', () => {
    const network = { ...l13, id: 'network', kind: 'urban_network' } as const;
    const onDemand = { ...l13, id: 'bus', kind: 'on_demand', feedId: null } as const;
    expect(lineOffer([onDemand, network], ride('feed', 'L13'))?.id).toBe('network');
    expect(lineOffer([onDemand], ride('feed', 'L13'))).toBeNull();
  });

  test('is the offer of the feed when no line is named', () => {
    expect(lineOffer([l1, l13], ride('feed', null))?.id).toBe('l1');
  });

  test('in a feed imported under another name is the same line at the same station', () => {
    expect(lineOffer([l1, l13], ride('ter-2026', 'L13'))?.id).toBe('l13');
    const elsewhere = line('l13', 'Train L13, ailleurs', 'feed', village.point);
    expect(lineOffer([elsewhere], ride('ter-2026', 'L13'))).toBeNull();
    expect(lineOffer([l13], ride('ter-2026', null))).toBeNull();
  });
});
