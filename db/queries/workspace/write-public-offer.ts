// Writes what residents read of an offer an organization keeps.

import { eq, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { writeOffersOfKnown } from '#db/queries/transport/write-offers.ts';
import {
  deleteLineTimetable,
  writeLineTimetable,
} from '#db/queries/workspace/write-line-timetable.ts';
import { source } from '#db/schema/provenance.ts';
import { offer } from '#db/schema/transport.ts';
import type { LineRows } from '#domain/transport/line-rows.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** Begins the ids of rows kept offers share. */
const PREFIX = 'kept';

/** The timetable of a line, and the fingerprint of what it says. */
export type PublicTimetable = { rows: LineRows; sha256: string; at: Date };

/** In its place in lists, after all others when it is new. The source is named by the organization. */
export async function writePublicOffer(
  tx: Database,
  published: Offer,
  organization: { sourceId: string; name: string },
  timetable: PublicTimetable | null = null,
): Promise<void> {
  const { sourceId, name } = organization;
  await tx.insert(source).values({ id: sourceId, name, publisher: name }).onConflictDoNothing();
  if (timetable === null) await deleteLineTimetable(tx, published.id);
  else await writeLineTimetable(tx, published, timetable.rows, timetable);
  const [row] = await tx
    .select({
      position: sql<number>`coalesce(
      (select position from offer where id = ${published.id}),
      (select max(position) + 1 from offer), 0)`,
    })
    .from(sql`(select) as one_row`);
  await writeOffersOfKnown(tx, PREFIX, [published], row?.position ?? 0);
}

/** Residents read it no more. */
export async function deletePublicOffer(tx: Database, offerId: string): Promise<void> {
  await tx.delete(offer).where(eq(offer.id, offerId));
  await deleteLineTimetable(tx, offerId);
}
