// What does a GTFS-Flex feed say, in its own terms, once its dialect is understood?
//
// Kept whole for each version of a feed; `flex-offers.ts` makes offers of it.

import type { LonLat } from '#domain/geo.ts';
import type { OfferKind } from '#domain/transport/offer.ts';

/** Rings of [lon, lat], first ring outside: the coordinates of a GeoJSON MultiPolygon. */
export type ZoneShape = readonly (readonly (readonly LonLat[])[])[];

/** A drawn area (`locations.geojson`). */
export type FlexZone = { kind: 'zone'; id: string; name: string | null; shape: ZoneShape };

/** One stop, or a group of stops, or an area of stops. */
export type FlexGroup = {
  kind: 'stops';
  id: string;
  name: string | null;
  stops: readonly { id: string; name: string; point: LonLat }[];
};

export type FlexPlace = FlexZone | FlexGroup;

export type FlexAgency = {
  id: string;
  name: string;
  url: string | null;
  phone: string | null;
  email: string | null;
  fareUrl: string | null;
};

export type FlexRoute = {
  id: string;
  agencyId: string | null;
  shortName: string | null;
  longName: string | null;
  description: string | null;
  type: number;
  url: string | null;
  /** Drafts only: not everybody may ride, the feed does not say who. */
  isRestricted: boolean;
  /** Of our own exports: the format has types of vehicle only. */
  kind?: OfferKind;
};

/** booking_rules.txt; times in seconds of the day, null where the file says nothing. */
export type FlexBookingRule = {
  id: string;
  type: 0 | 1 | 2;
  minMinutes: number | null;
  maxMinutes: number | null;
  lastDay: number | null;
  lastSeconds: number | null;
  startDay: number | null;
  startSeconds: number | null;
  /** Days are counted on the days of this service. */
  serviceId: string | null;
  message: string | null;
  pickupMessage: string | null;
  dropOffMessage: string | null;
  phone: string | null;
  infoUrl: string | null;
  bookingUrl: string | null;
};

/** Weekdays are ISO: 1 Monday … 7 Sunday. Null dates: known by its exceptions alone. */
export type FlexService = {
  id: string;
  weekdays: readonly number[];
  startsOn: string | null;
  endsOn: string | null;
  exceptions: readonly { date: string; runs: boolean; label: string }[];
};

/** 0 regular · 1 none · 2 phone · 3 arrange with the driver. Seconds of the service day. */
export type FlexCall = {
  placeId: string;
  fromSeconds: number;
  toSeconds: number;
  pickup: number;
  dropOff: number;
  pickupRuleId: string | null;
  dropOffRuleId: string | null;
};

/** Calls in order. Ride time = factor × drive time + offset. */
export type FlexTrip = {
  id: string;
  routeId: string;
  serviceId: string;
  calls: readonly FlexCall[];
  durationFactor: number | null;
  durationOffsetSeconds: number | null;
  /** 0 not stated · 1 yes · 2 no. */
  wheelchair: number;
};

export type FlexFeed = {
  agencies: readonly FlexAgency[];
  routes: readonly FlexRoute[];
  trips: readonly FlexTrip[];
  services: readonly FlexService[];
  bookingRules: readonly FlexBookingRule[];
  places: readonly FlexPlace[];
  /** Areas that hold another one whole. */
  covers: readonly { outerId: string; innerId: string }[];
  publisherName: string | null;
};
