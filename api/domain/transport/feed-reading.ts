// What was read of a feed somebody gives: its on-demand services, the offers whole beside them, what is wrong.

import type { FlexFeed } from '#domain/transport/flex-feed.ts';
import type { LineNetwork } from '#domain/transport/line-documents.ts';

/**
 * `code`: of the canonical GTFS validator where it has one. `line`: of the file, header included; of a
 * collection, the rank of the feature. `reason`: a sentence in French.
 */
export type FeedNotice = {
  code: string;
  severity: 'error' | 'warning';
  file: string;
  line: number | null;
  field: string | null;
  value: string | null;
  reason: string;
};

export type FeedReading = {
  /** Null when there is no on-demand service to read. `covers` is for the database to say. */
  model: Omit<FlexFeed, 'covers'> | null;
  /** Lines with printed times. Null: none. */
  network: LineNetwork | null;
  validity: { from: string; to: string } | null;
  version: string | null;
  /** First line of each trip in stop_times.txt. */
  lines: ReadonlyMap<string, number>;
  /** Text of the sidecar, when there is one. */
  sidecar: string | null;
  /** Files nobody reads here. */
  ignored: readonly string[];
  notices: readonly FeedNotice[];
};

/** Never throws for what the file holds: an archive that cannot be opened is a notice too. */
export type ReadOfferFile = (name: string, bytes: Uint8Array) => Promise<FeedReading>;

export function hasErrors(notices: readonly FeedNotice[]): boolean {
  return notices.some(({ severity }) => severity === 'error');
}
