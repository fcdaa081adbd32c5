// Which week shows what usually runs: an ordinary one, without public holidays, that the timetables cover?
//
// Only weeks a feed covers from Monday to Sunday are looked at. Those the most feeds cover come first, then those
// outside known school vacations, then those whose number of runs is nearest the usual (the median), then the
// nearest to today, the coming one first. When nothing runs in any of them there is no week to tell of: what can be
// reached without a car is then not known, which is not « never ».

import { isFrenchHoliday, type SchoolZone, schoolVacation } from '#domain/calendar.ts';
import { runsOnDay } from '#domain/journey/service-calendar.ts';
import type { Timetable } from '#domain/journey/timetable.ts';
import { dateOf, dayNumber, type LocalDate, weekdayOf } from '#domain/time.ts';

export const WEEK_DAYS = 7;
/** Weeks looked at on each side of today. */
const MOST_WEEKS = 130;

export type ReferenceWeek =
  | { state: 'found'; monday: LocalDate; feedIds: readonly string[] }
  /** `no_timetable`: none was imported that calls around. `no_service`: no whole week without a holiday has a run. */
  | { state: 'no_timetable' | 'no_service' };

type Candidate = {
  monday: number;
  feeds: readonly number[];
  runs: number;
  inVacation: boolean;
};

/** What is read of a timetable. */
export type ServiceDays = Pick<Timetable, 'feeds' | 'services' | 'serviceFeeds' | 'serviceRuns'>;

/** `around`: ids of the feeds that call in the territory or near it; others say nothing of it. */
export function referenceWeek(
  timetable: ServiceDays | null,
  around: ReadonlySet<string>,
  today: LocalDate,
  zone: SchoolZone,
): ReferenceWeek {
  const isAround = timetable?.feeds.some(({ id }) => around.has(id)) ?? false;
  if (timetable === null || !isAround) return { state: 'no_timetable' };
  const thisMonday = dayNumber(today) - weekdayOf(today) + 1;
  const candidates: Candidate[] = [];
  for (const monday of mondaysCovered(timetable, around, thisMonday)) {
    const days = Array.from({ length: WEEK_DAYS }, (_, day) => monday + day);
    if (days.some((day) => isFrenchHoliday(dateOf(day)))) continue;
    const byFeed = runsByFeed(timetable, around, days);
    if (byFeed.size === 0) continue;
    candidates.push({
      monday,
      feeds: [...byFeed.keys()].toSorted((a, b) => a - b),
      runs: [...byFeed.values()].reduce((sum, runs) => sum + runs, 0),
      inVacation: days.some((day) => schoolVacation(dateOf(day), zone) != null),
    });
  }
  const chosen = mostOrdinary(candidates, thisMonday);
  if (chosen === null) return { state: 'no_service' };
  return {
    state: 'found',
    monday: dateOf(chosen.monday),
    feedIds: chosen.feeds.map((feed) => timetable.feeds[feed]?.id ?? ''),
  };
}

/** Mondays of the weeks one feed at least covers whole, in order. */
function mondaysCovered(
  { feeds }: ServiceDays,
  around: ReadonlySet<string>,
  thisMonday: number,
): number[] {
  const mondays = new Set<number>();
  for (const { id, validity } of feeds) {
    if (validity === null || !around.has(id)) continue;
    const first = dayNumber(validity.from);
    const last = dayNumber(validity.to) - WEEK_DAYS + 1;
    const ahead = Math.ceil((first - thisMonday) / WEEK_DAYS) * WEEK_DAYS;
    for (let monday = thisMonday + ahead; monday <= last; monday += WEEK_DAYS) mondays.add(monday);
  }
  const nearest = [...mondays].toSorted(
    (a, b) => distance(a, thisMonday) - distance(b, thisMonday),
  );
  return nearest.slice(0, MOST_WEEKS).toSorted((a, b) => a - b);
}

/** Runs of the week by feed that covers it whole and has some. */
function runsByFeed(
  timetable: ServiceDays,
  around: ReadonlySet<string>,
  days: readonly number[],
): Map<number, number> {
  const [monday = 0] = days;
  const covers = timetable.feeds.map(
    ({ id, validity }) =>
      around.has(id) &&
      validity !== null &&
      dayNumber(validity.from) <= monday &&
      dayNumber(validity.to) >= monday + WEEK_DAYS - 1,
  );
  const found = new Map<number, number>();
  for (const [number, service] of timetable.services.entries()) {
    const feed = timetable.serviceFeeds[number] ?? 0;
    const runs = timetable.serviceRuns[number] ?? 0;
    if (covers[feed] !== true || runs === 0) continue;
    const count = days.filter((day) => runsOnDay(service, day)).length * runs;
    if (count > 0) found.set(feed, (found.get(feed) ?? 0) + count);
  }
  return found;
}

function mostOrdinary(candidates: readonly Candidate[], thisMonday: number): Candidate | null {
  const most = Math.max(0, ...candidates.map(({ feeds }) => feeds.length));
  const covered = candidates.filter(({ feeds }) => feeds.length === most);
  const inTerm = covered.filter(({ inVacation }) => !inVacation);
  const kept = inTerm.length > 0 ? inTerm : covered;
  const counts = kept.map(({ runs }) => runs).toSorted((a, b) => a - b);
  const usual = counts[Math.floor(counts.length / 2)] ?? 0;
  const [chosen] = kept.toSorted(
    (a, b) =>
      Math.abs(a.runs - usual) - Math.abs(b.runs - usual) ||
      distance(a.monday, thisMonday) - distance(b.monday, thisMonday),
  );
  return chosen ?? null;
}

/** The coming week is nearer than the one that has begun, and than the one before. */
function distance(monday: number, thisMonday: number): number {
  return monday > thisMonday ? monday - thisMonday - 1 : thisMonday - monday + WEEK_DAYS;
}
