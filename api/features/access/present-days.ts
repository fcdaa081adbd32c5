// How are the useful days of a commune told, and the places near it?

import type { UsefulDaysOfCommune } from '#db/queries/access/find-useful-days-of.ts';
import type { NearSite } from '#domain/access/figures.ts';
import { HALF_DAY_COUNT } from '#domain/access/half-days.ts';
import { type CareFact, nearCare } from '#domain/access/near-care.ts';
import { stateOf, usefulDayCounts } from '#domain/access/no-car-week.ts';
import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';
import type { UsefulDayRow } from '#domain/access/useful-day-run.ts';
import type { LocalDate } from '#domain/time.ts';
import type { DaysOfCommune, DayWay } from './days-answers.ts';

export type DaysQuestion = {
  /** Null: never computed. */
  known: UsefulDaysOfCommune | null;
  near: readonly NearSite[];
  facts: readonly CareFact[];
  today: LocalDate;
};

/** In the order of professions. */
export function presentDays({ known, near, facts, today }: DaysQuestion): DaysOfCommune {
  const rows = rowsOf(known);
  const places = ACCESS_PROFESSIONS.map((profession) => {
    const reached = rows.find((row) => row.profession === profession)?.sites ?? null;
    return { profession, sites: nearCare({ profession, near, reached, facts, today }) };
  });
  if (known === null || known.run.state === 'running') {
    return {
      state: 'not_computed',
      monday: null,
      computedAt: null,
      near: places,
      professions: [],
    };
  }
  const { state, monday, computedAt } = known.run;
  return {
    ...{ state, monday, computedAt, near: places },
    professions: rows.map((row) => ({
      profession: row.profession,
      days: usefulDayCounts(row),
      halfDays: Array.from({ length: HALF_DAY_COUNT }, (_, each) => ({
        weekday: Math.floor(each / 2) + 1,
        part: each % 2 === 0 ? ('morning' as const) : ('afternoon' as const),
        state: stateOf(row, each),
        way: wayOf(row, each),
      })),
    })),
  };
}

/** In the order of professions; none while they are being computed. */
export function rowsOf(known: UsefulDaysOfCommune | null): readonly UsefulDayRow[] {
  if (known === null || known.run.state === 'running') return [];
  return ACCESS_PROFESSIONS.flatMap((profession) =>
    known.rows.filter((row) => row.profession === profession),
  );
}

function wayOf({ ways, sites }: UsefulDayRow, each: number): DayWay | null {
  const way = ways[each] ?? null;
  if (way === null) return null;
  const { isSure: _, ...told } = way;
  const site = sites.find(({ id }) => id === way.siteId);
  return { ...told, siteName: site?.name ?? '', siteInsee: site?.insee ?? null };
}
