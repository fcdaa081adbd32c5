// What may be tried on a territory, in words a coordination uses?
//
// Changes are applied in order. Sites of the directory go by their identifier, those a scenario opens by the
// `id` it gives them. Amounts are in full-time posts, whatever the profession's unit of access.

import type { LonLat } from '#domain/geo.ts';
import type { HalfDay } from './half-days.ts';
import type { AccessProfession } from './professions.ts';

/** To sites that are there, or that a change before opened. */
export type SiteChange =
  /** Somebody leaves and nobody comes; `fullTime` null: all of the profession there do. */
  | { kind: 'retire'; site: string; profession: AccessProfession; fullTime: number | null }
  | { kind: 'reduce_activity'; site: string; profession: AccessProfession; keptPercent: number }
  /** All professions of the site move together. */
  | { kind: 'move'; site: string; to: LonLat }
  /** More half-days, for those who can only come then; `addedFullTime` 0: the same work, spread wider. */
  | {
      kind: 'extend_hours';
      site: string;
      profession: AccessProfession;
      halfDays: readonly HalfDay[];
      addedFullTime: number;
    };

export type OpeningChange =
  | {
      kind: 'open_site';
      id: string;
      at: LonLat;
      staff: readonly Post[];
      halfDays: readonly HalfDay[];
    }
  /** A practitioner of elsewhere comes on some half-days. */
  | {
      kind: 'advanced_consultation';
      id: string;
      at: LonLat;
      profession: AccessProfession;
      halfDays: readonly HalfDay[];
    }
  | { kind: 'mobile_unit'; id: string; profession: AccessProfession; stops: readonly UnitStop[] }
  /** `countsPercent`: how much of a consultation on the spot one there is worth. */
  | {
      kind: 'teleconsultation_booth';
      id: string;
      at: LonLat;
      profession: AccessProfession;
      halfDays: readonly HalfDay[];
      countsPercent: number;
    };

/** Zone and destinations by commune. Door to door: wait + factor × the drive. */
export type OnDemandChange = {
  kind: 'add_on_demand';
  id: string;
  zone: readonly string[];
  destinations: readonly string[];
  weekdays: readonly number[];
  fromMinute: number;
  toMinute: number;
  waitMinutes: number;
  durationFactor: number;
  bookingDaysBefore: number;
};

export type LineChange =
  | {
      kind: 'add_line';
      id: string;
      /** In order, the first at minute 0. */
      stops: readonly LineStop[];
      /** From the first stop, minutes of the day. */
      departures: readonly number[];
      /** From the last stop, for the way back at the same pace. */
      returnDepartures: readonly number[];
      weekdays: readonly number[];
    }
  /** Every run of the line on these days leaves later, or earlier below 0. */
  | { kind: 'retime_line'; line: string; shiftMinutes: number; weekdays: readonly number[] };

export type TransportChange = OnDemandChange | LineChange;

export type ScenarioChange = SiteChange | OpeningChange | TransportChange;

export const isTransport = (change: ScenarioChange | undefined): change is TransportChange =>
  change?.kind === 'add_on_demand' || change?.kind === 'add_line' || change?.kind === 'retime_line';

export type Post = { profession: AccessProfession; fullTime: number };

/** `everyWeeks` 2: every other week. */
export type UnitStop = { at: LonLat; halfDays: readonly HalfDay[]; everyWeeks: number };

export type LineStop = { at: LonLat; minutesFromFirst: number };

/** All that its figures depend on: the same text gives the same figures. */
export type Scenario = {
  version: 1;
  /** Of the data it was reckoned on: source to edition. */
  vintages: Readonly<Record<string, string>>;
  /** Of the reckoning: threshold, draws, what the page chose. */
  parameters: Readonly<Record<string, string | number | boolean>>;
  changes: readonly ScenarioChange[];
};

/** One practitioner at full time receives people on ten half-days a week. */
export const HALF_DAYS_A_FULL_TIME = 10;
