// How long does a booked ride take, and does the offer run then?

import { type SchoolZone, schoolZoneOf } from '#domain/calendar.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { JourneyNote, JourneyPoint } from '#domain/journey/journey.ts';
import { addDays, type LocalDate, MINUTES_PER_DAY, momentAt } from '#domain/time.ts';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { runningOn, runsOn } from '#domain/transport/runs-on.ts';

/** How far ahead the next running day is looked for. */
const NEXT_DAY_HORIZON = 31;
const DEPARTEMENT_LENGTH = 2;

/** The day minutes count from, and whose school holidays count; absent: those of the home are not known. */
export type AskedDay = { date: LocalDate; zone?: SchoolZone | null };

/** Departure and arrival, minutes of the day asked: below 0 the day before, past 1440 those after. */
export type RideSpan = readonly [departMinute: number, arriveMinute: number];

export function askedDay(date: LocalDate, { insee }: Pick<JourneyPoint, 'insee'>): AskedDay {
  return insee === null ? { date } : { date, zone: zoneOf(insee.slice(0, DEPARTEMENT_LENGTH)) };
}

const zones = new Map<string, SchoolZone | null>();

/** Asked for each ride of each way, of a few départements. */
function zoneOf(departement: string): SchoolZone | null {
  const known = zones.get(departement);
  if (known !== undefined) return known;
  const zone = schoolZoneOf(departement);
  zones.set(departement, zone);
  return zone;
}

/** Whole minutes: factor × drive time + offset, as in GTFS safe_duration. */
export function rideMinutes(pattern: TravelPattern, driveMinutes: number): number {
  return Math.ceil(driveMinutes * pattern.durationFactor + pattern.durationOffsetSeconds / 60);
}

/**
 * Whether every ride lies in the hours of service of the day it leaves on, and why not. A day the
 * school calendar is not published for is to be asked about.
 */
export function rideDay(
  pattern: TravelPattern,
  day: AskedDay,
  rides: readonly RideSpan[],
): { blocked: boolean; notes: JourneyNote[] } {
  const runs = rides.map(([depart]) =>
    runningOn(pattern.calendar, momentAt(day.date, depart).date, day.zone),
  );
  if (runs.includes('no')) {
    const nextDate = nextRunningDate(pattern, day, rides);
    return { blocked: true, notes: [{ code: 'not_running', nextDate }] };
  }
  if (!rides.every((ride) => isInHours(pattern, day, ride))) {
    return { blocked: true, notes: [{ code: 'outside_hours', windows: pattern.windows }] };
  }
  const starts = rides.map(([depart]) => depart);
  return { blocked: false, notes: calendarNotes(pattern, day, starts) };
}

/** What is said when the school calendar that settles one of these days is not published. */
export function calendarNotes(
  { calendar }: Pick<TravelPattern, 'calendar'>,
  { date, zone }: AskedDay,
  minutes: readonly number[],
): JourneyNote[] {
  const isOpen = minutes.some(
    (minute) => runningOn(calendar, momentAt(date, minute).date, zone) === 'unknown',
  );
  return isOpen ? [{ code: 'calendar_unknown' }] : [];
}

/**
 * Hours of service around a minute of the day asked, those of the day before and of the day after
 * included; none when hours are agreed on the phone.
 */
export function hoursAround(
  { calendar, windows }: Pick<TravelPattern, 'calendar' | 'windows'>,
  { date, zone }: AskedDay,
  minute: number,
): readonly DayHours[] {
  if (windows.length === 0) return [];
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const hours = [day - 1, day, day + 1].flatMap((each) => {
    if (!runsOn(calendar, addDays(date, each), zone)) return [];
    const shift = each * MINUTES_PER_DAY;
    return windows.map(({ from, to }) => ({ from: from + shift, to: to + shift }));
  });
  // Nothing runs around: the hours of that day say what to compare with, the calendar refuses.
  if (hours.length === 0) return windows;
  return hours.toSorted((a, b) => a.from - b.from).reduce<DayHours[]>(joinHours, []);
}

/** A window that ends at midnight goes on in the one that begins then. */
function joinHours(joined: DayHours[], next: DayHours): DayHours[] {
  const last = joined.at(-1);
  if (last?.to !== next.from) return [...joined, next];
  return [...joined.slice(0, -1), { from: last.from, to: next.to }];
}

function isInHours(pattern: TravelPattern, day: AskedDay, [depart, arrive]: RideSpan): boolean {
  const { windows } = pattern;
  if (windows.length === 0) return true;
  const start = momentAt(day.date, depart).minute;
  const end = start + arrive - depart;
  const isWithin = ({ from, to }: DayHours) => start >= from && end <= to;
  if (windows.some(isWithin)) return true;
  if (end <= MINUTES_PER_DAY) return false;
  return hoursAround(pattern, day, depart).some(({ from, to }) => depart >= from && arrive <= to);
}

/** Of the first day after on which all of it could be done. */
function nextRunningDate(
  pattern: TravelPattern,
  { date, zone }: AskedDay,
  rides: readonly RideSpan[],
): string | null {
  for (let ahead = 1; ahead <= NEXT_DAY_HORIZON; ahead += 1) {
    const next = addDays(date, ahead);
    const isRunning = ([depart]: RideSpan) =>
      runsOn(pattern.calendar, momentAt(next, depart).date, zone);
    if (rides.every(isRunning)) return next;
  }
  return null;
}
