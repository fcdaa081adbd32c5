// Which half-days are of one computation of a territory?

import { and, eq } from 'drizzle-orm';
import { usefulDay } from '#db/schema/useful-days.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { UsefulDayRun } from '#domain/access/useful-day-run.ts';

export type RunKey = Pick<UsefulDayRun, 'territoryCode' | 'fingerprint'>;

export function isOfRun({ territoryCode, fingerprint }: RunKey) {
  return and(eq(usefulDay.territoryCode, territoryCode), eq(usefulDay.fingerprint, fingerprint));
}

export function isOfProfession(run: RunKey, profession: AccessProfession) {
  return and(isOfRun(run), eq(usefulDay.profession, profession));
}
