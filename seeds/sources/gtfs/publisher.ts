// Whose feed is it? Those who run lines: a feed's own publisher is often a tool or a platform.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feed } from '#db/schema/feed.ts';
import { source } from '#db/schema/provenance.ts';
import type { GtfsAgency, GtfsFeedInfo } from '#domain/journey/gtfs.ts';

const NAMED_AGENCIES = 3;

export type Agencies = {
  agencies: readonly GtfsAgency[];
  /** Lines of each agency. */
  lineCounts: ReadonlyMap<string, number>;
  feedInfo: GtfsFeedInfo | null;
};

/** Most lines first. */
export function publisherOf({ agencies, lineCounts, feedInfo }: Agencies): string {
  const [only, ...others] = agencies;
  if (others.length === 0 && only) return only.name;
  const names = agencies
    .map(({ id, name }) => ({ name, lines: lineCounts.get(id) ?? 0 }))
    .filter(({ lines }) => lines > 0)
    .sort((a, b) => b.lines - a.lines)
    .slice(0, NAMED_AGENCIES)
    .map(({ name }) => name);
  return names.join(', ') || (feedInfo?.publisherName ?? 'Réseau de transport');
}

/** Writes it on the feed and on its source. */
export async function nameFeed(
  tx: Database,
  { feedId, sourceId }: { feedId: string; sourceId: string },
  read: Agencies,
): Promise<void> {
  const publisher = publisherOf(read);
  const url = read.agencies.find((agency) => agency.url !== null)?.url ?? null;
  await tx.update(source).set({ publisher }).where(eq(source.id, sourceId));
  await tx.update(feed).set({ name: publisher, url, sourceId }).where(eq(feed.id, feedId));
}
