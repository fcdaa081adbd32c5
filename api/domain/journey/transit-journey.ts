// Which vehicles, stops and walks make up a journey the search has found?

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { BookedStop } from '#domain/journey/journey.ts';
import type { Network } from '#domain/journey/network.ts';
import { NEVER, type Round } from '#domain/journey/raptor-labels.ts';
import { serviceDayShift } from '#domain/journey/service-day.ts';
import {
  isGathering,
  isNextOf,
  isSeat,
  stopOfTwin,
  type Timetable,
  type TimetableRoute,
  type TimetableTrip,
} from '#domain/journey/timetable.ts';

/** Seconds are those of the view's service day. */
export type TransitCall = {
  stop: number;
  stopId: string;
  name: string;
  point: LonLat;
  arriveSeconds: number;
  departSeconds: number;
};

type RideLeg = {
  kind: 'ride';
  feedId: string;
  route: TimetableRoute;
  trip: TimetableTrip;
  /** Boarding and alighting included. */
  calls: readonly TransitCall[];
  departSeconds: number;
  arriveSeconds: number;
  /** Along straight lines between the calls. */
  meters: number;
  bookedPickup: BookedStop | null;
  bookedDropOff: BookedStop | null;
  /** The rider is in it already: the vehicle of the leg before goes on as this trip. */
  staysAboard: boolean;
  /** Times of an interval (« every 30 minutes »), not of a timetable. */
  approximate: boolean;
};

type WalkLeg = {
  kind: 'walk';
  from: TransitCall;
  to: TransitCall;
  departSeconds: number;
  arriveSeconds: number;
  meters: number;
};

export type TransitLeg = RideLeg | WalkLeg;

/** Legs from the first to the last stop, access and egress left aside. */
export type StopToStop = { firstStop: number; lastStop: number; legs: readonly TransitLeg[] };

type Step =
  | { kind: 'walk'; from: number; to: number; seconds: number; meters: number }
  | { kind: 'ride'; lane: number; run: number; board: number; alight: number };

/** The journey that reaches `stop` in round `rideCount` of a search in one direction or the other. */
export function readJourney(
  view: DayView,
  rounds: readonly Round[],
  rideCount: number,
  stop: number,
  direction: 'forward' | 'backward',
): StopToStop {
  const network = view[direction];
  const steps = stepsTo(view.timetable, network, rounds, rideCount, stop);
  if (direction === 'backward') steps.reverse();
  const rides = steps.flatMap((step) =>
    step.kind === 'ride' ? [rideLeg(view, network, step, direction)] : [],
  );
  const legs: TransitLeg[] = rides.map(({ leg, trip, isFromStart }, index) => {
    const before = rides[index - 1];
    const isNext =
      before?.isToEnd === true && isFromStart && isNextOf(view.timetable, before.trip, trip);
    return isNext ? { ...leg, staysAboard: true } : leg;
  });
  // Walks come after the ride before them, and just in time for the first ride.
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'ride') continue;
    const [from, to] = direction === 'forward' ? [step.from, step.to] : [step.to, step.from];
    const start = legs[index - 1]?.arriveSeconds ?? (legs[0]?.departSeconds ?? 0) - step.seconds;
    const end = start + step.seconds;
    legs.splice(index, 0, {
      kind: 'walk',
      from: callAt(view, from, start, start),
      to: callAt(view, to, end, end),
      departSeconds: start,
      arriveSeconds: end,
      meters: step.meters,
    });
  }
  return { firstStop: endStop(legs[0], 'from'), lastStop: endStop(legs.at(-1), 'to'), legs };
}

/** Earliest of arriving by vehicle or on foot. */
export function arrivalAt(round: Round, stop: number): number {
  return Math.min(round.ride[stop] ?? NEVER, round.ready[stop] ?? NEVER);
}

function stepsTo(
  timetable: Timetable,
  network: Network,
  rounds: readonly Round[],
  rides: number,
  stop: number,
): Step[] {
  const steps: Step[] = [];
  let at = stop;
  const walkBack = (round: Round): void => {
    const from = round.readyFrom[at] ?? at;
    const path = round.readyPath[at] ?? -1;
    if (from === at || path === -1) return;
    const { seconds, meters } = network.footpaths;
    // Between twins of one stop nobody walks.
    if (stopOfTwin(timetable, from) !== stopOfTwin(timetable, at)) {
      const walked = { seconds: seconds[path] ?? 0, meters: meters[path] ?? 0 };
      steps.push({ kind: 'walk', from, to: at, ...walked });
    }
    at = from;
  };
  for (let count = rides; count >= 0; count--) {
    const round = rounds[count];
    if (!round) break;
    const byVehicle = count === rides && (round.ride[at] ?? NEVER) <= (round.ready[at] ?? NEVER);
    if (!byVehicle) walkBack(round);
    if (count === 0) break;
    const lane = round.rideLane[at] ?? 0;
    const board = round.rideBoard[at] ?? 0;
    steps.push({
      kind: 'ride',
      lane,
      run: round.rideRun[at] ?? 0,
      board,
      alight: round.rideAlight[at] ?? 0,
    });
    at = network.callStops[(network.callStarts[lane] ?? 0) + board] ?? 0;
  }
  return steps.reverse();
}

/** `isFromStart`, `isToEnd`: one gets on where the trip begins, off where it ends. */
type Ridden = { leg: RideLeg; trip: number; isFromStart: boolean; isToEnd: boolean };

function rideLeg(
  view: DayView,
  network: Network,
  step: Step & { kind: 'ride' },
  direction: 'forward' | 'backward',
): Ridden {
  const { timetable } = view;
  const index = (network.laneRunStarts[step.lane] ?? 0) + step.run;
  const run = network.runs[index] ?? 0;
  const pattern = network.lanePatterns[step.lane] ?? 0;
  const first = timetable.patternStarts[pattern] ?? 0;
  const last = (timetable.patternStarts[pattern + 1] ?? 0) - first - 1;
  const [board, alight] =
    direction === 'forward' ? [step.board, step.alight] : [last - step.alight, last - step.board];
  const shift = serviceDayShift(view.date, network.runDayOffsets[index] ?? 0);
  const times = timetable.runTimes[run] ?? 0;
  const calls: TransitCall[] = [];
  let meters = 0;
  const stopAt = (call: number) => timetable.patternStops[first + call] ?? 0;
  let start = board;
  while (isGathering(timetable, stopAt(start))) start--;
  for (let call = start; call <= alight; call++) {
    if (isSeat(timetable, stopAt(call)) || isGathering(timetable, stopAt(call))) continue;
    const next = callAt(
      view,
      stopAt(call),
      (timetable.arrivals[times + call] ?? 0) + shift,
      (timetable.departures[times + call] ?? 0) + shift,
    );
    const previous = calls.at(-1);
    if (previous) meters += distanceMeters(previous.point, next.point);
    calls.push(next);
  }
  const number = timetable.runTrips[run] ?? 0;
  const trip = timetable.trips[number];
  const route = timetable.routes[timetable.patternRoutes[pattern] ?? 0];
  if (!trip || !route) throw new RangeError(`Run ${run} has no trip or no route.`);
  const leg: RideLeg = {
    kind: 'ride',
    feedId: trip.feedId,
    route,
    trip,
    calls,
    departSeconds: calls[0]?.departSeconds ?? 0,
    arriveSeconds: calls.at(-1)?.arriveSeconds ?? 0,
    meters: Math.round(meters),
    bookedPickup: bookedStop(timetable.patternPickups[first + board]),
    bookedDropOff: bookedStop(timetable.patternDropOffs[first + alight]),
    staysAboard: isSeat(timetable, stopAt(board)),
    approximate: timetable.runApproximate[run] === 1,
  };
  const isEnd = (call: number, past: number) =>
    call === past || isSeat(timetable, stopAt(call + Math.sign(past - call)));
  return { leg, trip: number, isFromStart: isEnd(start, 0), isToEnd: isEnd(alight, last) };
}

function bookedStop(access: number | undefined): BookedStop | null {
  return access === 2 ? 'phone' : access === 3 ? 'driver' : null;
}

function callAt(view: DayView, stop: number, arrive: number, depart: number): TransitCall {
  const known = view.timetable.stops[stop];
  if (!known) throw new RangeError(`Stop ${stop} is not in the timetable.`);
  const { id, name, point } = known;
  const twin = stopOfTwin(view.timetable, stop);
  return { stop: twin, stopId: id, name, point, arriveSeconds: arrive, departSeconds: depart };
}

function endStop(leg: TransitLeg | undefined, end: 'from' | 'to'): number {
  if (!leg) throw new RangeError('A journey has at least one ride.');
  if (leg.kind === 'walk') return leg[end].stop;
  return leg.calls.at(end === 'from' ? 0 : -1)?.stop ?? 0;
}
