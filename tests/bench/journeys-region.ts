// Whole plans in a region: there and back, for one place, then for a page of twenty.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LonLat } from '#domain/geo.ts';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { type PlanContext, planJourney } from '#domain/journey/plan-journey.ts';
import { atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { regionFeed } from '#tests/bench/region-feed.ts';
import { HOMES, PLACES, regionOffers, regionRequests } from '#tests/bench/region-requests.ts';
import { regionRoads } from '#tests/bench/region-roads.ts';

const SOUTH_WEST: LonLat = [-1.55, 44.35];
const CPU = 'ms of processor';

export async function regionFigures(tell: (line: string) => void): Promise<Figure[]> {
  const region = await regionFeed();
  const before = megabytes();
  const buildStartMs = performance.now();
  const timetable = buildTimetable(region.feeds);
  const buildMs = performance.now() - buildStartMs;
  const viewStartMs = performance.now();
  const view = dayView(timetable, region.date);
  const viewMs = performance.now() - viewStartMs;
  const held = megabytes() - before;
  const { roads, junctionCount } = regionRoads(SOUTH_WEST);
  tell(
    `region: ${region.callCount} stop_times, ${timetable.stops.length} stops, ${region.origin}, ${junctionCount} junctions`,
  );

  const context: PlanContext = {
    now: { date: '2026-01-05', minute: 600 },
    offers: regionOffers(region),
    view,
    roads,
  };
  const requests = regionRequests(region);
  for (const list of requests.slice(0, 5)) for (const one of list) planJourney(one, context);
  const one: number[] = [];
  const many: number[] = [];
  const cards: number[] = [];
  let found = 0;
  for (const list of requests) {
    const started = process.cpuUsage();
    for (const [index, request] of list.entries()) {
      const plan = planJourney(request, context);
      if (index === 0) one.push(cpuMilliseconds(started));
      if (plan.options.some(({ kind }) => kind === 'scheduled_line')) found++;
    }
    many.push(cpuMilliseconds(started));
  }
  // What a page of results asks: the first ways to each place, there and back.
  for (const list of requests) {
    const briefly = process.cpuUsage();
    for (const request of list) planJourney(request, { ...context, brief: true });
    cards.push(cpuMilliseconds(briefly));
  }
  return [
    told('Region, build of the timetable', buildMs, 'ms'),
    told('Region, view of a day', viewMs, 'ms'),
    told('Region, memory of both', held, 'MB'),
    told('Region, memory of the process', process.memoryUsage().rss / 1_048_576, 'MB'),
    told('Region, plans with a scheduled line', found, `of ${HOMES * PLACES}`),
    told('Region, plan there and back, one place, p50', percentile(one, 0.5), CPU),
    atMost('Region, plan there and back, one place, p95', percentile(one, 0.95), 60, CPU),
    told('Region, page of 20 places, there and back, p50', percentile(cards, 0.5), CPU),
    atMost('Region, page of 20 places, there and back, p95', percentile(cards, 0.95), 250, CPU),
    told('Region, 20 full plans, p50', percentile(many, 0.5), CPU),
    told('Region, 20 full plans, p95', percentile(many, 0.95), CPU),
  ];
}

/** Of this process: what else the machine does is left aside. */
function cpuMilliseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

function megabytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}
