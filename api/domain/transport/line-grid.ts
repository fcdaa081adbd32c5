// How does the timetable of a line change: stops in order, trips as columns, both directions?

import type { LineStop, LineTimetable, LineTrip } from '#domain/transport/offer-document.ts';

export type Direction = 0 | 1;

const MINUTES_PER_DAY = 1440;

export function blankTimetable(calendar: LineTimetable['calendars'][number]): LineTimetable {
  const direction = { headsign: '', stopIds: [] };
  return { stops: [], directions: [direction, direction], calendars: [calendar], trips: [] };
}

/** At `rank`, or at the end. The same stop may be called at twice (a loop). */
export function addStop(
  timetable: LineTimetable,
  direction: Direction,
  stop: LineStop,
  rank = timetable.directions[direction].stopIds.length,
): LineTimetable {
  const isKnown = timetable.stops.some(({ id }) => id === stop.id);
  return withRows(
    { ...timetable, stops: isKnown ? timetable.stops : [...timetable.stops, stop] },
    direction,
    (ids) => ids.toSpliced(rank, 0, stop.id),
    (cells) => cells.toSpliced(rank, 0, null),
    (cells) => cells.toSpliced(rank, 0, false),
  );
}

/** Its hours go with it; a stop no direction calls at any more is forgotten. */
export function removeStop(
  timetable: LineTimetable,
  direction: Direction,
  rank: number,
): LineTimetable {
  const next = withRows(
    timetable,
    direction,
    (ids) => ids.toSpliced(rank, 1),
    (cells) => cells.toSpliced(rank, 1),
    (cells) => cells.toSpliced(rank, 1),
  );
  const used = new Set(next.directions.flatMap(({ stopIds }) => stopIds));
  return { ...next, stops: next.stops.filter(({ id }) => used.has(id)) };
}

/** One place earlier (-1) or later (1), with the hours of its row. */
export function moveStop(
  timetable: LineTimetable,
  direction: Direction,
  rank: number,
  by: -1 | 1,
): LineTimetable {
  const to = rank + by;
  if (to < 0 || to >= timetable.directions[direction].stopIds.length) return timetable;
  const swap = <Cell>(cells: readonly Cell[]): readonly Cell[] => {
    const [a, b] = [cells[rank], cells[to]];
    return a === undefined || b === undefined ? cells : cells.with(rank, b).with(to, a);
  };
  return withRows(timetable, direction, swap, swap, swap);
}

export function addTrip(timetable: LineTimetable, direction: Direction): LineTimetable {
  const { stopIds } = timetable.directions[direction];
  return withTrip(timetable, {
    id: freeTripId(timetable),
    direction,
    calendar: timetable.calendars[0]?.name ?? '',
    minutes: stopIds.map(() => null),
    note: null,
  });
}

/** As many copies as asked, each so many minutes after the one before. */
export function copyTrip(
  timetable: LineTimetable,
  tripId: string,
  everyMinutes: number,
  count: number,
): LineTimetable {
  const model = timetable.trips.find(({ id }) => id === tripId);
  if (model === undefined) return timetable;
  let next = timetable;
  for (let rank = 1; rank <= count; rank += 1) {
    const shift = everyMinutes * rank;
    const minutes = model.minutes.map((minute) => (minute === null ? null : minute + shift));
    if (minutes.some((minute) => minute !== null && (minute < 0 || minute >= 2 * MINUTES_PER_DAY)))
      break;
    next = withTrip(next, { ...model, id: freeTripId(next), minutes });
  }
  return next;
}

export function removeTrip(timetable: LineTimetable, tripId: string): LineTimetable {
  return { ...timetable, trips: timetable.trips.filter(({ id }) => id !== tripId) };
}

export function changeTrip(
  timetable: LineTimetable,
  tripId: string,
  change: Partial<Omit<LineTrip, 'id' | 'direction'>>,
): LineTimetable {
  return {
    ...timetable,
    trips: timetable.trips.map((trip) => (trip.id === tripId ? { ...trip, ...change } : trip)),
  };
}

/** The way back: the same stops in the other order, without hours. */
export function mirrorStops(timetable: LineTimetable, from: Direction): LineTimetable {
  const to: Direction = from === 0 ? 1 : 0;
  const stopIds = timetable.directions[from].stopIds.toReversed();
  const directions = timetable.directions.with(to, {
    headsign: timetable.directions[to].headsign,
    stopIds,
  }) as unknown as LineTimetable['directions'];
  const trips = timetable.trips.filter(({ direction }) => direction !== to);
  return { ...timetable, directions, trips };
}

function withTrip(timetable: LineTimetable, trip: LineTrip): LineTimetable {
  return { ...timetable, trips: [...timetable.trips, trip] };
}

function freeTripId({ trips }: LineTimetable): string {
  const used = new Set(trips.map(({ id }) => id));
  let rank = trips.length + 1;
  while (used.has(`course-${rank}`)) rank += 1;
  return `course-${rank}`;
}

/** One change of the rows of a direction, done alike to its stops and to each of its trips. */
function withRows(
  timetable: LineTimetable,
  direction: Direction,
  ids: (ids: readonly string[]) => readonly string[],
  minutes: (cells: readonly (number | null)[]) => readonly (number | null)[],
  booked: (cells: readonly boolean[]) => readonly boolean[],
): LineTimetable {
  const changed = timetable.directions[direction];
  const directions = timetable.directions.with(direction, {
    ...changed,
    stopIds: ids(changed.stopIds),
  }) as unknown as LineTimetable['directions'];
  const trips = timetable.trips.map((trip) =>
    trip.direction === direction
      ? {
          ...trip,
          minutes: minutes(trip.minutes),
          ...(trip.booked === undefined ? {} : { booked: booked(trip.booked) }),
        }
      : trip,
  );
  return { ...timetable, directions, trips };
}
