// What does a new edition of the demonstration take away before it writes? What it wrote itself.

import { and, eq, inArray, like, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { deleteFeedVersions } from '#db/queries/journey/delete-feed-versions.ts';
import { communeSupply } from '#db/schema/access.ts';
import { aplPublished } from '#db/schema/apl.ts';
import { organization, place, practice, professional } from '#db/schema/directory.ts';
import {
  accessibility,
  contactPoint,
  coverageArea,
  entryTheme,
  openingHours,
  service,
} from '#db/schema/directory-details.ts';
import { feedVersion } from '#db/schema/feed.ts';
import { assertion } from '#db/schema/provenance.ts';
import { calendar, offer, serviceArea } from '#db/schema/transport.ts';
import { lineHours } from '#db/schema/transport-terms.ts';
import { DEMO_ID_PREFIX } from '#seeds/demo/demo-id-prefix.ts';

const DETAILS = [
  service,
  openingHours,
  contactPoint,
  accessibility,
  coverageArea,
  entryTheme,
] as const;

/** Entries and offers whose facts come from `sourceIds`, and our version of the timetable. */
export async function clearDemo(
  tx: Database,
  sourceIds: readonly string[],
  feedId: string,
): Promise<void> {
  const owned = [...sourceIds];
  for (const table of DETAILS) {
    await tx.delete(table).where(
      sql`${table.entryId} in (
        select id from ${organization} where source_id = any(${sql.param(owned)}::text[])
        union all select id from ${place} where source_id = any(${sql.param(owned)}::text[])
        union all select id from ${practice} where source_id = any(${sql.param(owned)}::text[]))`,
    );
  }
  for (const table of [communeSupply, aplPublished]) {
    await tx.delete(table).where(inArray(table.sourceId, owned));
  }
  await tx.delete(assertion).where(inArray(assertion.sourceId, owned));
  for (const table of [practice, professional, place, organization]) {
    await tx.delete(table).where(inArray(table.sourceId, owned));
  }
  await tx.delete(offer).where(inArray(offer.sourceId, owned));
  for (const table of [serviceArea, calendar, lineHours]) {
    await tx.delete(table).where(like(table.id, `${DEMO_ID_PREFIX}-%`));
  }
  const versions = await tx
    .select({ id: feedVersion.id })
    .from(feedVersion)
    .where(and(eq(feedVersion.feedId, feedId), like(feedVersion.sha256, `${DEMO_ID_PREFIX}-%`)));
  await deleteFeedVersions(
    tx,
    versions.map(({ id }) => id),
  );
}
