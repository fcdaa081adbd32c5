// On which days does the place asked for receive people? Not known for a bare point.

import type { Database } from '#db/database.ts';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { type DayOpening, openingOn } from '#domain/directory/opening-on.ts';
import type { LocalDate } from '#domain/time.ts';
import type { SlotsBody } from './contract.ts';

/** Throws `not_found` when the entry is unknown. */
export async function findOpening(
  db: Database,
  to: SlotsBody['to'],
): Promise<(date: LocalDate) => DayOpening> {
  if ('point' in to) return () => ({ state: 'unknown', stretches: [] });
  const { hours, notices } = await getEntry(db, to.entryId, null);
  return (date) => openingOn(hours, date, notices);
}
