// A way there and back before it is assessed: who may ride, until when to book and the price come after.

import type { Hire, JourneyNote, JourneyOption, Trip } from '#domain/journey/journey.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';

/** One ride to ask an offer for. `arriveBy`: the time is that of arrival. */
export type RideRequest = {
  offer: Offer;
  pattern: TravelPattern;
  /** Names of the door or of the stop where the ride itself begins and ends. */
  from: string;
  to: string;
  /** Communes of both, for prices by zone; absent: those of the doors of these names. */
  fromInsee?: Insee | null;
  toInsee?: Insee | null;
  departMinute: number;
  meters: number;
  /** Metres of a loop from the passenger's home and back to it, for fares on that basis. */
  homeLoopMeters: number;
  /** The driver waits this long before the ride back; null: no return with the same ride. */
  waitMinutes: number | null;
  /** True when nobody would wait that long: a ride to a station. Null: not known. */
  driverGoesHome: boolean | null;
  direction: 'outbound' | 'back';
};

export type Draft = {
  kind: JourneyOption['kind'];
  /** Tells apart two ways of one kind that use the same offers. */
  key: string;
  /** Every offer used, in order of use; timetable offers included. */
  offers: readonly Offer[];
  outbound: Trip;
  back: Trip | null;
  otherReturns: readonly Trip[];
  lastReturnMinute: number | null;
  notes: readonly JourneyNote[];
  /** Rides to book; empty for walking, driving and plain timetable legs. */
  rides: readonly RideRequest[];
  hire?: Hire;
  /** What the vehicle asks of whoever drives it, beside the conditions of the offer. */
  asks?: Eligibility | null;
  /** True when the notes say why it cannot be done that day: shown apart, never as possible. */
  blocked: boolean;
};
