// Whole plans in a region: there and back, for one place, then for a page of twenty.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { LonLat } from '#domain/geo.ts';
import { buildTimetable } from '#domain/journey/build-timetable.ts';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import { type PlanContext, planJourney } from '#domain/journey/plan-journey.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { type Region, regionFeed } from '#tests/bench/region-feed.ts';
import { regionRoads } from '#tests/bench/region-roads.ts';
import { seeded } from '#tests/bench/seeded.ts';
import { offer, townNetwork, volunteers } from '#tests/domain/plan/drawn-plan.ts';
import { communes, everywhere, namedPoints, travelPattern } from '#tests/domain/transport/drawn.ts';

const SOUTH_WEST: LonLat = [-1.55, 44.35];
const CPU = 'ms of processor';
const HOMES = 60;
const PLACES = 20;
/** Of a home from the middle of its town, in degrees: villages around. */
const AROUND = 0.16;

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
    offers: region.centers.flatMap((center, cell) => offersOf(center, cell)),
    view,
    roads,
  };
  const requests = requestsOf(region);
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

const insee = (cell: number): string => String(16_001 + cell);

/** Each town has its volunteers, its transport on demand to the stops, and its buses. */
function offersOf(center: LonLat, cell: number): Offer[] {
  const [demand] = volunteers().patterns;
  return [
    volunteers({
      id: `volunteers-${cell}`,
      patterns: demand ? [{ ...demand, id: `v-${cell}`, origin: communes(insee(cell)) }] : [],
    }),
    offer({
      id: `demand-${cell}`,
      kind: 'on_demand',
      patterns: [
        travelPattern({
          id: `d-${cell}`,
          rule: 'starts_in',
          origin: communes(insee(cell)),
          destination: everywhere,
          bothWays: true,
          feeder: 'yes',
        }),
      ],
    }),
    {
      ...townNetwork(),
      id: `network-${cell}`,
      patterns: [
        travelPattern({
          id: `n-${cell}`,
          origin: namedPoints(['Centre', center, 3000]),
          bothWays: true,
          feeder: 'yes',
        }),
      ],
    },
  ];
}

/** Homes around the towns; twenty places of care, of their town and of those beside it. */
function requestsOf({ centers, date }: Region): JourneyRequest[][] {
  const random = seeded(7);
  const near = (center: LonLat, spread: number): LonLat => [
    center[0] + (random() - 0.5) * 2 * spread * 1.4,
    center[1] + (random() - 0.5) * 2 * spread,
  ];
  return Array.from({ length: HOMES }, (): JourneyRequest[] => {
    const cell = Math.floor(random() * centers.length);
    const home = centers[cell] ?? [0, 0];
    const from: JourneyPoint = { name: 'home', point: near(home, AROUND), insee: insee(cell) };
    const closest = centers
      .map((center, town) => ({
        center,
        town,
        far: Math.hypot(center[0] - home[0], center[1] - home[1]),
      }))
      .toSorted((a, b) => a.far - b.far);
    return Array.from({ length: PLACES }, (_, place) => {
      const { center, town } = closest[place % 3] ?? { center: home, town: cell };
      return {
        from,
        to: { name: `place ${place}`, point: near(center, AROUND / 4), insee: insee(town) },
        appointment: { date, minute: 9 * 60 + Math.floor(random() * 30) * 15, durationMinutes: 45 },
        mode: 'no_car',
        profile: {},
        needs: [],
      };
    });
  });
}
