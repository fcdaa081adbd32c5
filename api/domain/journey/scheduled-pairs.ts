// Which timetable journey there goes with which ones back, for this person, before these deadlines?

import { type AppointmentWindow, MAY_LAST_MINUTES } from '#domain/journey/appointment-window.ts';
import { isFeasible, mayBeRefused, type ScheduledTrip } from '#domain/journey/feeder-rides.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import type { ScheduledSearch } from '#domain/journey/scheduled-search.ts';
import type { StopClass } from '#domain/journey/stop-class.ts';
import type { Departure, TransitJourney } from '#domain/journey/transit-search.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import {
  bestAndLast,
  bestFirst,
  bestOf,
  costOf,
  departureOf,
  latestOf,
  MINUTES_PER_RIDE,
  tagsOf,
} from '#domain/journey/way-back.ts';
import type { Moment } from '#domain/time.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** Ways back for each way there, below which those of the whole day are looked for. */
const ENOUGH_RETURNS = { knownLength: 1, unknownLength: 3 };
/** With so few in all, lines are rare and the whole day is a short list. */
const FEW_RETURNS = 10;

export type ScheduledPair = {
  there: ScheduledTrip;
  back: readonly ScheduledTrip[];
  /** Null: there is none, or not looked for. */
  lastReturnMinute: number | null;
};

export type ScheduledFound = {
  pairs: readonly ScheduledPair[];
  /** Every way home that is feasible, in order of departure for each way in and out. */
  returns: readonly ScheduledTrip[];
};

type ThereCost = Pick<Departure, 'rides' | 'departSeconds'>;

export type ScheduledContext = {
  request: JourneyRequest;
  window: AppointmentWindow;
  offers: readonly Offer[];
  ends: TripEnds;
  now: Moment;
};

/**
 * One pair for each way to reach stops at both ends. The way back is that of the way there when there
 * is one; else any other the rules allow. `back` empty: nothing brings the person home that day.
 */
export function scheduledPairs(context: ScheduledContext, search: ScheduledSearch): ScheduledFound {
  const outbound = outboundTrips(context, search);
  const { trips, isWhole } = returnTrips(context, search, outbound);
  const pairs = outbound.map((there): ScheduledPair => {
    const back = bestFirst(returnsFor(there, trips));
    const last = lastOf(context, search, back, isWhole);
    return { there, back, lastReturnMinute: search.isCut() ? null : last };
  });
  // That nothing brings one home is not known before all is searched.
  const told = search.isCut() ? pairs.filter(({ back }) => back.length > 0) : pairs;
  return { pairs: told, returns: trips };
}

function outboundTrips(context: ScheduledContext, search: ScheduledSearch): ScheduledTrip[] {
  const { ends, window } = context;
  const arriveBy = window.arriveByMinute * 60;
  const last = search.arriveBy(arriveBy);
  let all: readonly TransitJourney[] | null = null;
  return ends.home.flatMap((home) =>
    ends.care.flatMap((care): ScheduledTrip[] => {
      const joined = <One extends Omit<Departure, 'journey'>>(departures: readonly One[]): One[] =>
        departures
          .filter((one) => one.sourceTag === home.tag && one.targetTag === care.tag)
          .toSorted(compareThere);
      const serves = (journey: TransitJourney | null) =>
        journey !== null && roadMeters(journey, home, care) < ends.car.meters;
      const best = joined(last)
        .find(({ journey }) => serves(journey()))
        ?.journey();
      if (!best) return [];
      const there = thereOf(context, search, best, home, care);
      if (!mayBeRefused(home, care) || isFeasible(there, context)) return [there];
      all ??= search.before(arriveBy);
      for (const journey of joined(all).filter(serves)) {
        const other = thereOf(context, search, journey, home, care);
        if (isFeasible(other, context)) return [other];
      }
      return [there];
    }),
  );
}

/**
 * Enough: for each way there the best way back is known, and some others when they are to be shown; with
 * none there, any journey home may go with a booked ride.
 */
function returnTrips(
  context: ScheduledContext,
  search: ScheduledSearch,
  outbound: readonly ScheduledTrip[],
): { trips: ScheduledTrip[]; isWhole: boolean } {
  const { ends, window } = context;
  const homes = new Map(ends.home.map((each) => [each.tag, each]));
  const cares = new Map(ends.care.map((each) => [each.tag, each]));
  const backs = (journeys: readonly TransitJourney[]) => {
    const served = journeys.flatMap((journey) => {
      const [home, care] = [homes.get(journey.targetTag), cares.get(journey.sourceTag)];
      if (!home || !care || roadMeters(journey, care, home) >= ends.car.meters) return [];
      return [{ journey, home, care }];
    });
    return (search.brief ? bestAndLast(served) : served).flatMap(
      ({ journey, home, care }) => homewardOf(context, search, journey, home, care) ?? [],
    );
  };
  const isKnown = search.brief || window.assumedMinutes === null;
  const enough = ENOUGH_RETURNS[isKnown ? 'knownLength' : 'unknownLength'];
  const { journeys, isWhole } = search.after(window.leaveFromMinute * 60, (found, until) => {
    if (outbound.length === 0 || (!search.brief && found.length <= FEW_RETURNS)) return false;
    const byTags = Map.groupBy(backs(found), tagsOf);
    return outbound.every((there) => {
      const same = byTags.get(tagsOf(there)) ?? [];
      return same.length >= enough && isSure(context, same, until);
    });
  });
  return { trips: backs(journeys), isWhole };
}

/**
 * Whether those home after a time would change neither which way back is proposed nor what is said of it.
 * The last of a booked ride to the station is not known before the whole day is: it must not matter.
 */
function isSure(
  context: ScheduledContext,
  returns: readonly ScheduledTrip[],
  until: number,
): boolean {
  const best = bestOf(returns);
  if (!best || costOf(best) > until + MINUTES_PER_RIDE * 60) return false;
  return !mayBeRefused(best.home, best.care) || isLateEnough(context, returns);
}

/** Whether a way back is listed that leaves after the one proposed, and after an appointment that lasts. */
function isLateEnough(
  { request, window }: ScheduledContext,
  returns: readonly ScheduledTrip[],
): boolean {
  const best = bestOf(returns);
  const last = latestOf(returns);
  const mayLast = request.appointment.minute + MAY_LAST_MINUTES;
  if (!best || last <= departureOf(best)) return false;
  return window.assumedMinutes === null || last >= mayLast;
}

/** When the list stops before the evening, the last of a booked ride to the station is not known. */
function lastOf(
  context: ScheduledContext,
  search: ScheduledSearch,
  back: readonly ScheduledTrip[],
  isWhole: boolean,
): number | null {
  const [best] = back;
  if (!best) return null;
  const listed = latestOf(back);
  if (isWhole) return listed;
  if (mayBeRefused(best.home, best.care)) return null;
  if (search.brief && isLateEnough(context, back)) return null;
  return Math.max(listed, Math.floor(search.lastDeparture(best.home, best.care) / 60));
}

/** Those of the same ways in and out, else those of the best of another. A car goes home with its driver. */
function returnsFor(there: ScheduledTrip, returns: readonly ScheduledTrip[]): ScheduledTrip[] {
  const same = returns.filter(
    ({ home, care }) => home.tag === there.home.tag && care.tag === there.care.tag,
  );
  if (same.length > 0) return same;
  const [other] = returns
    .filter((back) => mayPair(there, back))
    .toSorted((a, b) => costOf(a) - costOf(b) || (tagsOf(a) < tagsOf(b) ? -1 : 1));
  if (!other) return [];
  return returns.filter((each) => tagsOf(each) === tagsOf(other));
}

/** The car stands where it was left; an offer that asks for both ways, or takes one only, keeps its rule. */
function mayPair(there: ScheduledTrip, back: ScheduledTrip): boolean {
  if ((there.home.mode === 'car') !== (back.home.mode === 'car')) return false;
  const out = [there.home, there.care];
  const home = [back.home, back.care];
  const isAlone = (each: StopClass, others: readonly StopClass[]) =>
    each.pattern?.roundTrip === 'required' && !others.some(({ tag }) => tag === each.tag);
  return !out.some((each) => isAlone(each, home)) && !home.some((each) => isAlone(each, out));
}

/** The latest departure, unless it costs a change it is not worth. */
function compareThere(a: ThereCost, b: ThereCost): number {
  const cost = (one: ThereCost) => one.rides * MINUTES_PER_RIDE * 60 - one.departSeconds;
  return cost(a) - cost(b) || a.rides - b.rides;
}

function thereOf(
  { request: { from, to }, offers }: ScheduledContext,
  { trips }: ScheduledSearch,
  journey: TransitJourney,
  home: StopClass,
  care: StopClass,
): ScheduledTrip {
  const trip = trips(journey, { from, to, access: home, egress: care }, offers);
  return { journey, home, care, trip };
}

/** Null when its rides cannot be had that day. */
function homewardOf(
  context: ScheduledContext,
  search: ScheduledSearch,
  journey: TransitJourney,
  home: StopClass,
  care: StopClass,
): ScheduledTrip | null {
  const known = search.homeward.get(journey);
  if (known !== undefined) return known;
  const { request, offers } = context;
  const ends = { from: request.to, to: request.from, access: care, egress: home };
  const back = { journey, home, care, trip: search.trips(journey, ends, offers) };
  const found = !mayBeRefused(home, care) || isFeasible(back, context) ? back : null;
  search.homeward.set(journey, found);
  return found;
}

/** Metres by road at both ends: as long as the whole road, the line serves nothing. */
function roadMeters(journey: TransitJourney, first: StopClass, last: StopClass): number {
  const metersOf = (each: StopClass, stop: number) =>
    each.mode === 'walk' ? 0 : (each.reach.get(stop)?.meters ?? 0);
  return metersOf(first, journey.firstStop) + metersOf(last, journey.lastStop);
}
