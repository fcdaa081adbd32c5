// Whole plans in a region: there and back, for one place, then for a page of twenty.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LonLat } from '#domain/geo.ts';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import { type PlanContext, planJourney } from '#domain/journey/plan-journey.ts';
import { atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { slotFigures } from '#tests/bench/journeys-slots.ts';
import { regionFeed } from '#tests/bench/region-feed.ts';
import {
  atOneHour,
  HOMES,
  IN_TOWN,
  PLACES,
  regionOffers,
  regionRequests,
} from '#tests/bench/region-requests.ts';
import { regionRoads } from '#tests/bench/region-roads.ts';

const SOUTH_WEST: LonLat = [-1.55, 44.35];
const CPU = 'ms of processor';

export async function regionFigures(tell: (line: string) => void): Promise<Figure[]> {
  const region = await regionFeed();
  const empty = megabytes();
  const [timetable, buildMs] = timed(() => buildTimetable(region.feeds));
  const [view, viewMs] = timed(() => dayView(timetable, region.date));
  const withTimetable = megabytes();
  const { roads, junctionCount } = regionRoads(SOUTH_WEST);
  const withRoads = megabytes();
  tell(
    `region: ${region.callCount} stop_times, ${timetable.stops.length} stops, ${region.origin}, ${junctionCount} junctions`,
  );

  const context: PlanContext = {
    now: { date: '2026-01-05', minute: 600 },
    offers: regionOffers(region),
    view,
    roads,
  };
  const homes = regionRequests(region);
  const calls = homes.map(atOneHour);
  const inTown = regionRequests(region, IN_TOWN).map(atOneHour);
  for (const places of calls.slice(0, 5)) planAll(places, context);
  const one = homes.map((places) => planAll(places.slice(0, 1), context).ms);
  const whole = calls.map((places) => planAll(places, context));
  // What a page of results asks: the first ways to each place, there and back.
  const cards = calls.map((places) => planAll(places, { ...context, brief: true }).ms);
  const hours = homes.map((places) => planAll(places, context).ms);
  const town = inTown.map((places) => planAll(places, context).ms);
  const ms = whole.map((each) => each.ms);
  const found = whole.reduce((sum, { byLine }) => sum + byLine, 0);
  const held = megabytes();
  return [
    told('Region, build of the timetable', buildMs, 'ms'),
    told('Region, view of a day', viewMs, 'ms'),
    told('Region, memory of the timetable and of a day', withTimetable - empty, 'MB'),
    told('Region, memory of the roads', withRoads - withTimetable, 'MB'),
    told('Region, memory of what searches keep', held - withRoads, 'MB'),
    told('Region, memory of the process', process.memoryUsage().rss / 1_048_576, 'MB'),
    told('Region, plans with a scheduled line', found, `of ${HOMES * PLACES}`),
    told('Region, plan there and back, one place, p50', percentile(one, 0.5), CPU),
    atMost('Region, plan there and back, one place, p95', percentile(one, 0.95), 60, CPU),
    told('Region, 20 whole plans in one call, p50', percentile(ms, 0.5), CPU),
    atMost('Region, 20 whole plans in one call, p95', percentile(ms, 0.95), 250, CPU),
    told('Region, page of 20 places, p50', percentile(cards, 0.5), CPU),
    atMost('Region, page of 20 places, p95', percentile(cards, 0.95), 250, CPU),
    told('Region, 20 whole plans from a town, p95', percentile(town, 0.95), CPU),
    told('Region, 20 whole plans, each at its hour, p95', percentile(hours, 0.95), CPU),
    ...slotFigures(
      homes.flatMap(([first]) => first ?? []),
      timetable,
      context,
    ),
  ];
}

function planAll(places: readonly JourneyRequest[], context: PlanContext) {
  const started = process.cpuUsage();
  const plans = places.map((request) => planJourney(request, context));
  // Of this process: what else the machine does is left aside.
  const { user, system } = process.cpuUsage(started);
  const byLine = plans.filter(({ options }) =>
    options.some(({ kind }) => kind === 'scheduled_line'),
  ).length;
  return { ms: (user + system) / 1000, byLine };
}

function timed<Value>(work: () => Value): [Value, ms: number] {
  const startedMs = performance.now();
  const value = work();
  return [value, performance.now() - startedMs];
}

function megabytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}
