// Random feeds with many trips at one stop, and as many rules about changing from one to another.

import fc from 'fast-check';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import { ANY, DATE, randomFeed, STOP_IDS } from './random-feed.ts';

/** Trips to and from one stop, more than are gathered together, and as many rules about two of them. */
export const crowdedFeed: fc.Arbitrary<GtfsFeed> = fc
  .tuple(
    randomFeed,
    fc.array(fc.record({ stop: fc.nat(5), minute: fc.integer({ min: 360, max: 600 }) }), {
      minLength: 40,
      maxLength: 60,
    }),
    fc.array(
      fc.record({
        trips: fc.tuple(fc.nat(), fc.nat()),
        ends: fc.constantFrom('both', 'both', 'both', 'arriving', 'leaving'),
        kind: fc.constantFrom(2, 2, 3, 3, 0),
        minSeconds: fc.integer({ min: 0, max: 3000 }),
      }),
      { minLength: 30, maxLength: 80 },
    ),
  )
  .map(([feed, ways, rules]) => {
    const [hub = '', ...others] = STOP_IDS;
    const [arriving, leaving] = [0, 1].map((side) => ways.filter((_, index) => index % 2 === side));
    const model = { headsign: null, shortName: null, wheelchair: 0 as const };
    const service = { serviceId: 'all', date: DATE, runs: true };
    const named = [...(arriving ?? []), ...(leaving ?? [])].map((way, index) => ({
      ...way,
      id: `c${index}`,
      comes: index < (arriving?.length ?? 0),
    }));
    const stopTimes = named.flatMap(({ id, stop, minute, comes }) => {
      const away = others[stop] ?? hub;
      return (comes ? [away, hub] : [hub, away]).map((stopId, sequence) => ({
        tripId: id,
        stopId,
        sequence,
        arrivalSeconds: (minute + 20 * sequence) * 60,
        departureSeconds: (minute + 20 * sequence) * 60,
        pickup: 0 as const,
        dropOff: 0 as const,
        shapeDistance: null,
      }));
    });
    const [from, to] = [named.filter(({ comes }) => comes), named.filter(({ comes }) => !comes)];
    return {
      ...feed,
      calendarDates: [...feed.calendarDates, service],
      trips: [
        ...feed.trips,
        ...named.map(({ id, minute }) => ({
          ...model,
          id,
          routeId: `R${minute % 3}`,
          serviceId: 'all',
        })),
      ],
      stopTimes: [...feed.stopTimes, ...stopTimes],
      transfers: rules.map(({ trips: [first, second], ends, kind, minSeconds }) => ({
        ...ANY,
        fromStopId: hub,
        toStopId: hub,
        fromTripId: ends === 'leaving' ? null : (from[first % from.length]?.id ?? null),
        toTripId: ends === 'arriving' ? null : (to[second % to.length]?.id ?? null),
        kind,
        minSeconds,
      })),
    };
  });
