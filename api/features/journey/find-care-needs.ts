// Which needs is care looked for: the one searched, else all those the care place answers?

import { requireNeed } from '#api/runtime/require-need.ts';
import { listEntryNeeds } from '#db/queries/directory/list-entry-needs.ts';
import type { JourneyBody } from './contract.ts';
import type { JourneyDeps } from './journey-deps.ts';

/** Empty: not known. Throws `bad_request` when the need is none of the directory's. */
export async function findCareNeeds(
  { stores, database }: Pick<JourneyDeps, 'stores' | 'database'>,
  { need, to }: Pick<JourneyBody, 'need'> & { to: JourneyBody['to'] | null },
): Promise<readonly string[]> {
  requireNeed(stores, need);
  if (need !== undefined) return [need];
  return to !== null && 'entryId' in to ? listEntryNeeds(database.db, to.entryId) : [];
}
