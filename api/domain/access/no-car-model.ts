// What does a browser need to try changes on what people do without a car, and in what form is it sent?
//
// The useful days the server computed, site by site; when each place of care receives; the runs of the lines that
// call near homes and care in the week of reference. Numbers as base64 of two bytes each, the least first.

import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import { SLOT_MINUTES } from '#domain/journey/slot-minutes.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { LocalDate } from '#domain/time.ts';
import { base64Of, numbersIn } from './base-64.ts';
import { ALL_HALF_DAYS, type HalfDayMask } from './half-days.ts';
import { AFTERNOON_MINUTE } from './no-car-bounds.ts';

/** A commune of the territory, where its people are taken to start from. */
export type NoCarHome = {
  insee: Insee;
  name: string;
  point: LonLat;
  /** Number of the place of the model whose times by car are those of the commune. */
  place: number;
  population: number;
  population75Plus: number | null;
  /** Half-days whose best way is by a timetable. */
  lineMask: HalfDayMask;
};

/** Of the profession. */
export type NoCarSite = {
  id: string;
  name: string;
  insee: Insee | null;
  communeName: string;
  point: LonLat;
  /** By weekday, Monday first: bit n when somebody receives from the nth half-hour of the planner. */
  slots: readonly number[];
  /** False: usual hours are supposed, for one practitioner at least. */
  isSaid: boolean;
  /** The same place in the model by car; empty: it is not there. */
  modelSites: readonly number[];
};

/** Near homes or care, a line of the timetables. Its calls elsewhere are left out. */
export type NoCarLine = {
  id: string;
  name: string;
  patterns: readonly {
    /** Numbers of stops, in order of calls. */
    stops: readonly number[];
    /** By run: weekdays as bits, Monday the lowest; arrivals by call; departures by call. Minutes, or `NO_CALL`. */
    runs: string;
  }[];
};

/** Items of home n from starts[n] to starts[n + 1]. */
export type EncodedReach = { starts: string; items: string; masks: string };

export type NoCarFacts = {
  state: 'done';
  /** Of the week of reference. */
  monday: LocalDate;
  homes: readonly NoCarHome[];
  sites: readonly NoCarSite[];
  /** By home, sites of the profession in the order they were tried, with the half-days open to all. */
  reached: EncodedReach;
  /** By home, points of care of any profession reached, with the half-days open to all. */
  elsewhere: EncodedReach;
  points: readonly LonLat[];
  stops: readonly LonLat[];
  lines: readonly NoCarLine[];
};

/** Unknown is not « never »: no change can then be told without a car. */
export type NoCarModel = NoCarFacts | { state: 'not_computed' | 'no_timetable' | 'no_service' };

/** One does not board there, or not get off. */
export const NO_CALL = 65_535;
/** Beside the half-days of a site: it is one of those that make days useful. */
const COUNTS = 1 << 14;

export type Reach = { item: number; mask: HalfDayMask; counts: boolean };

export function encodeReach(homes: readonly (readonly Reach[])[]): EncodedReach {
  const starts = [0];
  for (const each of homes) starts.push((starts.at(-1) ?? 0) + each.length);
  const all = homes.flat();
  return {
    starts: base64Of(starts, 2),
    items: base64Of(
      all.map(({ item }) => item),
      2,
    ),
    masks: base64Of(
      all.map(({ mask, counts }) => mask | (counts ? COUNTS : 0)),
      2,
    ),
  };
}

/** Throws a `bad_request` on what is no reach of so many homes to so many things. */
export function decodeReach(encoded: EncodedReach, homes: number, things: number): Reach[][] {
  const starts = [...numbersIn(encoded.starts, 2)];
  const items = [...numbersIn(encoded.items, 2)];
  const masks = [...numbersIn(encoded.masks, 2)];
  const count = starts.at(-1) ?? -1;
  const isWhole = starts.length === homes + 1 && items.length === count && masks.length === count;
  if (!isWhole || items.some((item) => item >= things)) {
    throw new AppError(
      'bad_request',
      `Days without a car: expected those of ${homes} homes to ${things} places, received ${starts.length} starts, ${items.length} places, ${masks.length} masks.`,
    );
  }
  return Array.from({ length: homes }, (_, home) =>
    items.slice(starts[home], starts[home + 1]).map((item, k) => {
      const mask = masks[(starts[home] ?? 0) + k] ?? 0;
      return { item, mask: mask & ALL_HALF_DAYS, counts: (mask & COUNTS) !== 0 };
    }),
  );
}

const slotBits = (holds: (minute: number) => boolean): number =>
  SLOT_MINUTES.reduce((bits, minute, n) => (holds(minute) ? bits | (1 << n) : bits), 0);

const MORNING_SLOTS = slotBits((minute) => minute < AFTERNOON_MINUTE);
const AFTERNOON_SLOTS = slotBits((minute) => minute >= AFTERNOON_MINUTE);

/** Half-hours of the day that begin between two minutes, both included. */
export const slotsBetween = (from: number, to: number): number =>
  slotBits((minute) => minute >= from && minute <= to);

/** Half-days of a week of slots. */
export function halfDaysOf(slots: readonly number[]): HalfDayMask {
  return slots.reduce(
    (mask, bits, day) =>
      mask |
      ((bits & MORNING_SLOTS) !== 0 ? 1 << (2 * day) : 0) |
      ((bits & AFTERNOON_SLOTS) !== 0 ? 2 << (2 * day) : 0),
    0,
  );
}

/** Slots of the day that lie in its half-days. */
export const slotsOfHalfDays = (slots: number, mask: HalfDayMask, day: number): number =>
  slots &
  (((mask >> (2 * day)) & 1 ? MORNING_SLOTS : 0) | ((mask >> (2 * day)) & 2 ? AFTERNOON_SLOTS : 0));
