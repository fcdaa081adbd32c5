// From one commune, when, where and how can each profession be reached without a car? The lines of its sheet.

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
import { isOfRun, type RunKey } from '#db/queries/access/useful-days-of-run.ts';
import { usefulDay } from '#db/schema/useful-days.ts';
import type { UsefulDayRow, UsefulDayRun } from '#domain/access/useful-day-run.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type UsefulDaysOfCommune = { run: UsefulDayRun; rows: readonly UsefulDayRow[] };

/** A row a profession; none when the commune is not of the territory, or nothing is known. Null: never computed. */
export async function findUsefulDaysOf(
  db: Database,
  territoryCode: string,
  insee: Insee,
): Promise<UsefulDaysOfCommune | null> {
  const run = await findUsefulDayRun(db, territoryCode);
  if (run === null) return null;
  const rows = await findUsefulDaysOfQuery(db, { ...run, insee });
  return {
    run,
    rows: rows.map(({ territoryCode: _, fingerprint: __, ...row }) => row),
  };
}

export function findUsefulDaysOfQuery(db: Database, of: RunKey & { insee: Insee }) {
  return db
    .select()
    .from(usefulDay)
    .where(and(isOfRun(of), eq(usefulDay.insee, of.insee)))
    .orderBy(usefulDay.profession);
}
