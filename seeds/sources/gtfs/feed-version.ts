// How does a feed get a new version, and how many of the old ones does it keep?

import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { deleteFeedVersions } from '#db/queries/journey/delete-feed-versions.ts';
import { feed, feedVersion } from '#db/schema/feed.ts';
import { AppError } from '#domain/error.ts';
import type { Validity } from '#domain/journey/service-calendar.ts';
import type { ImportContext, ImportFile, ImportOptions } from '#seeds/pipeline/source.ts';

export const KEPT_VERSIONS = 3;

export function feedIdOf(file: ImportFile, options: ImportOptions): string {
  return options.feedId ?? feedName(file);
}

/** « ter-2025.zip » is « ter-2025 ». */
export function feedName(file: ImportFile): string {
  const name = file.name
    .toLowerCase()
    .replace(/\.zip$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return name || 'reseau';
}

/** A version without a row, not in use; its dates are those of the run until `describeVersion`. */
export async function startVersion(
  { tx, file, now, sourceId }: ImportContext,
  feedId: string,
): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  await tx.insert(feed).values({ id: feedId, name: feedId, sourceId }).onConflictDoNothing();
  // The same file again, dated otherwise: the version is written anew.
  const same = await tx
    .select({ id: feedVersion.id })
    .from(feedVersion)
    .where(and(eq(feedVersion.feedId, feedId), eq(feedVersion.sha256, file.sha256)));
  await deleteFeedVersions(
    tx,
    same.map(({ id }) => id),
  );
  const [version] = await tx
    .insert(feedVersion)
    .values({
      feedId,
      validFrom: today,
      validTo: today,
      sha256: file.sha256,
      importedAt: now,
      active: false,
    })
    .returning({ id: feedVersion.id });
  if (!version) throw new AppError('bad_import', 'La version des horaires ne s’écrit pas.');
  return version.id;
}

export async function describeVersion(
  tx: Database,
  feedVersionId: number,
  { from, to }: Validity,
): Promise<void> {
  await tx
    .update(feedVersion)
    .set({ validFrom: from, validTo: to })
    .where(eq(feedVersion.id, feedVersionId));
}

/** Puts a version in use and takes the oldest away; answers how many were. */
export async function activateVersion(
  tx: Database,
  feedId: string,
  feedVersionId: number,
): Promise<number> {
  await tx.update(feedVersion).set({ active: false }).where(eq(feedVersion.feedId, feedId));
  await tx.update(feedVersion).set({ active: true }).where(eq(feedVersion.id, feedVersionId));
  const versions = await tx
    .select({ id: feedVersion.id })
    .from(feedVersion)
    .where(eq(feedVersion.feedId, feedId))
    .orderBy(desc(feedVersion.active), desc(feedVersion.importedAt), desc(feedVersion.id));
  const old = versions.slice(KEPT_VERSIONS).map(({ id }) => id);
  await deleteFeedVersions(tx, old);
  return old.length;
}
