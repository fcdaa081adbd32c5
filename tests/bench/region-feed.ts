// A region to travel in: sixteen town networks side by side, and coaches from each to its neighbours.

import { readFileSync } from 'node:fs';
import type { LonLat } from '#domain/geo.ts';
import type { IdentifiedFeed } from '#domain/journey/build-timetable.ts';
import type { GtfsFeed, GtfsStopTime } from '#domain/journey/gtfs.ts';
import { inventedTown } from '#tests/bench/invented-town.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { readFeed, readGtfsZip } from '#tests/seeds/gtfs-whole.ts';

export type Region = {
  feeds: IdentifiedFeed[];
  /** Where each town stands. */
  centers: LonLat[];
  callCount: number;
  date: string;
  origin: string;
};

const SIDE = 4;
const STEP: LonLat = [0.45, 0.33];
const CORNER: LonLat = [-1.2, 44.6];
/** Coaches stop this often between two towns. */
const COACH_STOPS = 5;
const COACH_MINUTES_PER_STOP = 9;

/** Dates are those of the network the towns are copies of. */
export async function regionFeed(): Promise<Region> {
  const path = sharedFile('data/gtfs/peribus-2025-26.zip', 'Journeys in a region of real networks');
  const { town, date, origin } =
    path === null
      ? { ...inventedTown(), origin: 'an invented town network, 16 times' }
      : {
          town: readFeed((await readGtfsZip({ name: 'town', bytes: readFileSync(path) })).files)
            .feed,
          date: '2026-01-13',
          origin: 'a real town network, 16 times',
        };
  const first = centerOf(town);
  const cells = Array.from({ length: SIDE * SIDE }, (_, number) => number);
  const centers = cells.map(
    (cell): LonLat => [
      CORNER[0] + (cell % SIDE) * STEP[0],
      CORNER[1] + Math.floor(cell / SIDE) * STEP[1],
    ],
  );
  const feeds = centers.map((center, cell) => ({
    feedId: `town-${cell}`,
    ...moved(town, [center[0] - first[0], center[1] - first[1]]),
  }));
  feeds.push({ feedId: 'coaches', ...coaches(town, centers) });
  const callCount = feeds.reduce((sum, { stopTimes }) => sum + stopTimes.length, 0);
  return { feeds, centers, callCount, date, origin };
}

function centerOf({ stops }: GtfsFeed): LonLat {
  const points = stops.flatMap(({ point }) => (point ? [point] : []));
  const middle = (axis: 0 | 1) =>
    points.map((point) => point[axis]).toSorted((a, b) => a - b)[points.length >> 1] ?? 0;
  return [middle(0), middle(1)];
}

function moved(town: GtfsFeed, [east, north]: LonLat): GtfsFeed {
  return {
    ...town,
    stops: town.stops.map((stop) => ({
      ...stop,
      point: stop.point && ([stop.point[0] + east, stop.point[1] + north] as const),
    })),
  };
}

/** Every hour from 6:00 to 20:00, both ways, between towns side by side; days of the town's services. */
function coaches(town: GtfsFeed, centers: readonly LonLat[]): GtfsFeed {
  const links = centers.flatMap((_, cell) => [
    ...(cell % SIDE < SIDE - 1 ? [[cell, cell + 1] as const] : []),
    ...(cell + SIDE < centers.length ? [[cell, cell + SIDE] as const] : []),
  ]);
  const stops: GtfsFeed['stops'][number][] = [];
  const trips: GtfsFeed['trips'][number][] = [];
  const stopTimes: GtfsStopTime[] = [];
  for (const [number, [a, b]] of links.entries()) {
    const [from, to] = [centers[a] ?? CORNER, centers[b] ?? CORNER];
    for (let stop = 0; stop <= COACH_STOPS; stop++) {
      const share = stop / COACH_STOPS;
      const point: LonLat = [
        from[0] + (to[0] - from[0]) * share,
        from[1] + (to[1] - from[1]) * share,
      ];
      const id = `${number}-${stop}`;
      stops.push({
        id,
        name: id,
        point,
        kind: 0,
        parentId: null,
        platformCode: null,
        wheelchair: 0,
      });
    }
    for (let hour = 6; hour <= 20; hour++) {
      for (const back of [false, true]) {
        const tripId = `${number}-${hour}-${back}`;
        trips.push({
          id: tripId,
          routeId: `${number}`,
          serviceId: 'all',
          headsign: null,
          shortName: null,
          wheelchair: 0,
        });
        for (let call = 0; call <= COACH_STOPS; call++) {
          const seconds = hour * 3600 + call * COACH_MINUTES_PER_STOP * 60;
          stopTimes.push({
            tripId,
            stopId: `${number}-${back ? COACH_STOPS - call : call}`,
            sequence: call,
            arrivalSeconds: seconds,
            departureSeconds: seconds,
            pickup: 0,
            dropOff: 0,
            shapeDistance: null,
          });
        }
      }
    }
  }
  return {
    agencies: town.agencies,
    stops,
    routes: links.map((_, number) => ({
      id: `${number}`,
      agencyId: null,
      shortName: `C${number}`,
      longName: null,
      type: 200,
      color: null,
    })),
    trips,
    stopTimes,
    calendars: [
      {
        serviceId: 'all',
        weekdays: [true, true, true, true, true, true, true],
        startsOn: '2025-12-22',
        endsOn: '2026-12-31',
      },
    ],
    calendarDates: [],
    frequencies: [],
    transfers: [],
    feedInfo: null,
  };
}
