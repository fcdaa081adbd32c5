// What of an entry depends on the hour, on the person and on today: opening, distance, freshness.

import type { DirectoryRow } from '#db/queries/directory/directory-row.ts';
import type { EntrySummary, Notice } from '#domain/directory/directory.ts';
import { freshnessOf } from '#domain/directory/freshness.ts';
import { openingStateAt } from '#domain/directory/opening-state.ts';
import type { LonLat } from '#domain/geo.ts';
import { estimateDrive } from '#domain/journey/road-estimate.ts';
import type { LocalDate, Moment } from '#domain/time.ts';

export type Viewpoint = {
  /** When the person would come. */
  at: Moment;
  today: LocalDate;
  from: LonLat | null;
  /** Communes of the territory searched in; null when none was named. */
  inside: ReadonlySet<string> | null;
};

export function presentEntry(
  row: DirectoryRow,
  viewpoint: Viewpoint,
  notices: readonly Notice[] = [],
): EntrySummary {
  const { hours, ...entry } = row;
  const { at, today, from, inside } = viewpoint;
  return {
    ...entry,
    opening: openingStateAt(hours, at, notices),
    // The number to call is what a person acts on first, and what ages first.
    freshness: freshnessOf(entry.provenance, entry.phone === null ? 'address' : 'phone', today),
    crowMeters: entry.crowMeters === null ? null : Math.round(entry.crowMeters),
    drive: from === null || entry.point === null ? null : estimateDrive(from, entry.point),
    outside: inside !== null && !inside.has(entry.insee),
  };
}
