// Adds searches that found no way to their counts: nothing else of them is known here.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { unmetDemand } from '#db/schema/offer-keeping.ts';
import type { DemandCell } from '#domain/journey/unmet-demand.ts';

/** `cells`: each key once, in the same order everywhere, so that two processes never wait for each other. */
export async function addUnmetDemand(db: Database, cells: readonly DemandCell[]): Promise<void> {
  if (cells.length === 0) return;
  await db
    .insert(unmetDemand)
    .values(cells.map(({ category, ...cell }) => ({ ...cell, needCategory: category })))
    .onConflictDoUpdate({
      target: [
        unmetDemand.insee,
        unmetDemand.weekday,
        unmetDemand.halfDay,
        unmetDemand.needCategory,
      ],
      set: { count: sql`${unmetDemand.count} + excluded.count` },
    });
}
