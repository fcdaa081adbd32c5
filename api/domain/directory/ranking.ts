// In which order are care places listed? The rule published on « Comment nous classons ».
//
// Travel time by bands, so that two minutes never hide an open door; then whether it is open at the
// asked time; then how fresh its facts are; then the distance; then its identifier. Nobody pays for
// a place, and the same search gives the same order to everybody.

import type { EntrySummary } from '#domain/directory/directory.ts';
import type { OpeningState } from '#domain/directory/opening-hours.ts';
import type { Freshness } from '#domain/provenance.ts';

/** Upper ends in minutes of the travel bands; beyond the last there is one more band. */
export const TRAVEL_BANDS = [10, 20, 30, 45] as const;

/** Minutes the band ends at, `beyond` the last, `unknown` when the travel time is not known. */
export type TravelBand = (typeof TRAVEL_BANDS)[number] | 'beyond' | 'unknown';

type Availability = 'open' | 'unknown' | 'closed';

export type Rankable = Pick<EntrySummary, 'id' | 'drive' | 'opening' | 'freshness' | 'crowMeters'>;

export type RankedEntry<Entry extends Rankable> = {
  entry: Entry;
  band: TravelBand;
  availability: Availability;
};

const BAND_ORDER: readonly TravelBand[] = [...TRAVEL_BANDS, 'beyond', 'unknown'];
const AVAILABILITY_ORDER: readonly Availability[] = ['open', 'unknown', 'closed'];
const FRESHNESS_ORDER: readonly Freshness[] = ['confirmed', 'dated', 'to_confirm'];

/** `opening` of each entry must be its state at the asked time. The input is not reordered. */
export function rankEntries<Entry extends Rankable>(
  entries: readonly Entry[],
): RankedEntry<Entry>[] {
  return entries
    .map((entry) => ({
      entry,
      band: travelBandOf(entry.drive?.minutes ?? null),
      availability: availabilityOf(entry.opening),
    }))
    .toSorted(compareRanked);
}

export function travelBandOf(minutes: number | null): TravelBand {
  if (minutes === null) return 'unknown';
  return TRAVEL_BANDS.find((end) => minutes <= end) ?? 'beyond';
}

/** By appointment is available: one calls first. */
function availabilityOf(opening: OpeningState): Availability {
  switch (opening.state) {
    case 'open':
    case 'by_appointment':
      return 'open';
    case 'unknown':
      return 'unknown';
    case 'closed':
      return 'closed';
  }
}

function compareRanked(a: RankedEntry<Rankable>, b: RankedEntry<Rankable>): number {
  return (
    BAND_ORDER.indexOf(a.band) - BAND_ORDER.indexOf(b.band) ||
    AVAILABILITY_ORDER.indexOf(a.availability) - AVAILABILITY_ORDER.indexOf(b.availability) ||
    FRESHNESS_ORDER.indexOf(a.entry.freshness) - FRESHNESS_ORDER.indexOf(b.entry.freshness) ||
    compareDistances(a.entry.crowMeters, b.entry.crowMeters) ||
    (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0)
  );
}

function compareDistances(a: number | null, b: number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a - b;
}
