// Whom does one call for a trip, until when, and what does one ask for?

import type { Leg } from '#domain/journey/trip.ts';
import type { Moment } from '#domain/time.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';

/** `limit`: what the rule says; `answered`: the last moment somebody answers before it. */
export type Deadline = { opens: Moment | null; limit: Moment; answered: Moment | null };

/** A ride to ask for. `minute`: of departure, from midnight of `date`; it may lie on another day. */
export type AskedRide = {
  from: string;
  to: string;
  date: string;
  minute: number;
  direction: 'outbound' | 'back';
  /** Where a line is caught: be there at `minute`, the line leaves at `lineMinute`. */
  arriveBy: { minute: number; lineMinute: number; vehicle: LineVehicle } | null;
};

type LineVehicle = NonNullable<Leg['line']>['vehicle'];

/** One number to call, in order of deadline, with what to say. */
export type Call = {
  /** Null: the operator of a line that no offer describes. */
  offerId: string | null;
  offerName: string;
  phone: string | null;
  email: string | null;
  url: string | null;
  deadline: Deadline | null;
  /** First call of a new user, when registration comes first and there is time for it. */
  registerBefore: Moment | null;
  /**
   * It can still be booked, by those who are registered: too late to register first. `nextDate`: first day
   * of a first ride; null: not known.
   */
  registrationClosed: { nextDate: string | null } | null;
  urgentPossible: boolean;
  /** Items to have at hand, from the offer, in the offer's words. */
  toSay: readonly string[];
  rides: readonly AskedRide[];
  /** A vehicle to ask for, instead of rides. `from`, `to`: null when not known. */
  hire?: {
    vehicle: HireVehicle;
    placeName: string | null;
    isDelivered: boolean;
    from: Moment | null;
    to: Moment | null;
  };
};
