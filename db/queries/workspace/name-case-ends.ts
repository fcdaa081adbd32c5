// How are the homes and the places of care of stored trips called today, and where do they stand?

import { inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type EntryPoint, listEntryPoints } from '#db/queries/directory/list-entry-points.ts';
import { commune } from '#db/schema/territory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { OfferCase } from '#domain/transport/offer-case.ts';

export type CaseHome = { insee: Insee; name: string; point: LonLat };
export type CaseEnds = {
  homes: ReadonlyMap<Insee, CaseHome>;
  care: ReadonlyMap<string, EntryPoint>;
};

/** Communes and entries that are no longer known are absent. */
export async function nameCaseEnds(
  db: Database,
  cases: readonly Pick<OfferCase, 'homeInsee' | 'entryId'>[],
): Promise<CaseEnds> {
  const insees = [...new Set(cases.map(({ homeInsee }) => homeInsee))];
  const homes =
    insees.length === 0
      ? []
      : await db
          .select({ insee: commune.insee, name: commune.name, point: commune.point })
          .from(commune)
          .where(inArray(commune.insee, insees));
  const entries = await listEntryPoints(db, [...new Set(cases.map(({ entryId }) => entryId))]);
  return {
    homes: new Map(homes.map((home) => [home.insee, home])),
    care: new Map(entries.map((entry) => [entry.id, entry])),
  };
}
