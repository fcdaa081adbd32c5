// On which half-days of a week can somebody without a car go to care of a profession and come back, and how?
//
// One of the nearest places is enough: the three nearest as the crow flies, and the two nearest that a line serves.
// A half-day is told by its best visit: sure, to confirm, or none. A half-day on which none of these places
// receives people is « closed », which says nothing of transport.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import { SLOT_MINUTES } from '#domain/journey/slot-minutes.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { addDays, type LocalDate } from '#domain/time.ts';
import { type CareSite, receives, siteDay } from './care-site.ts';
import { daysIn, HALF_DAY_COUNT, type HalfDay, type HalfDayMask, halfDay } from './half-days.ts';
import { AFTERNOON_MINUTE, VISIT_MINUTES } from './no-car-bounds.ts';
import { compareWays, type NoCarVisits, type NoCarWay } from './no-car-visits.ts';
import { WEEK_DAYS } from './reference-week.ts';

/** Of each care, as the crow flies; and of those a line serves. */
export const NEAREST = 3;
export const NEAREST_BY_LINE = 2;
/** Further general practices whose times are kept, for who shares them with whom; they make no day useful. */
const FURTHER_GP = 15;
const FURTHER_GP_METERS = 30_000;
/** Nobody looks for everyday care farther, as the crow flies. */
export const MOST_METERS = 45_000;

/** `hours`: whether the place said it receives then, or usual hours were supposed. */
export type SiteWay = NoCarWay & { siteId: string; hours: 'known' | 'usual' };

export type SiteReached = {
  id: string;
  name: string;
  insee: Insee | null;
  point: LonLat;
  crowMeters: number;
  /** False: its times are kept, it makes no day useful. */
  counts: boolean;
  /** Half-days it is open; then those it can be reached and left: surely, by a way open to all, and at all. */
  openMask: HalfDayMask;
  sureMask: HalfDayMask;
  forAllMask: HalfDayMask;
  possibleMask: HalfDayMask;
  /** Shortest way there, door to door: of all ways, and of those open to all; null: none. */
  minutes: number | null;
  forAllMinutes: number | null;
};

/** A place to try from a home, see `SiteReached`. */
export type SiteToTry = { site: CareSite; crowMeters: number; counts: boolean };

export type NoCarWeek = {
  /** Half-days on which one place at least receives people. */
  openMask: HalfDayMask;
  /** By a way in service and open to all. */
  sureMask: HalfDayMask;
  /** By a way open to all, sure or to confirm. */
  forAllMask: HalfDayMask;
  /** By any way. */
  possibleMask: HalfDayMask;
  /** The best way by half-day, Monday morning first; null: none. */
  ways: readonly (SiteWay | null)[];
  sites: readonly SiteReached[];
};

/** « yes » only for what is sure; « closed » when no place receives people then. */
export type HalfDayState = 'yes' | 'to_confirm' | 'no' | 'closed';

export function stateOf(
  week: Pick<NoCarWeek, 'openMask' | 'sureMask' | 'possibleMask'>,
  each: number,
): HalfDayState {
  const has = (mask: HalfDayMask) => (mask & (1 << each)) !== 0;
  if (has(week.sureMask)) return 'yes';
  if (has(week.possibleMask)) return 'to_confirm';
  return has(week.openMask) ? 'no' : 'closed';
}

/** Days a week: surely; open to all, to confirm included; and with what depends on the person. */
export function usefulDayCounts(week: Pick<NoCarWeek, 'sureMask' | 'forAllMask' | 'possibleMask'>) {
  return {
    sure: daysIn(week.sureMask),
    forAll: daysIn(week.forAllMask),
    possible: daysIn(week.possibleMask),
  };
}

/** Of one profession; those that count first, in order of distance. Beyond `MOST_METERS` is no answer. */
export function sitesToTry(
  home: LonLat,
  sites: readonly CareSite[],
  isNearStop: (site: CareSite) => boolean,
): SiteToTry[] {
  const near = sites
    .map((site) => ({ site, crowMeters: Math.round(distanceMeters(home, site.point)) }))
    .filter(({ crowMeters }) => crowMeters <= MOST_METERS)
    .toSorted((a, b) => a.crowMeters - b.crowMeters || (a.site.id < b.site.id ? -1 : 1));
  const counted = new Set([
    ...near.slice(0, NEAREST),
    ...near
      .slice(NEAREST)
      .filter(({ site }) => isNearStop(site))
      .slice(0, NEAREST_BY_LINE),
  ]);
  const further = near
    .filter((each) => !counted.has(each) && each.site.profession === 'gp')
    .filter(({ crowMeters }) => crowMeters <= FURTHER_GP_METERS)
    .slice(0, FURTHER_GP);
  return [
    ...[...counted].map((each) => ({ ...each, counts: true })),
    ...further.map((each) => ({ ...each, counts: false })),
  ];
}

/** `sites` of one profession; `visitsTo`: the planner from this home, kept by point. */
export function noCarWeek(
  sites: readonly SiteToTry[],
  visitsTo: (site: CareSite) => NoCarVisits,
  monday: LocalDate,
): NoCarWeek {
  const ways: (SiteWay | null)[] = Array.from({ length: HALF_DAY_COUNT }, () => null);
  const week = noMasks();
  const reached = sites.map(({ site, crowMeters, counts }): SiteReached => {
    const visits = [...visitsOf(site, visitsTo(site), monday)];
    const found = noMasks();
    addMasks(found, visits);
    if (counts) {
      addMasks(week, visits);
      keepBest(ways, visits);
    }
    const { id, name, insee, point } = site;
    const all = visits.flatMap(({ way }) => (way === null ? [] : [way]));
    return {
      ...{ id, name, insee, point, crowMeters, counts },
      ...found,
      minutes: shortest(all),
      forAllMinutes: shortest(all.filter(({ isForAll }) => isForAll)),
    };
  });
  return { ...week, ways, sites: reached };
}

type Visit = { each: HalfDay; bit: HalfDayMask; way: SiteWay | null };

type Masks = Record<'openMask' | 'sureMask' | 'forAllMask' | 'possibleMask', HalfDayMask>;

const noMasks = (): Masks => ({ openMask: 0, sureMask: 0, forAllMask: 0, possibleMask: 0 });

function addMasks(masks: Masks, visits: readonly Visit[]): void {
  for (const { bit, way } of visits) {
    masks.openMask |= bit;
    if (way === null) continue;
    masks.possibleMask |= bit;
    if (way.isForAll) masks.forAllMask |= bit;
    if (way.isSure) masks.sureMask |= bit;
  }
}

/** The best way of each half-day, of the places seen so far. */
function keepBest(ways: (SiteWay | null)[], visits: readonly Visit[]): void {
  for (const { each, way } of visits) {
    if (way === null) continue;
    const best = ways[each] ?? null;
    if (best === null || compareWays(way, best) < 0) ways[each] = way;
  }
}

function shortest(ways: readonly SiteWay[]): number | null {
  return ways.length === 0 ? null : Math.min(...ways.map(({ outMinutes }) => outMinutes));
}

/** Each half-hour at which the place receives people, with the best way then. */
function* visitsOf(site: CareSite, visits: NoCarVisits, monday: LocalDate): Generator<Visit> {
  for (let day = 0; day < WEEK_DAYS; day++) {
    const opening = siteDay(site, addDays(monday, day));
    for (const minute of SLOT_MINUTES) {
      const hours = receives(opening, minute, VISIT_MINUTES);
      if (hours === null) continue;
      const way = visits(day, minute);
      const each = halfDay(day + 1, minute < AFTERNOON_MINUTE ? 'morning' : 'afternoon');
      yield {
        each,
        bit: 1 << each,
        way: way === null ? null : { ...way, siteId: site.id, hours },
      };
    }
  }
}
