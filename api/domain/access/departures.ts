// Which share of the care people reach rests on practitioners who have said that they leave?
//
// Said to a coordination, and written by it: never read from an age, nor guessed of anybody.

import type { AccessModel } from './access-model.ts';
import type { ScenarioChange } from './scenario-change.ts';

/** `leavesOn`: a year, a month or a day. */
export type Departure = { entryId: string; leavesOn: string };

export type DepartureChanges = {
  changes: Extract<ScenarioChange, { kind: 'retire' }>[];
  /** Departures of people this profession does not have here. */
  elsewhere: number;
};

/** One change a departure up to the end of `year`, in the order of the list. */
export function departureChanges(
  { sites, profession }: Pick<AccessModel, 'sites' | 'profession'>,
  departures: readonly Departure[],
  year: number,
): DepartureChanges {
  const changes: DepartureChanges['changes'] = [];
  let elsewhere = 0;
  for (const { entryId, leavesOn } of departures) {
    if (Number(leavesOn.slice(0, 4)) > year) continue;
    const found = sites.flatMap((site) =>
      site.practitioners
        .filter((practitioner) => practitioner.entryId === entryId)
        .map(({ fullTime }) => ({ site: site.id, fullTime })),
    );
    if (found.length === 0) elsewhere += 1;
    for (const { site, fullTime } of found) {
      changes.push({ kind: 'retire', site, profession, fullTime });
    }
  }
  return { changes, elsewhere };
}

/** By place, 0 to 1; null where nothing is in reach today. */
export function leavingShares(before: Float64Array, after: Float64Array): (number | null)[] {
  return Array.from(before, (value, place) =>
    value > 0 ? (value - (after[place] ?? 0)) / value : null,
  );
}
