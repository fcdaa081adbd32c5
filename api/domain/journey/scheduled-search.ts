// Which timetable journeys go there in time and come back after, for one hour?

import { tripOf } from '#domain/journey/compose-own.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { ScheduledTrip } from '#domain/journey/feeder-rides.ts';
import type { Trip } from '#domain/journey/journey.ts';
import { journeysHome } from '#domain/journey/journeys-home.ts';
import { keepLast, keyOf } from '#domain/journey/keep-last.ts';
import { rideMarks } from '#domain/journey/leg-marks.ts';
import { lineOffer } from '#domain/journey/line-offer.ts';
import { SearchCut } from '#domain/journey/search-cut.ts';
import { type StopClass, taggedStops } from '#domain/journey/stop-class.ts';
import { type JourneyEnds, transitLegs } from '#domain/journey/transit-legs.ts';
import {
  type Departure,
  departuresArriveBy,
  journeysInRange,
  latestDepartures,
  type TransitJourney,
} from '#domain/journey/transit-search.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** Nobody leaves home earlier than this before the appointment to wait there. */
const EARLIEST_SECONDS = 12 * 3600;
/** Nobody is sent home by a night on a platform. */
export const END_OF_DAY_SECONDS = 26 * 3600;
/** Home within this time: where lines are many, nobody reads the returns of the evening. */
export const FIRST_RETURNS_SECONDS = 4 * 3600;

/** Times are seconds of the day. Each pair of ways in and out has its own journeys. */
export type ScheduledSearch = {
  view: DayView;
  brief: boolean;
  /** The last departures that arrive by then. */
  arriveBy: (seconds: number) => readonly Departure[];
  /** Every departure worth taking that arrives by then: those `arriveBy` leaves out included. */
  before: (seconds: number) => readonly TransitJourney[];
  /**
   * Departures worth taking from then on, in order for each pair: those that are home in the first
   * hours, until a time, when they are enough, else those of the whole day.
   */
  after: (
    seconds: number,
    isEnough: (journeys: readonly TransitJourney[], until: number) => boolean,
  ) => Returns;
  /** Of the last vehicle that day from the place of care to home: when one must leave the door. */
  lastDeparture: (home: StopClass, care: StopClass) => number;
  /** Whether some search was stopped for want of time: what is given is then what was found before. */
  isCut: () => boolean;
  /** The legs of a journey, made once. */
  trips: (journey: TransitJourney, ends: JourneyEnds, offers: readonly Offer[]) => Trip;
  /** Of each journey home, the way home it makes for the person that day, judged once; null: none. */
  homeward: Map<TransitJourney, ScheduledTrip | null>;
};

/** `isWhole`: nothing leaves later that day. */
export type Returns = { journeys: readonly TransitJourney[]; isWhole: boolean };

export type Ask = { ends: TripEnds; wheelchair: boolean };

/** For one appointment: the shortest searches; with `brief` one return is enough. Null when no stop is within reach of both ends. */
export function searchOneHour(view: DayView, ask: Ask, brief = false): ScheduledSearch | null {
  const queries = queriesOf(ask);
  if (!queries) return null;
  const { there, back } = queries;
  const { isCut, unlessCut } = cuts();
  const last = lastDepartures(view, ask.wheelchair);
  return {
    view,
    brief,
    isCut,
    trips: tripsOnce(view),
    homeward: new Map(),
    arriveBy: (seconds) =>
      unlessCut(() => departuresArriveBy(view, there, seconds), [])
        .filter((one) => isSoonEnough(one, seconds))
        .map((one) => ({ ...one, journey: () => unlessCut(one.journey, null) })),
    before(seconds) {
      const range = { fromSeconds: seconds - EARLIEST_SECONDS, toSeconds: seconds };
      return inTime(
        unlessCut(() => journeysInRange(view, there, range), []),
        seconds,
      );
    },
    lastDeparture: (home, care) => unlessCut(() => last(home, care), 0),
    after(seconds, isEnough) {
      const homeBefore = journeysHome(view, back, seconds);
      const until = Math.min(seconds + FIRST_RETURNS_SECONDS, END_OF_DAY_SECONDS);
      const first = unlessCut(() => homeBefore(until), []);
      if (isCut() || isEnough(first, until)) return { journeys: first, isWhole: false };
      const whole = unlessCut(() => homeBefore(END_OF_DAY_SECONDS), first);
      return { journeys: whole, isWhole: !isCut() };
    },
  };
}

/** To stop searches, and know that some were stopped. */
export function cuts() {
  let isCut = false;
  return {
    isCut: () => isCut,
    /** The answer, or `otherwise` when the search is stopped. */
    unlessCut<Answer>(search: () => Answer, otherwise: Answer): Answer {
      try {
        return search();
      } catch (error) {
        if (!(error instanceof SearchCut)) throw error;
        isCut = true;
        return otherwise;
      }
    },
  };
}

/** For the last homes asked about: one search for each way to reach them, whatever the places of care. */
const latest = keepLast<DayView['backward'], Float64Array>(8);

function lastDepartures(view: DayView, wheelchair: boolean): ScheduledSearch['lastDeparture'] {
  return (home, care) => {
    const targets = taggedStops([home]);
    const byStop = latest(view.backward, `${wheelchair} ${keyOf(targets)}`, () =>
      latestDepartures(view, { targets, wheelchair }, END_OF_DAY_SECONDS),
    );
    let last = 0;
    for (const [stop, { seconds }] of care.reach) {
      last = Math.max(last, (byStop[stop] ?? 0) - seconds);
    }
    return last;
  };
}

/** For the same two ends. */
export function tripsOnce({ marks }: Pick<DayView, 'marks'>): ScheduledSearch['trips'] {
  const made = new Map<TransitJourney, Trip>();
  return (journey, ends, offers) => {
    const known = made.get(journey);
    if (known) return known;
    const trip = tripOf(
      transitLegs(journey, ends, {
        offerOf: (leg) => lineOffer(offers, leg),
        marksOf: (leg) => rideMarks(marks, leg),
      }),
    );
    made.set(journey, trip);
    return trip;
  };
}

/** Null when no stop is within reach of both ends. */
export function queriesOf({ ends: { home, care }, wheelchair }: Ask) {
  if (home.length === 0 || care.length === 0) return null;
  const stops = (classes: readonly StopClass[], way: StopClass['only']) =>
    taggedStops(classes.filter(({ only }) => only === undefined || only === way));
  return {
    there: { sources: stops(home, 'there'), targets: stops(care, 'there'), wheelchair },
    back: { sources: stops(care, 'back'), targets: stops(home, 'back'), wheelchair },
  };
}

/** Those there by then, that leave soon enough before. */
export function inTime<One extends Pick<TransitJourney, 'departSeconds' | 'arriveSeconds'>>(
  journeys: readonly One[],
  seconds: number,
): One[] {
  return journeys.filter((one) => one.arriveSeconds <= seconds && isSoonEnough(one, seconds));
}

/** Nobody waits there all day, nor leaves the day before. */
function isSoonEnough({ departSeconds }: Pick<Departure, 'departSeconds'>, seconds: number) {
  return departSeconds >= Math.max(0, seconds - EARLIEST_SECONDS);
}

/** Cut by arrival and not by departure: no later departure makes one of these useless. */
export function homeBy(seconds: number, journeys: readonly TransitJourney[]): TransitJourney[] {
  return journeys.filter((one) => one.arriveSeconds <= seconds);
}
