// In which state does an organization keep this offer?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { keptOffer } from '#db/schema/offer-keeping.ts';
import type { LocalDate } from '#domain/time.ts';
import type { Keeping } from '#domain/transport/offer-standing.ts';

export type KeptOffer = Keeping & {
  id: string;
  /** Null: residents do not read it. */
  versionInUse: number | null;
  verifiedBy: string | null;
  archivedAt: Date | null;
};

/** `lock`: nobody else changes it, its draft or its versions until the transaction ends. */
export async function findKeptOffer(
  tx: Database,
  offerId: string,
  options: { lock: boolean } = { lock: false },
): Promise<KeptOffer | null> {
  const query = tx.select().from(keptOffer).where(eq(keptOffer.id, offerId));
  const [row] = await (options.lock ? query.for('update') : query);
  return row === undefined ? null : toKeptOffer(row);
}

type Row = typeof keptOffer.$inferSelect;

export function toKeptOffer(row: Row): KeptOffer {
  return {
    id: row.id,
    versionInUse: row.versionInUse,
    suspension: suspensionOf(row),
    verifiedOn: row.verifiedOn,
    verifiedBy: row.verifiedBy,
    reviewEveryDays: row.reviewEveryDays,
    archivedAt: row.archivedAt,
  };
}

function suspensionOf(row: {
  suspendedFrom: LocalDate | null;
  suspendedUntil: LocalDate | null;
  suspendedNote: string | null;
}): Keeping['suspension'] {
  if (row.suspendedFrom === null) return null;
  return { from: row.suspendedFrom, until: row.suspendedUntil, note: row.suspendedNote };
}
