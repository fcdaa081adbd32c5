// A transport offer as its manager would say it: who may ride, where, when, how to book, what it costs.

import type { SchoolZone } from '#domain/calendar.ts';
import type { Answer } from '#domain/directory/directory.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Provenance } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { PolygonRings } from '#domain/transport/polygon.ts';

export const OFFER_KINDS = [
  'scheduled_line',
  'on_demand',
  'virtual_line',
  'urban_network',
  'volunteer',
  'accompaniment',
  'carpool',
  'taxi',
  'medical_seat',
  'medical_lying',
  'rental',
  'garage',
  'itinerant',
  'home_visit',
  'permanence',
  'teleconsultation',
  'fare_aid',
  'advice',
] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** Nobody is driven: the service comes to the person, or near. */
export const VISITING_KINDS: readonly OfferKind[] = [
  'itinerant',
  'home_visit',
  'permanence',
  'teleconsultation',
];

/** Vehicles people drive or ride themselves, from a place and back to it. */
export const HIRE_KINDS: ReadonlySet<OfferKind> = new Set(['rental', 'garage']);

/**
 * `active`: bookable as described; `to_confirm`: described by dated or weak facts;
 * `to_document`: known to exist or to have existed, nothing more: listed, never proposed for a journey.
 */
export type OfferStatus = 'active' | 'to_confirm' | 'to_document' | 'suspended' | 'historic';

export type Provider = {
  id: string;
  name: string;
  kind:
    | 'association'
    | 'region'
    | 'epci'
    | 'commune'
    | 'operator'
    | 'health_insurance'
    | 'pension_fund'
    | 'company'
    | 'state';
  phone: string | null;
  email: string | null;
  url: string | null;
  address: string | null;
};

/** A stop or a door, and how far around it counts. */
export type NamedPoint = { id: string; name: string; point: LonLat; radiusMeters: number };

/** Where an offer applies: communes, everywhere, named points (stops, hospital doors), a drawn area. */
export type ServiceArea =
  | { kind: 'communes'; insees: readonly Insee[]; label: string }
  | { kind: 'points'; points: readonly NamedPoint[]; label: string }
  | { kind: 'polygon'; polygons: readonly PolygonRings[]; label: string }
  | { kind: 'everywhere'; label: string }
  | { kind: 'unknown'; label: string };

/** Which end of the trip must lie in the area: the four questions every demand-responsive service answers. */
export type AreaRule = 'within' | 'from_to' | 'starts_in' | 'ends_in' | 'starts_or_ends_in';

/** Days an offer runs. Weekdays are ISO: 1 Monday … 7 Sunday. `nthOfMonth`: [1] is « le premier ». */
export type ServiceCalendar = {
  weekdays: readonly number[];
  holidays: 'runs' | 'closed' | 'as_sunday';
  school: 'any' | 'term' | 'vacation';
  /** Whose school holidays count; absent: those of the territory asked about. */
  schoolZone?: SchoolZone;
  /** Ranks of the weekday in its month, from the end when negative: -1 is « le dernier ». */
  nthOfMonth: readonly number[] | null;
  startsOn: string | null;
  endsOn: string | null;
  exceptions: readonly { date: string; runs: boolean; label: string }[];
};

/** GTFS-Flex booking_type 0 real_time, 1 same_day, 2 prior_days. */
export type BookingNotice =
  | { kind: 'real_time' }
  | {
      kind: 'elapsed';
      minMinutes: number;
      maxMinutes: number | null;
      /** When no longest notice is given: calendar days before, at that hour or midnight. */
      opensDaysBefore?: number;
      opensAtMinute?: number;
    }
  | {
      kind: 'days_before';
      days: number;
      businessDays: boolean;
      atMinute: number;
      opensDaysBefore: number | null;
      /** Hour bookings open on that day; absent: midnight. */
      opensAtMinute?: number;
      /** Whether the opening counts business days; absent: as the notice does. */
      opensBusinessDays?: boolean;
    };

export type BookingRule = {
  notice: BookingNotice;
  channels: readonly ('phone' | 'online' | 'email' | 'text' | 'none')[];
  phone: string | null;
  url: string | null;
  email: string | null;
  /** When somebody answers the phone; null: not known. */
  lineHours: LineHours | null;
  /** Days to allow before the very first trip (registration); null: none. */
  firstTripDays: number | null;
  /** The manager may accept later requests: « demandes urgentes possibles ». */
  urgentPossible: boolean;
  cancelBeforeMinutes: number | null;
  /** What to have at hand when calling, one item each. */
  toSay: readonly string[];
  provenance: Provenance;
};

/** Monday first, seven days. `exceptions`: other hours on a date, none when closed that day. */
export type LineHours = {
  week: readonly (readonly DayHours[])[];
  closedOnHolidays: boolean;
  exceptions?: readonly { date: string; slots: readonly DayHours[] }[];
};

/**
 * One way an offer works (GTFS-Flex trip, NeTEx FlexibleRoute). Of a vehicle hired or lent: the area is
 * where its users live, `stop` has them fetch it at the places of the offer and `door` has it brought;
 * days and windows are those it is handed over and given back, which takes `transferMarginMinutes`.
 */
export type TravelPattern = {
  id: string;
  rule: AreaRule;
  origin: ServiceArea;
  destination: ServiceArea | null;
  bothWays: boolean;
  pickup: 'door' | 'stop';
  roundTrip: 'required' | 'allowed' | 'forbidden';
  /** Longest wait of the driver at the appointment; null: does not wait or not known. */
  waitMaxMinutes: number | null;
  maxKm: number | null;
  /** Shorter trips are not taken (one way, by road); absent: no minimum. */
  minKm?: number;
  calendar: ServiceCalendar;
  /** Hours of service on a running day; empty: hours are agreed when booking. */
  windows: readonly DayHours[];
  /** Ride time = factor × drive time + offset (GTFS safe_duration_factor, safe_duration_offset). */
  durationFactor: number;
  durationOffsetSeconds: number;
  /** May bring people to or from the stops of scheduled lines. */
  feeder: 'yes' | 'no' | 'only';
  /** The stops the manager chose for connections; absent: every stop the pattern serves. */
  feederStops?: readonly NamedPoint[];
  transferMarginMinutes: number;
};

export const ACCOMMODATIONS = [
  'wheelchair',
  'transfer_aid',
  'door_through_door',
  'companion',
  'luggage_help',
  'animal',
  'child_seat',
  'oxygen',
  'lying',
] as const;
export type AccommodationCode = (typeof ACCOMMODATIONS)[number];
export type AccommodationOffer = {
  code: AccommodationCode;
  value: Answer | 'on_request';
  note: string | null;
};

export const PURPOSES = [
  'health',
  'shopping',
  'errands',
  'work',
  'school',
  'leisure',
  'social',
  'connection',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export type Offer = {
  id: string;
  kind: OfferKind;
  name: string;
  summary: string;
  status: OfferStatus;
  statusNote: string | null;
  provider: Provider | null;
  organizer: string | null;
  territoryCodes: readonly string[];
  phone: string | null;
  email: string | null;
  url: string | null;
  patterns: readonly TravelPattern[];
  booking: BookingRule | null;
  fares: readonly FareComponent[];
  /** Null: open to everybody. Conditions known to exist but not described are a criterion `other`. */
  eligibility: Eligibility | null;
  accommodations: readonly AccommodationOffer[];
  purposes: { allowed: readonly Purpose[]; denied: readonly Purpose[] };
  /** Rules residents must read, one sentence each: what is excluded, what is asked. */
  conditions: readonly string[];
  /** Names of stops or counters, for offers that have them. */
  places: readonly {
    name: string;
    address: string | null;
    insee: Insee | null;
    point: LonLat | null;
  }[];
  /** Ids of the needs a service answers where it comes; empty: it does not say. */
  needIds: readonly string[];
  /** Timetable feed a scheduled line belongs to. */
  feedId: string | null;
  provenance: Provenance;
  sourceIds: readonly string[];
};
