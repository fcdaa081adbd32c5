// What is known of the useful days of a territory: the newest computation, finished or refused for want of timetables?

import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { usefulDayRun } from '#db/schema/useful-days.ts';
import type { UsefulDayRun } from '#domain/access/useful-day-run.ts';

/** Null: never computed. `fingerprint`: this computation only, finished or not. */
export async function findUsefulDayRun(
  db: Database,
  territoryCode: string,
  fingerprint?: string,
): Promise<UsefulDayRun | null> {
  const [found] = await findUsefulDayRunQuery(db, territoryCode, fingerprint);
  if (found === undefined) return null;
  const { startedAt: _, computedAt, ...run } = found;
  return { ...run, computedAt: computedAt?.toISOString() ?? null };
}

export function findUsefulDayRunQuery(db: Database, territoryCode: string, fingerprint?: string) {
  const which =
    fingerprint === undefined
      ? isNotNull(usefulDayRun.computedAt)
      : eq(usefulDayRun.fingerprint, fingerprint);
  return db
    .select()
    .from(usefulDayRun)
    .where(and(eq(usefulDayRun.territoryCode, territoryCode), which))
    .orderBy(desc(usefulDayRun.computedAt), usefulDayRun.fingerprint)
    .limit(1);
}
