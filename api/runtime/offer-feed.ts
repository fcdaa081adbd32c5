// The offers of an organization or of a territory as one archive others can read.

import type { Database } from '#db/database.ts';
import { loadAreaShapes } from '#db/queries/transport/load-area-shapes.ts';
import { exportFeed } from '#domain/transport/export-gtfs/export-feed.ts';
import { wantedShapes } from '#domain/transport/export-gtfs/export-places.ts';
import type { FeedInput } from '#domain/transport/export-gtfs/feed-input.ts';
import { zipFiles } from './zip-files.ts';

export async function buildOfferFeed(
  db: Database,
  input: Omit<FeedInput, 'shapes'>,
): Promise<Uint8Array> {
  const shapes = await loadAreaShapes(db, wantedShapes(input.entries.map(({ shown }) => shown)));
  return zipFiles(exportFeed({ ...input, shapes }).files);
}

/** Where the feed is published when the instance has no address of its own yet. */
export function feedAddress(publicUrl: string | null, requestUrl: string): string {
  return publicUrl ?? new URL(requestUrl).origin;
}
