// Which timetable journeys go there in time and come back after: asked once for one hour, or shared by a day?

import { tripOf } from '#domain/journey/compose-own.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Trip } from '#domain/journey/journey.ts';
import { lineOffer } from '#domain/journey/line-offer.ts';
import { taggedStops } from '#domain/journey/stop-class.ts';
import { type JourneyEnds, transitLegs } from '#domain/journey/transit-legs.ts';
import {
  journeysArriveBy,
  journeysInRange,
  type TransitJourney,
} from '#domain/journey/transit-search.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** Nobody leaves home earlier than this before the appointment to wait there. */
const EARLIEST_SECONDS = 12 * 3600;
const END_OF_DAY_SECONDS = 26 * 3600;

/** Times are seconds of the day. Each pair of ways in and out has its own journeys. */
export type ScheduledSearch = {
  view: DayView;
  /** The last departures that arrive by then. */
  arriveBy: (seconds: number) => readonly TransitJourney[];
  /** Every departure worth taking that arrives by then: those `arriveBy` leaves out included. */
  before: (seconds: number) => readonly TransitJourney[];
  /** Every departure worth taking from then to the end of the day, in order of departure. */
  after: (seconds: number) => readonly TransitJourney[];
  /** The legs of a journey, made once. */
  trips: (journey: TransitJourney, ends: JourneyEnds, offers: readonly Offer[]) => Trip;
};

type Ask = { ends: TripEnds; wheelchair: boolean };

/** For one appointment: the shortest searches. Null when no stop is within reach of both ends. */
export function searchOneHour(view: DayView, ask: Ask): ScheduledSearch | null {
  const queries = queriesOf(ask);
  if (!queries) return null;
  const { there, back } = queries;
  return {
    view,
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
    after: (seconds) =>
      journeysInRange(view, back, { fromSeconds: seconds, toSeconds: END_OF_DAY_SECONDS }),
  };
}

/** For many hours of one day: one search each way, made when first needed, then cut by hour. */
export function searchWholeDay(view: DayView, ask: Ask): ScheduledSearch | null {
  const queries = queriesOf(ask);
  if (!queries) return null;
  const range = { fromSeconds: 0, toSeconds: END_OF_DAY_SECONDS };
  const there = once(() => journeysInRange(view, queries.there, range));
  const back = once(() => journeysInRange(view, queries.back, range));
  const before = (seconds: number) => inTime(there(), seconds);
  return {
    view,
    trips: tripsOnce(),
    arriveBy: before,
    before,
    after: (seconds) => back().filter((one) => one.departSeconds >= seconds),
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

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
