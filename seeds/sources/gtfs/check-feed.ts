// Is a timetable sound enough to take the place of the one in use?

import type { Check } from '#seeds/pipeline/source.ts';
import type { LoadedCalls } from '#seeds/sources/gtfs/load-calls.ts';

export function checkFeed({ runCount, unusableCount, unusable: [first] }: LoadedCalls): Check[] {
  const example = first ? ` (${first.tripId} : ${first.notice.reason})` : '';
  return [
    {
      guard: 'circulations',
      label: 'Des circulations utilisables',
      passed: runCount > 0,
      detail: `${runCount} départs, ${unusableCount} circulations inutilisables${example}`,
    },
  ];
}
