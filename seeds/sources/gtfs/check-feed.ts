// Is a timetable sound enough to take the place of the one in use?

import type { Check } from '#seeds/pipeline/source.ts';
import type { LoadedCalls } from '#seeds/sources/gtfs/load-calls.ts';

/** A feed with more faults than this is a broken file, not a feed with a few bad rows. */
const MAX_REJECTED_SHARE = 0.2;

export function checkFeed(
  { runCount, unusableCount, unusable: [first] }: LoadedCalls,
  { readCount, rejectedCount }: { readCount: number; rejectedCount: number },
): Check[] {
  const example = first ? ` (${first.tripId} : ${first.notice.reason})` : '';
  const share = rejectedCount / Math.max(1, readCount);
  return [
    {
      guard: 'circulations',
      label: 'Des circulations utilisables',
      passed: runCount > 0,
      detail: `${runCount} départs, ${unusableCount} circulations inutilisables${example}`,
    },
    {
      guard: 'rejets',
      label: 'Peu de lignes refusées',
      passed: share <= MAX_REJECTED_SHARE,
      detail: `${rejectedCount} sur ${readCount}`,
    },
  ];
}
