// How long without a car, door to door, from each commune of a territory to the places of a profession?

import type { Database } from '#db/database.ts';
import { isOfProfession, type RunKey } from '#db/queries/access/useful-days-of-run.ts';
import { usefulDay } from '#db/schema/useful-days.ts';
import type { SiteReached } from '#domain/access/no-car-week.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type NoCarTimes = { insee: Insee; sites: readonly SiteReached[] };

/** Of that computation, in order of commune. Places never reached are there too, their minutes null. */
export async function listNoCarTimes(
  db: Database,
  run: RunKey,
  profession: AccessProfession,
): Promise<NoCarTimes[]> {
  return db
    .select({ insee: usefulDay.insee, sites: usefulDay.sites })
    .from(usefulDay)
    .where(isOfProfession(run, profession))
    .orderBy(usefulDay.insee);
}
