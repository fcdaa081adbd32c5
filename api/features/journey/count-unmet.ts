// A search that found no way is counted by the commune of the home, the half-day and the sort of care:
// nothing else of it is kept.

import type { Stores } from '#api/runtime/stores.ts';
import { listEntryNeeds } from '#db/queries/directory/list-entry-needs.ts';
import type { Appointment, JourneyPoint } from '#domain/journey/journey.ts';
import { type DemandCategory, demandKey } from '#domain/journey/unmet-demand.ts';
import type { AskedRemark } from './contract.ts';
import type { JourneyTools } from './journey-deps.ts';

export type UnmetSearch = {
  from: JourneyPoint;
  appointment: Appointment;
  /** What care is looked for; empty: what the first of the places answers. */
  careNeeds: readonly string[];
  entryId: string | null;
  remarks: readonly AskedRemark[];
};

/**
 * Not counted: a day without timetables or already over, where no way says nothing of what is missing;
 * a home outside the territories served.
 */
export async function countUnmet(deps: JourneyTools, search: UnmetSearch): Promise<void> {
  const { from, appointment, careNeeds, entryId, remarks } = search;
  if (from.insee === null || !remarks.every(isAboutCare)) return;
  try {
    const needs =
      careNeeds.length > 0 || entryId === null
        ? careNeeds
        : await listEntryNeeds(deps.database.db, entryId);
    deps.stores.demand.add(demandKey(from.insee, appointment, categoryOf(deps.stores, needs)));
  } catch (error) {
    // The answer is there: it is not lost for a count.
    const name = error instanceof Error ? error.name : typeof error;
    deps.log.error({ event: 'demand_not_counted', error: name });
  }
}

/** Hours of a place may be wrong: a way missing at a closed hour is missing all the same. */
function isAboutCare(remark: AskedRemark): boolean {
  return remark.code === 'care_closed' || ('end' in remark && remark.end === 'care');
}

/** The first of the needs, in the order of the directory. */
function categoryOf({ needs }: Pick<Stores, 'needs'>, ids: readonly string[]): DemandCategory {
  return needs.current().find(({ id }) => ids.includes(id))?.group ?? 'unknown';
}
