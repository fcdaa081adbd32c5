// How are useful days kept as they are computed, so that whatever stops the computation costs one commune at most?

import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { isOfRun, type RunKey } from '#db/queries/access/useful-days-of-run.ts';
import { usefulDay, usefulDayRun } from '#db/schema/useful-days.ts';
import type { UsefulDayRow, UsefulDayRun } from '#domain/access/useful-day-run.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** Begins the computation, or goes on with the one of that fingerprint. Returns the communes already done. */
export async function beginUsefulDays(
  db: Database,
  run: Omit<UsefulDayRun, 'state' | 'computedAt'>,
  at: Date,
): Promise<Insee[]> {
  const row = { ...run, feedIds: [...run.feedIds], state: 'running' as const, startedAt: at };
  await db
    .insert(usefulDayRun)
    .values(row)
    .onConflictDoUpdate({
      target: [usefulDayRun.territoryCode, usefulDayRun.fingerprint],
      set: { state: 'running', computedAt: null },
    });
  const done = await db
    .selectDistinct({ insee: usefulDay.insee })
    .from(usefulDay)
    .where(isOfRun(run))
    .orderBy(usefulDay.insee);
  return done.map(({ insee }) => insee);
}

/** All the rows of a commune at once: one is there whole, or not at all. Written twice, it changes nothing. */
export async function insertUsefulDays(
  db: Database,
  key: RunKey,
  rows: readonly UsefulDayRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insert(usefulDay)
    .values(rows.map((row) => ({ ...key, ...row })))
    .onConflictDoNothing();
}

/** From now on it is the one residents read; those of before are forgotten. */
export async function endUsefulDays(
  db: Database,
  run: Omit<UsefulDayRun, 'computedAt'>,
  at: Date,
): Promise<void> {
  const { territoryCode, fingerprint, state } = run;
  await db.transaction(async (tx) => {
    await tx
      .insert(usefulDayRun)
      .values({ ...run, feedIds: [...run.feedIds], startedAt: at, computedAt: at })
      .onConflictDoUpdate({
        target: [usefulDayRun.territoryCode, usefulDayRun.fingerprint],
        set: { state, computedAt: at },
      });
    await tx
      .delete(usefulDayRun)
      .where(
        and(
          eq(usefulDayRun.territoryCode, territoryCode),
          ne(usefulDayRun.fingerprint, fingerprint),
        ),
      );
  });
}
