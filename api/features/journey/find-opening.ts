// When does the place asked for receive people? Not known for a bare point.

import type { Database } from '#db/database.ts';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import { type CareHours, type DayOpening, openingOn } from '#domain/directory/opening-on.ts';
import type { LocalDate } from '#domain/time.ts';
import type { SlotsBody } from './contract.ts';

/** Throws `not_found` when the entry is unknown. */
export async function findCareHours(db: Database, to: SlotsBody['to']): Promise<CareHours> {
  if ('point' in to) return { hours: [], notices: [] };
  const { hours, notices } = await getEntry(db, to.entryId, null);
  return { hours, notices };
}

/** Day by day. Throws `not_found` when the entry is unknown. */
export async function findOpening(
  db: Database,
  to: SlotsBody['to'],
): Promise<(date: LocalDate) => DayOpening> {
  const { hours, notices } = await findCareHours(db, to);
  return (date) => openingOn(hours, date, notices);
}
