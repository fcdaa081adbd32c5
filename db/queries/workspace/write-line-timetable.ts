// Writes the timetable of a line an organization keeps where journeys read it: the feed that bears its id.

import { eq, inArray } from 'drizzle-orm';
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
import { BUS } from '#domain/transport/line-feed.ts';
import type { LineRows } from '#domain/transport/line-rows.ts';
import type { Offer } from '#domain/transport/offer.ts';

const TABLES = [
  gtfsAgency,
  gtfsStop,
  gtfsRoute,
  gtfsTrip,
  gtfsTripCalls,
  gtfsCalendar,
  gtfsCalendarDate,
];

/** `sha256` of what it says: written already, it stays as it is. Its source is there. */
export async function writeLineTimetable(
  tx: Database,
  offer: Offer,
  rows: LineRows,
  version: { sha256: string; at: Date },
): Promise<void> {
  const [held] = await tx
    .select({ sha256: feedVersion.sha256 })
    .from(feedVersion)
    .where(eq(feedVersion.feedId, offer.id));
  if (held?.sha256 === version.sha256) return;
  await deleteLineTimetable(tx, offer.id);
  const { sourceId } = offer.provenance;
  await tx
    .insert(feed)
    .values({ id: offer.id, name: offer.name, sourceId })
    .onConflictDoUpdate({ target: feed.id, set: { name: offer.name } });
  const [written] = await tx
    .insert(feedVersion)
    .values({
      feedId: offer.id,
      validFrom: rows.validFrom,
      validTo: rows.validTo,
      sha256: version.sha256,
      importedAt: version.at,
      active: true,
    })
    .returning({ id: feedVersion.id });
  if (written === undefined) throw new AppError('unavailable', 'The timetable was not written.');
  const feedVersionId = written.id;
  const versioned = <Row extends object>(list: readonly Row[]) =>
    list.map((row) => ({ feedVersionId, ...row }));
  const agencyId = offer.provider?.id ?? offer.id;
  const routeId = offer.id;
  await insertRows(
    tx,
    gtfsAgency,
    versioned([
      {
        agencyId,
        name: offer.provider?.name ?? offer.name,
        url: offer.provider?.url ?? null,
        timezone: 'Europe/Paris',
        phone: offer.phone,
      },
    ]),
  );
  await insertRows(tx, gtfsStop, versioned(rows.stops));
  await insertRows(
    tx,
    gtfsRoute,
    versioned([{ routeId, agencyId, longName: offer.name, routeType: BUS }]),
  );
  await insertRows(tx, gtfsTrip, versioned(rows.trips.map((trip) => ({ ...trip, routeId }))));
  await insertRows(
    tx,
    gtfsTripCalls,
    versioned(
      rows.calls.map(({ tripId, stops, seconds, pickupTypes }) => ({
        tripId,
        stops: [...stops],
        sequences: stops.map((_, rank) => rank),
        arrivals: [...seconds],
        departures: [...seconds],
        pickupTypes: pickupTypes === null ? null : [...pickupTypes],
        dropOffTypes: pickupTypes === null ? null : [...pickupTypes],
      })),
    ),
  );
  await insertRows(
    tx,
    gtfsCalendarDate,
    versioned(rows.days.map((day) => ({ ...day, runs: true }))),
  );
}

/** Every version of it; the feed itself stays, as the name of the line. */
export async function deleteLineTimetable(tx: Database, offerId: string): Promise<void> {
  const versions = await tx
    .select({ id: feedVersion.id })
    .from(feedVersion)
    .where(eq(feedVersion.feedId, offerId));
  const ids = versions.map(({ id }) => id);
  if (ids.length === 0) return;
  for (const table of TABLES) await tx.delete(table).where(inArray(table.feedVersionId, ids));
  await tx.delete(feedVersion).where(inArray(feedVersion.id, ids));
}
