// Removes versions of timetables with all their rows.

import { inArray } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { feedVersion } from '#db/schema/feed.ts';
import {
  gtfsAgency,
  gtfsCalendar,
  gtfsCalendarDate,
  gtfsFrequency,
  gtfsRoute,
  gtfsStop,
  gtfsTransfer,
  gtfsTrip,
  gtfsTripCalls,
} from '#db/schema/gtfs.ts';

const TABLES = [
  gtfsTripCalls,
  gtfsTrip,
  gtfsFrequency,
  gtfsTransfer,
  gtfsCalendarDate,
  gtfsCalendar,
  gtfsRoute,
  gtfsStop,
  gtfsAgency,
];

export async function deleteFeedVersions(db: Database, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of TABLES) {
    await db.delete(table).where(inArray(table.feedVersionId, [...ids]));
  }
  await db.delete(feedVersion).where(inArray(feedVersion.id, [...ids]));
}
