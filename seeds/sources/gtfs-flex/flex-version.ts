// How is a version of an on-demand feed kept, whole, and how many of them?

import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feed, flexFeedVersion } from '#db/schema/feed.ts';
import { source as sourceTable } from '#db/schema/provenance.ts';
import { AppError } from '#domain/error.ts';
import type { FlexFeed } from '#domain/transport/flex-feed.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { KEPT_VERSIONS } from '#seeds/sources/gtfs/feed-version.ts';

type Version = { feedId: string; model: FlexFeed; asOf: string; from: string; to: string };

/** Not in use before `swap`. */
export async function writeVersion(
  { tx, file, now, sourceId }: ImportContext,
  { feedId, model, asOf, from, to }: Version,
): Promise<number> {
  const [agency] = model.agencies;
  const publisher = agency?.name ?? model.publisherName ?? feedId;
  await tx.update(sourceTable).set({ publisher }).where(eq(sourceTable.id, sourceId));
  // A timetable of the same feed has its own name already.
  await tx
    .insert(feed)
    .values({ id: feedId, name: publisher, url: agency?.url ?? null, sourceId })
    .onConflictDoNothing();
  await tx
    .delete(flexFeedVersion)
    .where(and(eq(flexFeedVersion.feedId, feedId), eq(flexFeedVersion.sha256, file.sha256)));
  const [version] = await tx
    .insert(flexFeedVersion)
    .values({
      feedId,
      validFrom: from,
      validTo: to,
      sha256: file.sha256,
      importedAt: now,
      active: false,
      asOf,
      model,
    })
    .returning({ id: flexFeedVersion.id });
  if (!version) throw new AppError('bad_import', 'La version des offres ne s’écrit pas.');
  return version.id;
}

export async function removeOldVersions(tx: Database, feedId: string): Promise<number> {
  const others = await tx
    .select({ id: flexFeedVersion.id })
    .from(flexFeedVersion)
    .where(and(eq(flexFeedVersion.feedId, feedId), ne(flexFeedVersion.active, true)))
    .orderBy(desc(flexFeedVersion.importedAt), desc(flexFeedVersion.id));
  const old = others.slice(KEPT_VERSIONS - 1).map(({ id }) => id);
  if (old.length > 0) {
    await tx.delete(flexFeedVersion).where(inArray(flexFeedVersion.id, old));
  }
  return old.length;
}
