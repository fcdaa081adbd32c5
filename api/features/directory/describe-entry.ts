// Everything known of one entry, as this person would find it: open or not, how far, how fresh.

import type { Database } from '#db/database.ts';
import { getEntry } from '#db/queries/directory/get-entry.ts';
import type { EntryDetail } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import { type Moment, toMoment } from '#domain/time.ts';
import { presentEntry } from './present-entry.ts';

/** `outside`: in none of the territories served. Throws `not_found`. */
export async function describeEntry(
  db: Database,
  id: string,
  asked: { from: LonLat | null; at: Moment | null },
  nowMs: number,
): Promise<EntryDetail> {
  const { territoryCodes, ...entry } = await getEntry(db, id, asked.from);
  const now = toMoment(nowMs);
  const viewpoint = { at: asked.at ?? now, today: now.date, from: asked.from, inside: null };
  const { hours, notices } = entry;
  const summary = presentEntry(entry, viewpoint, notices);
  return { ...entry, ...summary, hours, outside: territoryCodes.length === 0 };
}
