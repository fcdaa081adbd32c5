// From home to care and back: what is asked and what is answered.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { CareHours } from '#domain/directory/opening-on.ts';
import type { AskedRide, Call, Deadline } from '#domain/journey/call.ts';
import type {
  BookedStop,
  Hire,
  JourneyPoint,
  Leg,
  LegMode,
  LegTime,
  Trip,
} from '#domain/journey/trip.ts';
import type { Visit, VisitPlace } from '#domain/journey/visit.ts';
import type { Provenance } from '#domain/provenance.ts';
import type { Moment } from '#domain/time.ts';
import type { EligibilityResult } from '#domain/transport/eligibility.ts';
import type { Price } from '#domain/transport/fare.ts';
import type { AccommodationCode, OfferKind } from '#domain/transport/offer.ts';
import type { Person } from '#domain/transport/person.ts';

/** How the person travels when nothing else is said. */
export const TRAVEL_MODES = ['car', 'no_car', 'driven'] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** `minute` is local time of the appointment; null duration: the person does not know how long. */
export type Appointment = { date: string; minute: number; durationMinutes: number | null };

export type JourneyRequest = {
  from: JourneyPoint;
  to: JourneyPoint;
  appointment: Appointment;
  mode: TravelMode;
  profile: Person;
  needs: readonly AccommodationCode[];
  /** Ids of the directory's needs care is looked for; absent or empty: not known. */
  careNeeds?: readonly string[];
  /** When the place of care receives people; absent: not known. */
  careHours?: CareHours;
};

export type { BookedStop, Hire, JourneyPoint, Leg, LegMode, LegTime, Moment, Trip };

export const BOOKING_STATES = [
  'not_needed',
  'early',
  'open',
  'soon',
  'registration',
  'too_late',
  'unknown',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

export type { AskedRide, Call, Deadline };

/** « Sans … », « Attention … »: a code the interface turns into a sentence. */
export type JourneyNote =
  | { code: 'reference_timetable'; feedId: string; validFrom: string; validTo: string }
  | { code: 'timetable_missing'; offerName: string }
  | { code: 'facts_to_confirm'; asOf: string | null }
  | { code: 'walk_long'; meters: number }
  | { code: 'no_return_after'; minute: number }
  | { code: 'wait_beyond_free'; minutes: number; freeMinutes: number }
  | { code: 'prescription_before' }
  | { code: 'insurance_excluded' }
  | { code: 'last_resort' }
  | { code: 'accommodation_unknown'; accommodation: AccommodationCode }
  | { code: 'duration_assumed'; minutes: number }
  | { code: 'long_wait'; minutes: number }
  | { code: 'not_running'; nextDate: string | null }
  | { code: 'outside_hours'; windows: readonly DayHours[] }
  | { code: 'calendar_unknown' }
  | { code: 'stop_unknown' }
  | { code: 'no_return' }
  | { code: 'driver_waits'; minutes: number }
  | { code: 'driver_to_find' }
  | { code: 'connection_margin'; minutes: number }
  | { code: 'hire_place_unknown' }
  | { code: 'hire_hours_unknown' }
  | { code: 'hire_out_of_reach'; placeName: string; meters: number }
  | { code: 'hire_closed'; placeName: string | null };

/** 0 bookable and eligible · 1 to check · 2 registration first · 3 almost possible (too late, not eligible). */
export type Tier = 0 | 1 | 2 | 3;

export type JourneyOption = {
  id: string;
  kind: OfferKind | 'walk' | 'own_car' | 'driven';
  title: string;
  offerIds: readonly string[];
  tier: Tier;
  state: BookingState;
  outbound: Trip;
  back: Trip | null;
  /** Other returns by time when the length is unknown or another train suits. */
  otherReturns: readonly Trip[];
  /** Departure of the last possible return; null when returns are agreed when booking or none. */
  lastReturnMinute: number | null;
  eligibility: EligibilityResult;
  price: Price;
  calls: readonly Call[];
  notes: readonly JourneyNote[];
  /** Proofs and papers to have at hand. */
  toHave: readonly string[];
  provenance: Provenance | null;
  /** Present for a vehicle one drives or rides oneself. */
  hire?: Hire;
  /** Door to door, both ways, waiting included: used for ranking, shown in words. */
  totalMinutes: number;
  walkMeters: number;
};

/** A question whose answer would change the list (never asked otherwise). */
export type ProfileQuestion = Exclude<keyof Person, 'registrations'>;

/** What would make it possible: planned again with that one thing changed, never guessed. */
export type JourneyChange =
  | { kind: 'other_hour' | 'other_day'; date: string; minute: number; way: JourneySummary }
  | { kind: 'companion' | 'proof'; offerId: string; way: JourneySummary }
  /** `before`: last moment to register for this trip, the first to do of several. */
  | {
      kind: 'registration';
      offerId: string;
      offerName: string;
      phone: string | null;
      before: Moment;
      way: JourneySummary;
    }
  | {
      kind: 'outside_zone';
      offerId: string;
      offerName: string;
      end: 'home' | 'care';
      meters: number;
      /** To the edge of the zone, or to the centre of a commune of it, whose edge may be nearer. */
      measured: 'edge' | 'centre';
    };

/** A service that comes to the person, or near: to the home, to the commune, or by screen. */
export type VisitingService = {
  offerId: string;
  offerName: string;
  kind: OfferKind;
  /** `to_check`: it does not say which needs it answers; `not_asked`: no need is known. */
  needMatch: 'yes' | 'to_check' | 'not_asked';
  /** False when it does not say whether it comes to this home. */
  areaKnown: boolean;
  /** Where it stands when the time is agreed when calling. */
  place: VisitPlace | null;
  /** First day it comes nearest to the home that the booking rule still allows; null: agreed when calling. */
  next: Visit | null;
  /** A few other days within two months, there or near, soonest first. */
  others: readonly Visit[];
  state: BookingState;
  eligibility: EligibilityResult;
  price: Price;
  phone: string | null;
  calls: readonly Call[];
  /** Described by dated or weak facts. */
  toConfirm: boolean;
  provenance: Provenance | null;
};

export type SlotRequest = Omit<JourneyRequest, 'appointment'> & {
  fromDate: string;
  /** 1 to 14. */
  dayCount: number;
  durationMinutes: number | null;
};

/** `to_check`: possible if an unknown turns out well (eligibility, need, registration). */
export type SlotStatus = 'reachable' | 'to_check' | 'not_reachable';

/** `minute`: when the appointment would begin. */
export type Slot = { minute: number; status: SlotStatus; way: JourneySummary | null };

export type SlotDay = {
  date: string;
  /** Name of the public holiday, in French. */
  holiday: string | null;
  /** False when the day lies outside the timetables known. */
  timetableKnown: boolean;
  slots: readonly Slot[];
};

/** Which days and hours of the fortnight to ask the secretary for. */
export type SlotCalendar = { fromName: string; toName: string; days: readonly SlotDay[] };

export type JourneyPlan = {
  request: { fromName: string; toName: string; appointment: Appointment; mode: TravelMode };
  /** At most five, in the published order. */
  options: readonly JourneyOption[];
  /** Tier 3, with the blocking reason or the next feasible date. */
  almost: readonly JourneyOption[];
  questions: readonly ProfileQuestion[];
  /** Offers of which to ask whether the person is registered with them: it changes the answer. */
  registrations: readonly { offerId: string; offerName: string }[];
  /** Kinds of help whose need would change the answer. */
  needsAsked: readonly AccommodationCode[];
  /**
   * Empty when a way of tier 0 or 1 exists, nothing has to change, and in brief plans. Other hours and days
   * alone when the place of care is closed then.
   */
  changes: readonly JourneyChange[];
  /** Services that come to the person, or near: those that answer the need first, then soonest.
   * Empty in brief plans. */
  visiting: readonly VisitingService[];
  crowMeters: number;
  /** `estimate`: from the road model and not from the roads themselves. */
  drive: { minutes: number; meters: number; estimate: boolean };
};

/** The part of an option a result card shows. */
export type JourneySummary = Pick<
  JourneyOption,
  'id' | 'kind' | 'title' | 'tier' | 'state' | 'price' | 'notes' | 'eligibility'
> & {
  departMinute: LegTime;
  arriveMinute: LegTime;
  returnMinute: LegTime;
  firstCall: Call | null;
  hire?: Hire;
};
