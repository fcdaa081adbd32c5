// Writes the timetable of line 13.

import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { feed, feedVersion } from '#db/schema/feed.ts';
import {
  gtfsAgency,
  gtfsCalendar,
  gtfsCalendarDate,
  gtfsRoute,
  gtfsStop,
  gtfsTrip,
  gtfsTripCalls,
} from '#db/schema/gtfs.ts';
import { AppError } from '#domain/error.ts';
import { DEMO_ID_PREFIX } from '#seeds/demo/demo-id-prefix.ts';
import { type line13Rows, TER_DEMO_FEED_ID } from '#seeds/demo/timetable/line-13-rows.ts';

export async function writeTimetable(
  tx: Database,
  timetable: ReturnType<typeof line13Rows>,
  version: { sha256: string; importedAt: Date },
): Promise<void> {
  await tx
    .insert(feed)
    .values({
      id: TER_DEMO_FEED_ID,
      name: 'TER ligne 13, hiver 2025',
      url: null,
      licence: 'ODbL 1.0',
      sourceId: 'sncf-ter-2025',
    })
    .onConflictDoNothing();
  // A version imported since, with `--feed ter-demo`, stays the one in use.
  const newer = await tx
    .select({ id: feedVersion.id })
    .from(feedVersion)
    .where(and(eq(feedVersion.feedId, TER_DEMO_FEED_ID), eq(feedVersion.active, true)));
  const [written] = await tx
    .insert(feedVersion)
    .values({
      feedId: TER_DEMO_FEED_ID,
      validFrom: timetable.validFrom,
      validTo: timetable.validTo,
      active: newer.length === 0,
      importedAt: version.importedAt,
      sha256: `${DEMO_ID_PREFIX}-${version.sha256}`,
    })
    .returning({ id: feedVersion.id });
  if (written === undefined) {
    throw new AppError('bad_import', 'La version de l’horaire n’a pas été écrite.');
  }
  const versioned = <Row extends object>(rows: readonly Row[]) =>
    rows.map((row) => ({ feedVersionId: written.id, ...row }));
  await insertRows(tx, gtfsAgency, versioned(timetable.agencies));
  await insertRows(tx, gtfsStop, versioned(timetable.stops));
  await insertRows(tx, gtfsRoute, versioned(timetable.routes));
  await insertRows(tx, gtfsTrip, versioned(timetable.trips));
  await insertRows(tx, gtfsTripCalls, versioned(callLists(timetable)));
  await insertRows(tx, gtfsCalendar, versioned(timetable.calendars));
  await insertRows(tx, gtfsCalendarDate, versioned(timetable.calendarDates));
}

/** One row a trip, the calls in order. */
function callLists({ stops, stopTimes }: ReturnType<typeof line13Rows>) {
  const numbers = new Map(stops.map(({ stopId, number }) => [stopId, number]));
  return [...Map.groupBy(stopTimes, ({ tripId }) => tripId)].map(([tripId, calls]) => ({
    tripId,
    stops: calls.map(({ stopId }) => numbers.get(stopId) ?? 0),
    sequences: calls.map(({ stopSequence }) => stopSequence),
    arrivals: calls.map(({ arrivalSeconds }) => arrivalSeconds),
    departures: calls.map(({ departureSeconds }) => departureSeconds),
    pickupTypes: calls.map(({ pickupType }) => pickupType),
    dropOffTypes: calls.map(({ dropOffType }) => dropOffType),
  }));
}
