// What does each source say of each contested field of this entry, and whose word stands?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { claimOrder } from '#db/queries/directory/claim-order.ts';
import type { ClaimField } from '#domain/directory/precedence.ts';
import type { Provenance } from '#domain/provenance.ts';
import type { LocalDate } from '#domain/time.ts';

export type ListedClaim = {
  field: ClaimField;
  value: unknown;
  sourceName: string;
  provenance: Provenance;
  /** True for the one that stands today. */
  stands: boolean;
};

/** By field, then from the claim that stands to the last one. */
export async function listClaims(
  db: Database,
  entryId: string,
  today: LocalDate,
): Promise<ListedClaim[]> {
  const { rows } = await db.execute<ListedClaim>(listClaimsQuery(entryId, today));
  return rows;
}

function listClaimsQuery(entryId: string, today: LocalDate): SQL {
  const order = claimOrder(today);
  return sql`select c.field, c.value, coalesce(s.name, c.source_id) as "sourceName",
  jsonb_build_object('sourceId', c.source_id, 'asOf', c.as_of, 'confirmedOn', c.confirmed_on, 'confidence', c.confidence) as provenance,
  row_number() over (partition by c.field order by ${order}) = 1 as stands
from claim c left join source s on s.id = c.source_id
where c.entry_id = ${entryId}
order by c.field, ${order}`;
}
