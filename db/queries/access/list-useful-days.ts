// On which half-days can each commune of a territory reach each profession without a car?

import type { Database } from '#db/database.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
import { isOfRun, type RunKey } from '#db/queries/access/useful-days-of-run.ts';
import { usefulDay } from '#db/schema/useful-days.ts';
import type { UsefulDayMasks, UsefulDayRun } from '#domain/access/useful-day-run.ts';

export type UsefulDays = { run: UsefulDayRun; rows: readonly UsefulDayMasks[] };

/**
 * Of the newest computation, in order of commune and profession. Null: never computed. No rows when the run says that
 * no timetable shows a week: then nothing is known, which is not « never ».
 */
export async function listUsefulDays(
  db: Database,
  territoryCode: string,
): Promise<UsefulDays | null> {
  const run = await findUsefulDayRun(db, territoryCode);
  if (run === null) return null;
  return { run, rows: await listUsefulDaysQuery(db, run) };
}

export function listUsefulDaysQuery(db: Database, run: RunKey) {
  return db
    .select({
      insee: usefulDay.insee,
      profession: usefulDay.profession,
      openMask: usefulDay.openMask,
      sureMask: usefulDay.sureMask,
      forAllMask: usefulDay.forAllMask,
      possibleMask: usefulDay.possibleMask,
    })
    .from(usefulDay)
    .where(isOfRun(run))
    .orderBy(usefulDay.insee, usefulDay.profession);
}
