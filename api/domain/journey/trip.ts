// One direction of a way, leg by leg, and a vehicle hired for it.

import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';
import type { LegMark } from '#domain/transport/line-overlay.ts';

export type JourneyPoint = { name: string; point: LonLat; insee: Insee | null };

/** Minutes from midnight of the service date; may pass 1440. Null: agreed when booking. */
export type LegTime = number | null;

export const LEG_MODES = [
  'walk',
  'cycle',
  'moped',
  'car',
  'ride',
  'transit',
  'local_network',
] as const;
export type LegMode = (typeof LEG_MODES)[number];

/** A stop served for those who asked: by phone beforehand, or with a sign to the driver. */
export const BOOKED_STOPS = ['phone', 'driver'] as const;
export type BookedStop = (typeof BOOKED_STOPS)[number];

export type Leg = {
  mode: LegMode;
  from: JourneyPoint;
  to: JourneyPoint;
  departMinute: LegTime;
  arriveMinute: LegTime;
  meters: number;
  /** True when times or metres come from the road model and not from a timetable. */
  estimate: boolean;
  offerId: string | null;
  offerName: string | null;
  /** Scheduled legs: line, headsign, vehicle type, number of the train, calls in between. */
  line: {
    name: string;
    headsign: string | null;
    vehicle: 'train' | 'coach' | 'bus' | 'other';
    tripName: string | null;
    /** How to ask for the stop where one gets on, and for that where one gets off; null: no need to. */
    bookedPickup: BookedStop | null;
    bookedDropOff: BookedStop | null;
    /** No change: the vehicle of the leg before goes on under this name. */
    staysAboard: boolean;
    /** Who runs it, and the number its passengers call. */
    operatorName: string | null;
    operatorPhone: string | null;
    /** What organizations say of the line, the trip, or the stops where one gets on and off; absent: nothing. */
    marks?: readonly LegMark[];
  } | null;
  stopCount: number | null;
  /** Points to draw, ends included. */
  path: readonly LonLat[];
};

export type Trip = { departMinute: LegTime; arriveMinute: LegTime; legs: readonly Leg[] };

/**
 * A vehicle the person has from `fromMinute` to `toMinute`, in minutes of the day of the appointment:
 * below 0 the days before, past 1440 the days after; null: not known.
 */
export type Hire = {
  vehicle: HireVehicle;
  /** Where it is fetched and brought back; null: brought to the home, or not known. */
  placeName: string | null;
  isDelivered: boolean;
  fromMinute: LegTime;
  toMinute: LegTime;
  /** To fetch it and to bring it back, when that is not done on the way there and back. */
  fetch: Trip | null;
  bringBack: Trip | null;
};
