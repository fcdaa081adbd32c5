// What does a public transport feed say, file by file? Plain rows, as an import produces and the database returns.
//
// GTFS words are kept. Times are seconds of the service day (from noon minus 12 h, may pass 86 400).

import type { LonLat } from '#domain/geo.ts';

export type GtfsAgency = {
  id: string;
  name: string;
  url: string | null;
  timezone: string;
  phone: string | null;
};

/** 0 not stated · 1 yes · 2 no, for a stop (`wheelchair_boarding`) or a trip (`wheelchair_accessible`). */
export type GtfsAccess = 0 | 1 | 2;

/** `kind` is `location_type`: 0 stop or platform, 1 station, 2 entrance, 3 node, 4 boarding area. */
export type GtfsStop = {
  id: string;
  name: string;
  /** Null for nodes and boarding areas without coordinates. */
  point: LonLat | null;
  kind: number;
  parentId: string | null;
  platformCode: string | null;
  wheelchair: GtfsAccess;
};

/** `type`: basic (0–12) or extended (100–1702) route type. */
export type GtfsRoute = {
  id: string;
  agencyId: string | null;
  shortName: string | null;
  longName: string | null;
  type: number;
  color: string | null;
};

export type GtfsTrip = {
  id: string;
  routeId: string;
  serviceId: string;
  headsign: string | null;
  shortName: string | null;
  wheelchair: GtfsAccess;
  /** The vehicle that runs it; trips of one block follow one another. Absent or null: not said. */
  blockId?: string | null;
};

/** 0 regular · 1 none · 2 phone the agency · 3 arrange with the driver. Empty means 0. */
export type GtfsStopAccess = 0 | 1 | 2 | 3;

/** `stopId` null: a flex row (zone or group of stops), left to the offers, never routed here. */
export type GtfsStopTime = {
  tripId: string;
  stopId: string | null;
  sequence: number;
  arrivalSeconds: number | null;
  departureSeconds: number | null;
  pickup: GtfsStopAccess;
  dropOff: GtfsStopAccess;
  /** In the feed's own unit: only its proportions count. */
  shapeDistance: number | null;
};

/** Monday first; dates 'YYYY-MM-DD', both included. */
export type GtfsCalendar = {
  serviceId: string;
  weekdays: readonly boolean[];
  startsOn: string;
  endsOn: string;
};

export type GtfsCalendarDate = { serviceId: string; date: string; runs: boolean };

export type GtfsFrequency = {
  tripId: string;
  startSeconds: number;
  endSeconds: number;
  headwaySeconds: number;
  exactTimes: boolean;
};

/**
 * `kind` is `transfer_type`: 0 recommended, 1 the vehicles wait for each other, 2 takes `minSeconds`,
 * 3 impossible, 4 the rider stays in the vehicle, which goes on as the other trip, 5 must get off it.
 * Null: any. Stops may be null for 4 and 5 only, which name both trips.
 */
export type GtfsTransfer = {
  fromStopId: string | null;
  toStopId: string | null;
  fromRouteId: string | null;
  toRouteId: string | null;
  fromTripId: string | null;
  toTripId: string | null;
  kind: number;
  minSeconds: number | null;
};

export type GtfsFeedInfo = {
  publisherName: string | null;
  version: string | null;
  startsOn: string | null;
  endsOn: string | null;
};

export type GtfsFeed = {
  agencies: readonly GtfsAgency[];
  stops: readonly GtfsStop[];
  routes: readonly GtfsRoute[];
  trips: readonly GtfsTrip[];
  stopTimes: readonly GtfsStopTime[];
  calendars: readonly GtfsCalendar[];
  calendarDates: readonly GtfsCalendarDate[];
  frequencies: readonly GtfsFrequency[];
  transfers: readonly GtfsTransfer[];
  feedInfo: GtfsFeedInfo | null;
};
