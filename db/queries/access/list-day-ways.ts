// From each commune of a territory, how is a profession reached without a car, half-day by half-day and site by site?

import type { Database } from '#db/database.ts';
import { isOfProfession, type RunKey } from '#db/queries/access/useful-days-of-run.ts';
import { usefulDay } from '#db/schema/useful-days.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { UsefulDayRow } from '#domain/access/useful-day-run.ts';

export type DayWays = Pick<UsefulDayRow, 'insee' | 'ways' | 'sites'>;

/** Of that computation, in order of commune. */
export async function listDayWays(
  db: Database,
  run: RunKey,
  profession: AccessProfession,
): Promise<DayWays[]> {
  return db
    .select({ insee: usefulDay.insee, ways: usefulDay.ways, sites: usefulDay.sites })
    .from(usefulDay)
    .where(isOfProfession(run, profession))
    .orderBy(usefulDay.insee);
}
