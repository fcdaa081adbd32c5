// Which lines call near homes and care in a week, at which hours? Out of all the timetables, what a scenario re-times.
//
// Calls far from any home and any care are left out, with the runs that then have one call or none. Runs hidden by an
// organization, for pupils only or reserved are nobody's: they are left out. Those of the night before too.

import type { LonLat } from '#domain/geo.ts';
import { referenceDay } from '#domain/journey/reference-day.ts';
import { runsOnDay } from '#domain/journey/service-calendar.ts';
import { isGathering, isSeat, stopOfTwin, type Timetable } from '#domain/journey/timetable.ts';
import { marksOfTrip, marksOn } from '#domain/journey/timetable-marks.ts';
import { addDays, dayNumber, type LocalDate } from '#domain/time.ts';
import type { LineMark } from '#domain/transport/line-overlay.ts';
import { base64Of } from './base-64.ts';
import { MOST_STOP_WALK_MINUTES, walkBetween } from './direct-rides.ts';
import { NO_CALL, type NoCarFacts, type NoCarLine } from './no-car-model.ts';

const WEEK_DAYS = 7;
/** GTFS: neither picks up, nor drops off. */
const NOT_THERE = 1;

type Lines = Pick<NoCarFacts, 'stops' | 'lines'>;

/** `ends`: homes and places of care. Lines in order of their names. */
export function lineRuns(
  timetable: Timetable,
  marks: readonly LineMark[],
  monday: LocalDate,
  ends: readonly LonLat[],
): Lines {
  const numbers = new Map<number, number>();
  const stops: LonLat[] = [];
  const numberOf = stopNumbers(timetable, ends, numbers, stops);
  const daysOf = weekdaysOf(timetable, monday);
  const isFor = openTo(timetable, marks);
  const byRoute = new Map<number, Map<string, Map<string, readonly [number, number[]]>>>();
  for (let pattern = 0; pattern + 1 < timetable.patternStarts.length; pattern++) {
    const calls = callsOf(timetable, pattern, numberOf);
    if (calls.length < 2) continue;
    const route = timetable.patternRoutes[pattern] ?? 0;
    const patterns = byRoute.get(route) ?? new Map();
    byRoute.set(route, patterns);
    const key = calls.map(({ stop }) => stop).join(' ');
    const runs = patterns.get(key) ?? new Map<string, readonly [number, number[]]>();
    patterns.set(key, runs);
    const end = timetable.runStarts[pattern + 1] ?? 0;
    for (let run = timetable.runStarts[pattern] ?? 0; run < end; run++) {
      const days = daysOf(timetable.runServices[run] ?? 0);
      if (days === 0 || !isFor(route, timetable.runTrips[run] ?? 0)) continue;
      const times = timesOf(timetable, run, calls);
      const same = times.join(' ');
      runs.set(same, [(runs.get(same)?.[0] ?? 0) | days, times]);
    }
  }
  const lines = [...byRoute].flatMap(([route, patterns]) => lineOf(timetable, route, patterns));
  lines.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  return { stops, lines };
}

type Call = { index: number; stop: number; on: boolean; off: boolean };

/** Number of the stop people know among those kept; null: far from all. */
function stopNumbers(
  timetable: Timetable,
  ends: readonly LonLat[],
  numbers: Map<number, number>,
  stops: LonLat[],
): (stop: number) => number | null {
  const far = new Set<number>();
  return (stop) => {
    const known = stopOfTwin(timetable, stop);
    const found = numbers.get(known);
    if (found !== undefined) return found;
    const point = timetable.stops[known]?.point;
    if (point === undefined || far.has(known)) return null;
    if (!ends.some((end) => walkBetween(point, end, MOST_STOP_WALK_MINUTES) !== null)) {
      far.add(known);
      return null;
    }
    const number = stops.push(point) - 1;
    numbers.set(known, number);
    return number;
  };
}

function callsOf(
  timetable: Timetable,
  pattern: number,
  numberOf: (stop: number) => number | null,
): Call[] {
  const { patternStarts, patternStops, patternPickups, patternDropOffs } = timetable;
  const first = patternStarts[pattern] ?? 0;
  const calls: Call[] = [];
  for (let call = first; call < (patternStarts[pattern + 1] ?? 0); call++) {
    const at = patternStops[call] ?? 0;
    if (isSeat(timetable, at) || isGathering(timetable, at)) continue;
    const stop = numberOf(at);
    if (stop === null) continue;
    const on = patternPickups[call] !== NOT_THERE;
    calls.push({ index: call - first, stop, on, off: patternDropOffs[call] !== NOT_THERE });
  }
  return calls;
}

/** Weekdays of the week a service runs, Monday the lowest bit; 0 outside it. */
function weekdaysOf(timetable: Timetable, monday: LocalDate): (service: number) => number {
  const shown = timetable.feeds.map((_, feed) =>
    Array.from({ length: WEEK_DAYS }, (__, day) => {
      const found = referenceDay(timetable, addDays(monday, day), feed);
      return found === null ? null : dayNumber(found.date);
    }),
  );
  const known = timetable.services.map((service, number) =>
    (shown[timetable.serviceFeeds[number] ?? 0] ?? []).reduce<number>(
      (bits, date, day) => (date !== null && runsOnDay(service, date) ? bits | (1 << day) : bits),
      0,
    ),
  );
  return (service) => known[service] ?? 0;
}

function openTo(
  timetable: Timetable,
  marks: readonly LineMark[],
): (route: number, trip: number) => boolean {
  const said = marksOn(timetable, marks);
  if (said === null) return () => true;
  return (routeNumber, tripNumber) => {
    const [route, trip] = [timetable.routes[routeNumber], timetable.trips[tripNumber]];
    if (route === undefined || trip === undefined) return false;
    return marksOfTrip(said, route, trip).every(
      ({ kind }) => kind !== 'hidden' && kind !== 'school_only' && kind !== 'reserved',
    );
  };
}

/** Minutes: one is there by then, one leaves not before. */
function timesOf(timetable: Timetable, run: number, calls: readonly Call[]): number[] {
  const first = timetable.runTimes[run] ?? 0;
  return [
    ...calls.map(({ index, off }) =>
      off ? Math.ceil((timetable.arrivals[first + index] ?? 0) / 60) : NO_CALL,
    ),
    ...calls.map(({ index, on }) =>
      on ? Math.floor((timetable.departures[first + index] ?? 0) / 60) : NO_CALL,
    ),
  ];
}

function lineOf(
  { routes }: Timetable,
  number: number,
  patterns: ReadonlyMap<string, ReadonlyMap<string, readonly [number, number[]]>>,
): NoCarLine[] {
  const route = routes[number];
  const kept = [...patterns].flatMap(([key, runs]) =>
    runs.size === 0
      ? []
      : [
          {
            stops: key.split(' ').map(Number),
            runs: base64Of(
              [...runs.values()].flatMap(([days, times]) => [days, ...times]),
              2,
            ),
          },
        ],
  );
  if (route === undefined || kept.length === 0) return [];
  const names = [route.shortName, route.longName].filter((each) => each !== null && each !== '');
  const name = [...new Set(names)].join(' · ');
  return [
    { id: `${route.feedId}:${route.id}`, name: name === '' ? route.id : name, patterns: kept },
  ];
}
