// Which offers does the organization keep, and what is there to do on each?

import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database } from '#db/database.ts';
import { type KeptOffer, toKeptOffer } from '#db/queries/workspace/find-kept-offer.ts';
import { accountUser } from '#db/schema/account.ts';
import { keptOffer, offerDraft, offerVersion } from '#db/schema/offer-keeping.ts';
import type { OfferKind } from '#domain/transport/offer.ts';

export type KeptOfferRow = KeptOffer & {
  name: string;
  kind: OfferKind;
  publishedAt: Date | null;
  /** The last one residents read, in use or not; null: never published. */
  lastVersion: number | null;
  verifiedByName: string | null;
  draft: { revision: number; updatedAt: Date; updatedByName: string | null } | null;
  scheduled: { number: number; publishAt: Date } | null;
};

/** In the order of their names. Read inside the workspace. `offerId`: that one only. */
export async function listKeptOffers(tx: Database, offerId?: string): Promise<KeptOfferRow[]> {
  const inUse = alias(offerVersion, 'in_use');
  const planned = alias(offerVersion, 'planned');
  const verifier = alias(accountUser, 'verifier');
  const writer = alias(accountUser, 'writer');
  const field = (column: unknown, name: string) =>
    sql<string | null>`${column} #>> ${`{offer,${name}}`}`;
  const last = (name: string) => sql<string | null>`(select l.document #>> ${`{offer,${name}}`}
    from offer_version l where l.offer_id = ${keptOffer.id} order by l.number desc limit 1)`;
  const name = sql<string>`coalesce(${field(offerDraft.document, 'name')}, ${field(inUse.document, 'name')}, ${last('name')}, '')`;
  const rows = await tx
    .select({
      kept: keptOffer,
      name,
      kind: sql<OfferKind>`coalesce(${field(offerDraft.document, 'kind')}, ${field(inUse.document, 'kind')}, ${last('kind')})`,
      publishedAt: inUse.publishedAt,
      lastVersion: sql<number | null>`(select max(p.number) from offer_version p
        where p.offer_id = ${keptOffer.id} and p.published_at is not null)`,
      verifiedByName: verifier.name,
      revision: offerDraft.revision,
      updatedAt: offerDraft.updatedAt,
      updatedByName: writer.name,
      plannedNumber: planned.number,
      publishAt: planned.publishAt,
    })
    .from(keptOffer)
    .leftJoin(offerDraft, eq(offerDraft.offerId, keptOffer.id))
    .leftJoin(inUse, and(eq(inUse.offerId, keptOffer.id), eq(inUse.number, keptOffer.versionInUse)))
    .leftJoin(
      planned,
      and(
        eq(planned.offerId, keptOffer.id),
        isNotNull(planned.publishAt),
        isNull(planned.publishedAt),
        isNull(planned.cancelledAt),
      ),
    )
    .leftJoin(verifier, eq(verifier.id, keptOffer.verifiedBy))
    .leftJoin(writer, eq(writer.id, offerDraft.updatedBy))
    .where(offerId === undefined ? undefined : eq(keptOffer.id, offerId))
    .orderBy(sql`search_key(${name})`, asc(keptOffer.id));
  return rows.map(
    ({ kept, revision, updatedAt, updatedByName, plannedNumber, publishAt, ...row }) => ({
      ...row,
      ...toKeptOffer(kept),
      draft:
        revision === null || updatedAt === null ? null : { revision, updatedAt, updatedByName },
      scheduled:
        plannedNumber === null || publishAt === null ? null : { number: plannedNumber, publishAt },
    }),
  );
}
