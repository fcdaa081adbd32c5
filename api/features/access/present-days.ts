// How are the useful days of a commune told?

import type { UsefulDaysOfCommune } from '#db/queries/access/find-useful-days-of.ts';
import { HALF_DAY_COUNT } from '#domain/access/half-days.ts';
import { stateOf, usefulDayCounts } from '#domain/access/no-car-week.ts';
import { ACCESS_PROFESSIONS } from '#domain/access/professions.ts';
import type { UsefulDayRow } from '#domain/access/useful-day-run.ts';
import type { DaysOfCommune, DayWay } from './days-answers.ts';

/** In the order of professions. Null: never computed. */
export function presentDays(known: UsefulDaysOfCommune | null): DaysOfCommune {
  if (known === null || known.run.state === 'running') {
    return { state: 'not_computed', monday: null, computedAt: null, professions: [] };
  }
  const { state, monday, computedAt } = known.run;
  const rows = ACCESS_PROFESSIONS.flatMap((profession) =>
    known.rows.filter((row) => row.profession === profession),
  );
  return {
    ...{ state, monday, computedAt },
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

function wayOf({ ways, sites }: UsefulDayRow, each: number): DayWay | null {
  const way = ways[each] ?? null;
  if (way === null) return null;
  const { isSure: _, ...told } = way;
  const site = sites.find(({ id }) => id === way.siteId);
  return { ...told, siteName: site?.name ?? '', siteInsee: site?.insee ?? null };
}
