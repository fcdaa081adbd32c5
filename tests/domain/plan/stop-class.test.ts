import { describe, expect, test } from 'vitest';
import type { JourneyPoint } from '#domain/journey/journey.ts';
import { stopClasses } from '#domain/journey/stop-class.ts';
import { feederStops } from '#domain/transport/feeder-stops.ts';
import type { AreaRule, Offer, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { lineTimetable, offer, town, village } from '#tests/domain/plan/drawn-plan.ts';
import { communes, everywhere, namedPoints, travelPattern } from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();
const STOPS = TIMETABLE.stops.map(({ point }, stop) => ({ stop, point }));
/** Twenty minutes by car to every stop, none on foot. */
const ROADS = {
  walk: new Map(),
  stops: new Map(),
  car: new Map(STOPS.map(({ stop }) => [stop, { minutes: 20, meters: 15_000, estimate: true }])),
};
const NOBODY = { mode: 'no_car', needs: [] } as const;

function tags(point: JourneyPoint, end: 'home' | 'care', offers: readonly Offer[]): string[] {
  return stopClasses(point, end, NOBODY, offers, TIMETABLE, ROADS).map(({ tag }) => tag);
}

describe('the offers that reach the stops', () => {
  test('are exactly those with a stop their areas serve from the door, or to it', () => {
    const random = seeded(5);
    const pick = <Value>(values: readonly Value[]): Value => {
      const found = values[Math.floor(random() * values.length)];
      if (found === undefined) throw new Error('Nothing to pick from.');
      return found;
    };
    const [first] = STOPS;
    if (!first) throw new Error('The drawn line has stops.');
    const areas: ServiceArea[] = [
      everywhere,
      communes('16900'),
      communes('16901', '16902'),
      namedPoints(['Gare', first.point, 500]),
      namedPoints(['Village', village.point, 500]),
      { kind: 'unknown', label: '' },
    ];
    const rules: AreaRule[] = ['within', 'from_to', 'starts_in', 'ends_in', 'starts_or_ends_in'];
    let fed = 0;
    for (let time = 0; time < 3000; time += 1) {
      const pattern = travelPattern({
        rule: pick(rules),
        origin: pick(areas),
        destination: pick([null, ...areas]),
        bothWays: pick([true, false]),
        feeder: 'yes',
      });
      const known = pick([true, false]);
      const one = offer({
        id: 'one',
        kind: 'on_demand',
        patterns: [pattern],
        places: known ? [{ name: 'Gare', address: null, insee: '16901', point: first.point }] : [],
      });
      const end = pick(['home', 'care'] as const);
      const door = pick([village, town, { ...village, insee: null }]);
      const stops = STOPS.map((each) => ({
        ...each,
        insee: known && each.stop === first.stop ? '16901' : null,
      }));
      const expected = (['to_stop', 'from_stop'] as const).some(
        (direction) => feederStops(pattern, door, stops, direction).length > 0,
      );
      expect(tags(door, end, [one]), JSON.stringify({ pattern, end, door, known })).toEqual(
        expected ? ['one'] : [],
      );
      if (expected) fed += 1;
    }
    expect(fed).toBeGreaterThan(300);
  });

  test('are one for each way of working', () => {
    const pattern = (id: string) => travelPattern({ id, origin: everywhere, feeder: 'yes' });
    const two = offer({ id: 'two', kind: 'taxi', patterns: [pattern('a'), pattern('b')] });
    expect(tags(village, 'home', [two])).toEqual(['two', 'two/b']);
  });

  test('take nobody home when a feed says they only go there, nor there when they only go home', () => {
    const [first] = STOPS;
    if (!first) throw new Error('The drawn line has stops.');
    const one = (change: Partial<TravelPattern>) =>
      offer({
        id: 'one',
        kind: 'on_demand',
        patterns: [
          travelPattern({
            rule: 'from_to',
            origin: communes('16900'),
            destination: namedPoints(['Gare', first.point, 500]),
            feeder: 'yes',
            ...change,
          }),
        ],
      });
    const only = (change: Partial<TravelPattern>, end: 'home' | 'care' = 'home') =>
      stopClasses(village, end, NOBODY, [one(change)], TIMETABLE, ROADS).map((each) => each.only);
    expect(only({ roundTrip: 'forbidden' })).toEqual(['there']);
    expect(only({ roundTrip: 'forbidden' }, 'care')).toEqual(['back']);
    expect(only({ roundTrip: 'forbidden', bothWays: true })).toEqual([undefined]);
    expect(only({ roundTrip: 'allowed' })).toEqual([undefined]);
  });
});
