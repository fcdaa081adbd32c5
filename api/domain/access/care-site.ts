// Where does a profession practise, and at which minutes does the place receive people?

import type { HoursBlock } from '#domain/directory/directory.ts';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import { openingOn } from '#domain/directory/opening-on.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { type LocalDate, weekdayOf } from '#domain/time.ts';
import type { AccessProfession } from './professions.ts';
import { usualHours } from './usual-hours.ts';

/** One place of one profession. Nobody is named: `name` is that of a place or of its commune. */
export type CareSite = {
  id: string;
  profession: AccessProfession;
  name: string;
  insee: Insee | null;
  point: LonLat;
  /** Of each who practises there; an empty list for one whose hours nobody gave. */
  hours: readonly (readonly HoursBlock[])[];
};

export type SiteDay = {
  /** Of those who said theirs, all together. */
  known: readonly DayHours[];
  /** Supposed, for those who said none. */
  usual: readonly DayHours[];
};

export function siteDay(site: CareSite, date: LocalDate): SiteDay {
  const openings = site.hours.map((hours) => openingOn(hours, date));
  const isUnknown = openings.length === 0 || openings.some(({ state }) => state === 'unknown');
  return {
    known: openings.flatMap(({ stretches }) => stretches),
    usual: isUnknown ? usualHours(site.profession, weekdayOf(date)) : [],
  };
}

/** Whether somebody receives from that minute for so long, and by which hours; known ones first. */
export function receives(
  { known, usual }: SiteDay,
  minute: number,
  minutes: number,
): 'known' | 'usual' | null {
  const holds = ({ from, to }: DayHours) => from <= minute && minute + minutes <= to;
  if (known.some(holds)) return 'known';
  return usual.some(holds) ? 'usual' : null;
}
