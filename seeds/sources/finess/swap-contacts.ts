// The phones of our places, and what the register says of entries other sources made.

import { sql } from 'drizzle-orm';
import type { PartialDate } from '#domain/provenance.ts';
import { applyClaims, createStagedClaims, settleClaims } from '#seeds/derived/apply-claims.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { insertOf, type Said, withOrigin } from '#seeds/sources/finess/said.ts';

/** Ours come before what others brought, so that the first phone is the entry's own until decided. */
export const PHONES_SAID: Said = {
  columns: {
    entry_id: sql`e.entry_id`,
    position: sql`coalesce(others.first, jsonb_array_length(s.phones)) - jsonb_array_length(s.phones) + said.rank - 1`,
    kind: sql`'phone'`,
    value: sql`said.phone ->> 'display'`,
    phone: sql`said.phone`,
  },
  from: sql`finess_entry e
    join finess_placed s on s.finess = e.finess
    cross join lateral jsonb_array_elements(s.phones) with ordinality as said(phone, rank)
    left join (select entry_id, min(position) as first from public.contact_point group by entry_id) others
      on others.entry_id = e.entry_id
    where not e.is_linked`,
};

export async function writeContacts(
  { tx, sourceId }: ImportContext,
  asOf: PartialDate | null,
): Promise<number> {
  await tx.execute(sql`
    delete from contact_point c using finess_entry e
    where c.entry_id = e.entry_id and c.source_id = ${sourceId} and c.kind = 'phone' and not e.is_linked
      and exists (select from finess_placed s where s.finess = e.finess)`);
  const { rowCount } = await tx.execute(
    insertOf('contact_point', withOrigin(PHONES_SAID, { sourceId, asOf })),
  );
  return rowCount ?? 0;
}

/**
 * Name, address and phone of the entries linked to a site, of the whole snapshot: a claim not staged
 * is a claim taken back. The same name in other letters keeps those of the entry; an address without
 * a point would hide the point the entry has; what the entry is called is claimed where it is only
 * the premises of a practice.
 */
export async function claimLinked(
  context: ImportContext,
  asOf: PartialDate | null,
): Promise<{ claimed: number; won: number }> {
  const { tx, sourceId, now } = context;
  await settleClaims(tx, { now, ownerId: sourceId });
  await createStagedClaims(tx);
  await tx.execute(sql`
    insert into staged_claim (entry_id, field, value)
    select distinct on (e.entry_id, said.field) e.entry_id, said.field, said.value
    from finess_entry e
    join finess_site s on s.finess = e.finess
    join place p on p.id = e.entry_id
    cross join lateral (select p.category is null or exists (select from claim c where c.entry_id = p.id
      and c.field = 'category' and c.source_id = ${sourceId}) as is_premises) own
    cross join lateral (values
      ('name', to_jsonb(case when search_key(p.name) = search_key(s.name) then p.name else s.name end)),
      ('category', case when own.is_premises then to_jsonb(e.category) end),
      ('title', case when own.is_premises then to_jsonb(e.title) end),
      ('phone', s.phones -> 0),
      ('address', case when s.point is not null then jsonb_build_object('street', s.street,
        'complement', s.complement, 'postcode', s.postcode, 'city', s.city, 'insee', s.insee,
        'point', jsonb_build_array(ST_X(s.point::geometry), ST_Y(s.point::geometry)),
        'precision', s.point_precision) end)) as said(field, value)
    where e.is_linked and said.value is not null
    order by e.entry_id, said.field, e.finess`);
  return await applyClaims(context, { asOf, confidence: 'high' });
}
