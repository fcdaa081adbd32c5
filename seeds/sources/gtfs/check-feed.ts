// Is a timetable sound enough to take the place of the one in use?

import { buildTimetable } from '#domain/journey/build-timetable.ts';
import type { GtfsFeed } from '#domain/journey/gtfs.ts';
import type { Check } from '#seeds/pipeline/source.ts';

/** A feed with more faults than this is a broken file, not a feed with a few bad rows. */
const MAX_REJECTED_SHARE = 0.2;

export function checkFeed(read: {
  feed: GtfsFeed;
  readCount: number;
  rejectedCount: number;
}): Check[] {
  const { feed, readCount, rejectedCount } = read;
  const { runTrips, notices } = buildTimetable([{ feedId: 'check', ...feed }]);
  const [first] = notices;
  const example = first ? ` (${first.tripId} : ${FAULTS[first.fault] ?? first.fault})` : '';
  const share = rejectedCount / Math.max(1, readCount);
  return [
    {
      guard: 'circulations',
      label: 'Des circulations utilisables',
      passed: runTrips.length > 0,
      detail: `${runTrips.length} départs, ${notices.length} circulations inutilisables${example}`,
    },
    {
      guard: 'rejets',
      label: 'Peu de lignes refusées',
      passed: share <= MAX_REJECTED_SHARE,
      detail: `${rejectedCount} sur ${readCount}`,
    },
  ];
}

const FAULTS: Readonly<Record<string, string>> = {
  one_stop: 'un seul arrêt utilisable',
  first_or_last_time_missing: 'heure absente au premier ou au dernier arrêt',
  times_go_back: 'heures qui reculent',
  unknown_route: 'ligne inconnue',
  service_never_runs: 'service absent des calendriers',
};
