// Small random feeds: near stops, trips that cross, loop, overtake, refuse riders, run past midnight.

import fc from 'fast-check';
import type { GtfsFeed, GtfsStopAccess } from '#domain/journey/gtfs.ts';

export const STOP_IDS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
/** A Tuesday; the service of each trip runs that day, the day before or the day after. */
export const DATE = '2026-05-12';
const DAYS = ['2026-05-11', '2026-05-12', '2026-05-13'];

const access: fc.Arbitrary<GtfsStopAccess> = fc.constantFrom(0, 0, 0, 0, 1, 2, 3);

const call = fc.record({
  stop: fc.nat(STOP_IDS.length - 1),
  rideMinutes: fc.integer({ min: 0, max: 25 }),
  waitMinutes: fc.constantFrom(0, 0, 1, 5),
  pickup: access,
  dropOff: access,
});

const trip = fc.record({
  route: fc.nat(2),
  services: fc.subarray([0, 1, 2], { minLength: 1 }),
  startMinute: fc.integer({ min: 6 * 60, max: 25 * 60 }),
  calls: fc.array(call, { minLength: 2, maxLength: 6 }),
  copies: fc.nat(2),
  headwayMinutes: fc.integer({ min: 1, max: 40 }),
});

const place = fc.record({
  lon: fc.integer({ min: 0, max: 20 }),
  lat: fc.integer({ min: 0, max: 20 }),
});

export const randomFeed: fc.Arbitrary<GtfsFeed> = fc
  .record({
    places: fc.array(place, { minLength: STOP_IDS.length, maxLength: STOP_IDS.length }),
    trips: fc.array(trip, { minLength: 1, maxLength: 8 }),
  })
  .map(({ places, trips }) => {
    const feed = {
      agencies: [
        { id: '', name: 'Régie', url: null, timezone: 'Europe/Paris', phone: null },
      ] as const,
      stops: places.map(({ lon, lat }, index) => ({
        id: STOP_IDS[index] ?? '',
        name: STOP_IDS[index] ?? '',
        point: [0.1 + lon * 0.002, 45.3 + lat * 0.002] as const,
        kind: 0,
        parentId: null,
        platformCode: null,
        wheelchair: 0 as const,
      })),
      routes: [0, 1, 2].map((number) => ({
        id: `R${number}`,
        agencyId: null,
        shortName: `${number}`,
        longName: null,
        type: 3,
        color: null,
      })),
      calendars: [],
      frequencies: [],
      transfers: [],
      feedInfo: {
        publisherName: null,
        version: null,
        startsOn: DAYS[0] ?? '',
        endsOn: DAYS[2] ?? '',
      },
    };
    const rows: Pick<GtfsFeed, 'trips' | 'stopTimes' | 'calendarDates'> & {
      trips: GtfsFeed['trips'][number][];
      stopTimes: GtfsFeed['stopTimes'][number][];
      calendarDates: GtfsFeed['calendarDates'][number][];
    } = { trips: [], stopTimes: [], calendarDates: [] };
    for (const [number, one] of trips.entries()) {
      for (const day of one.services) {
        rows.calendarDates.push({ serviceId: `W${number}`, date: DAYS[day] ?? '', runs: true });
      }
      for (let copy = 0; copy <= one.copies; copy++) {
        const id = `t${number}-${copy}`;
        rows.trips.push({
          id,
          routeId: `R${one.route}`,
          serviceId: `W${number}`,
          headsign: null,
          shortName: null,
          wheelchair: 0,
        });
        let minute = one.startMinute + copy * one.headwayMinutes;
        for (const [
          sequence,
          { stop, rideMinutes, waitMinutes, pickup, dropOff },
        ] of one.calls.entries()) {
          // Later copies are quicker: they catch up with the first and overtake it.
          minute += Math.max(0, rideMinutes - copy * 8);
          rows.stopTimes.push({
            tripId: id,
            stopId: STOP_IDS[stop] ?? '',
            sequence,
            arrivalSeconds: minute * 60,
            departureSeconds: (minute + waitMinutes) * 60,
            pickup,
            dropOff,
            shapeDistance: null,
          });
          minute += waitMinutes;
        }
      }
    }
    return { ...feed, ...rows };
  });

const vehicle = fc.constantFrom('any' as const, 'route' as const, 'trip' as const);

const rule = fc.record({
  from: fc.nat(STOP_IDS.length - 1),
  to: fc.nat(STOP_IDS.length - 1),
  arriving: vehicle,
  leaving: vehicle,
  vehicles: fc.tuple(fc.nat(), fc.nat()),
  isSameStop: fc.boolean(),
  kind: fc.constantFrom(0, 1, 2, 2, 2, 3, 3),
  minSeconds: fc.option(fc.integer({ min: 0, max: 1500 }), { freq: 8 }),
});

const link = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  kind: fc.constantFrom(4, 4, 4, 4, 5),
  waitMinutes: fc.integer({ min: -5, max: 70 }),
});

/**
 * The same, with rules about changing at stops, for all vehicles or for those of a line or of a trip, and
 * trips that go on as others; some are moved so as to begin when the one before them ends.
 */
export const ruledFeed: fc.Arbitrary<GtfsFeed> = fc
  .tuple(
    randomFeed,
    fc.array(rule, { maxLength: 12 }),
    fc.array(link, { minLength: 1, maxLength: 6 }),
  )
  .map(([feed, rules, links]) => {
    const tripAt = (number: number) => feed.trips[number % feed.trips.length]?.id ?? '';
    let stopTimes = feed.stopTimes;
    for (const { from, to, waitMinutes } of links) {
      const end = stopTimes.findLast(({ tripId }) => tripId === tripAt(from));
      const start = stopTimes.find(({ tripId }) => tripId === tripAt(to));
      const moved = (end?.arrivalSeconds ?? 0) + waitMinutes * 60 - (start?.departureSeconds ?? 0);
      if (tripAt(from) === tripAt(to)) continue;
      stopTimes = stopTimes.map((row) =>
        row.tripId === tripAt(to)
          ? {
              ...row,
              arrivalSeconds: (row.arrivalSeconds ?? 0) + moved,
              departureSeconds: (row.departureSeconds ?? 0) + moved,
            }
          : row,
      );
    }
    const linked = links.map(({ from, to, kind }) => ({
      ...ANY,
      fromTripId: tripAt(from),
      toTripId: tripAt(to),
      kind,
    }));
    const changes = rules.map((one) => {
      const name = (which: 'any' | 'route' | 'trip', number: number) => ({
        route: which === 'route' ? (feed.routes[number % feed.routes.length]?.id ?? null) : null,
        trip: which === 'trip' ? tripAt(number) : null,
      });
      const [arriving, leaving] = [
        name(one.arriving, one.vehicles[0]),
        name(one.leaving, one.vehicles[1]),
      ];
      return {
        fromStopId: STOP_IDS[one.from] ?? null,
        toStopId: STOP_IDS[one.isSameStop ? one.from : one.to] ?? null,
        fromRouteId: arriving.route,
        toRouteId: leaving.route,
        fromTripId: arriving.trip,
        toTripId: leaving.trip,
        kind: one.kind,
        minSeconds: one.minSeconds,
      };
    });
    return { ...feed, stopTimes, transfers: [...changes, ...linked] };
  });

/** The same, where trips that go on as others are of one block, and some of the rules say to get off. */
export const blockFeed: fc.Arbitrary<GtfsFeed> = fc
  .tuple(ruledFeed, fc.array(fc.nat(2), { minLength: 24, maxLength: 24 }), fc.boolean())
  .map(([feed, blocks, isRuled]) => {
    const linked = new Set(
      feed.transfers.flatMap(({ kind, fromTripId, toTripId }) =>
        kind >= 4 ? [fromTripId, toTripId] : [],
      ),
    );
    return {
      ...feed,
      trips: feed.trips.map((trip, index) => ({
        ...trip,
        blockId: linked.has(trip.id) ? 'one' : blocks[index] === 0 ? 'two' : null,
      })),
      transfers: feed.transfers.filter(({ kind }) => (isRuled && kind < 4) || kind === 5),
    };
  });

/** A rule about changing, for all. */
export const ANY = {
  fromStopId: null,
  toStopId: null,
  fromRouteId: null,
  toRouteId: null,
  minSeconds: null,
};
