// From each commune of a territory, how is a profession reached without a car, half-day by half-day and site by site?

import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { usefulDay } from '#db/schema/useful-days.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { UsefulDayRow, UsefulDayRun } from '#domain/access/useful-day-run.ts';

export type DayWays = Pick<UsefulDayRow, 'insee' | 'ways' | 'sites'>;

/** Of that computation, in order of commune. */
export async function listDayWays(
  db: Database,
  run: Pick<UsefulDayRun, 'territoryCode' | 'fingerprint'>,
  profession: AccessProfession,
): Promise<DayWays[]> {
  return listDayWaysQuery(db, run, profession);
}

export function listDayWaysQuery(
  db: Database,
  { territoryCode, fingerprint }: Pick<UsefulDayRun, 'territoryCode' | 'fingerprint'>,
  profession: AccessProfession,
) {
  return db
    .select({ insee: usefulDay.insee, ways: usefulDay.ways, sites: usefulDay.sites })
    .from(usefulDay)
    .where(
      and(
        eq(usefulDay.territoryCode, territoryCode),
        eq(usefulDay.fingerprint, fingerprint),
        eq(usefulDay.profession, profession),
      ),
    )
    .orderBy(sql`${usefulDay.insee} collate "C"`);
}
