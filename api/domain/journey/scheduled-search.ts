// Which timetable journeys go there in time and come back after: asked once for one hour, or shared by a day?

import { tripOf } from '#domain/journey/compose-own.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Trip } from '#domain/journey/journey.ts';
import { lineOffer } from '#domain/journey/line-offer.ts';
import { type StopClass, taggedStops } from '#domain/journey/stop-class.ts';
import { type JourneyEnds, transitLegs } from '#domain/journey/transit-legs.ts';
import {
  journeysArriveBy,
  journeysDepartAfter,
  journeysInRange,
  latestDepartures,
  type TransitJourney,
} from '#domain/journey/transit-search.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** Nobody leaves home earlier than this before the appointment to wait there. */
const EARLIEST_SECONDS = 12 * 3600;
/** Nobody is sent home by a night on a platform. */
const END_OF_DAY_SECONDS = 26 * 3600;
/** Home within this time: where lines are many, nobody reads the returns of the evening. */
const FIRST_RETURNS_SECONDS = 4 * 3600;

/** Times are seconds of the day. Each pair of ways in and out has its own journeys. */
export type ScheduledSearch = {
  view: DayView;
  brief: boolean;
  /** The last departures that arrive by then. */
  arriveBy: (seconds: number) => readonly TransitJourney[];
  /** Every departure worth taking that arrives by then: those `arriveBy` leaves out included. */
  before: (seconds: number) => readonly TransitJourney[];
  /**
   * Departures worth taking from then on, in order for each pair: those that are home in the first
   * hours when they are enough, else those of the whole day.
   */
  after: (seconds: number, isEnough: (journeys: readonly TransitJourney[]) => boolean) => Returns;
  /** Of the last vehicle that day from the place of care to home: when one must leave the door. */
  lastDeparture: (home: StopClass, care: StopClass) => number;
  /** The legs of a journey, made once. */
  trips: (journey: TransitJourney, ends: JourneyEnds, offers: readonly Offer[]) => Trip;
};

/** `isWhole`: nothing leaves later that day. */
export type Returns = { journeys: readonly TransitJourney[]; isWhole: boolean };

type Ask = { ends: TripEnds; wheelchair: boolean };

/** For one appointment: the shortest searches, with `brief` for one return only. Null when no stop is within reach of both ends. */
export function searchOneHour(view: DayView, ask: Ask, brief = false): ScheduledSearch | null {
  const queries = queriesOf(ask);
  if (!queries) return null;
  const { there, back } = queries;
  return {
    view,
    brief,
    trips: tripsOnce(),
    arriveBy: (seconds) => inTime(journeysArriveBy(view, there, seconds), seconds),
    before: (seconds) =>
      inTime(
        journeysInRange(view, there, {
          fromSeconds: seconds - EARLIEST_SECONDS,
          toSeconds: seconds,
        }),
        seconds,
      ),
    lastDeparture: lastDepartures(view, ask.wheelchair),
    after(seconds, isEnough) {
      if (brief) {
        const soonest = homeBy(END_OF_DAY_SECONDS, journeysDepartAfter(view, back, seconds));
        if (isEnough(soonest)) return { journeys: soonest, isWhole: false };
      }
      const middle = seconds + FIRST_RETURNS_SECONDS;
      const early = journeysInRange(view, back, { fromSeconds: seconds, toSeconds: middle });
      const first = homeBy(middle, early);
      if (isEnough(first)) return { journeys: first, isWhole: false };
      const range = { fromSeconds: middle + 1, toSeconds: END_OF_DAY_SECONDS };
      const late = middle < END_OF_DAY_SECONDS ? journeysInRange(view, back, range) : [];
      const whole = [...worthTaking(early, late), ...late];
      return { journeys: homeBy(END_OF_DAY_SECONDS, whole), isWhole: true };
    },
  };
}

/** For many hours of one day: one search each way, made when first needed, then cut by hour. */
export function searchWholeDay(view: DayView, ask: Ask): ScheduledSearch | null {
  const queries = queriesOf(ask);
  if (!queries) return null;
  const range = { fromSeconds: 0, toSeconds: END_OF_DAY_SECONDS };
  const there = once(() => journeysInRange(view, queries.there, range));
  const back = once(() => homeBy(END_OF_DAY_SECONDS, journeysInRange(view, queries.back, range)));
  const before = (seconds: number) => inTime(there(), seconds);
  return {
    view,
    brief: false,
    trips: tripsOnce(),
    arriveBy: before,
    before,
    lastDeparture: (home, care) =>
      back()
        .filter((one) => one.sourceTag === care.tag && one.targetTag === home.tag)
        .reduce((last, one) => Math.max(last, one.departSeconds), 0),
    after(seconds, isEnough) {
      const all = back().filter((one) => one.departSeconds >= seconds);
      const first = homeBy(seconds + FIRST_RETURNS_SECONDS, all);
      return isEnough(first)
        ? { journeys: first, isWhole: false }
        : { journeys: all, isWhole: true };
    },
  };
}

/** One search for each way to reach home, whatever the places of care asked about. */
function lastDepartures(view: DayView, wheelchair: boolean): ScheduledSearch['lastDeparture'] {
  const byHome = new Map<string, Float64Array>();
  return (home, care) => {
    const latest =
      byHome.get(home.tag) ??
      latestDepartures(view, { targets: taggedStops([home]), wheelchair }, END_OF_DAY_SECONDS);
    byHome.set(home.tag, latest);
    let last = 0;
    for (const [stop, { seconds }] of care.reach) {
      last = Math.max(last, (latest[stop] ?? 0) - seconds);
    }
    return last;
  };
}

function tripsOnce(): ScheduledSearch['trips'] {
  const made = new Map<TransitJourney, Trip>();
  return (journey, ends, offers) => {
    const known = made.get(journey);
    if (known) return known;
    const trip = tripOf(transitLegs(journey, ends, (leg) => lineOffer(offers, leg)));
    made.set(journey, trip);
    return trip;
  };
}

function queriesOf({ ends: { home, care }, wheelchair }: Ask) {
  if (home.length === 0 || care.length === 0) return null;
  const [atHome, atCare] = [taggedStops(home), taggedStops(care)];
  return {
    there: { sources: atHome, targets: atCare, wheelchair },
    back: { sources: atCare, targets: atHome, wheelchair },
  };
}

function inTime(journeys: readonly TransitJourney[], seconds: number): TransitJourney[] {
  return journeys.filter(
    (one) =>
      one.arriveSeconds <= seconds && one.departSeconds >= Math.max(0, seconds - EARLIEST_SECONDS),
  );
}

/** Cut by arrival and not by departure: no later departure makes one of these useless. */
function homeBy(seconds: number, journeys: readonly TransitJourney[]): TransitJourney[] {
  return journeys.filter((one) => one.arriveSeconds <= seconds);
}

/** Of the early ones, those that no later departure of the same ways in and out makes useless. */
function worthTaking(
  early: readonly TransitJourney[],
  late: readonly TransitJourney[],
): TransitJourney[] {
  const pairOf = ({ sourceTag, targetTag }: TransitJourney) => `${sourceTag} ${targetTag}`;
  const byPair = Map.groupBy(late, pairOf);
  return early.filter(
    (one) =>
      !byPair
        .get(pairOf(one))
        ?.some((other) => other.arriveSeconds <= one.arriveSeconds && other.rides <= one.rides),
  );
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
