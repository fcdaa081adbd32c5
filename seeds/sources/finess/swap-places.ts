// What the directory shows of the register: a place a site, unless an entry of another source already
// is that site; the legal entity that holds it as its organization; its phones.

import { sql } from 'drizzle-orm';
import type { PartialDate } from '#domain/provenance.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { inScope } from '#seeds/sources/finess/check-sites.ts';
import { insertContacts } from '#seeds/sources/finess/swap-contacts.ts';

export type PlaceCounts = {
  places: number;
  organizations: number;
  phones: number;
  linked: number;
  gone: number;
};

/**
 * `finess_entry`: the entry of each shown site in service, ours or the one it is linked to. A link a
 * person rejected is never made again: the site then has an entry of its own.
 */
async function createEntries({ tx, sourceId }: ImportContext): Promise<void> {
  await tx.execute(sql`
    create unlogged table finess_entry as
    select s.finess, coalesce(other.id, case when exists (select from place p where p.id = 'finess-' || s.finess
        and p.source_id <> ${sourceId}) then 'finess-site-' else 'finess-' end || s.finess) as entry_id, other.id is not null as is_linked,
      shown.category, shown.title, shown.need_id
    from finess_site s
    join finess_shown shown on shown.code = s.category_code
    left join lateral (select p.id from place p where p.finess = s.finess and p.source_id <> ${sourceId}
        and not exists (select from entity_link l where l.source_id = ${sourceId} and l.source_key = s.finess
          and l.entry_id = p.id and l.status = 'rejected')
      order by p.id limit 1) other on true
    where s.in_service`);
  await tx.execute(sql`create unique index on finess_entry (finess)`);
  await tx.execute(sql`create index on finess_entry (entry_id)`);
  await tx.execute(sql`analyze finess_entry`);
}

export async function swapPlaces(
  context: ImportContext,
  asOf: PartialDate | null,
): Promise<PlaceCounts> {
  const { tx, sourceId } = context;
  await createEntries(context);
  const organizations = await writeOrganizations(context, asOf);
  const written = await tx.execute(sql`
    insert into place as kept (id, name, category, title, finess, category_code, siret, organization_id, street,
      complement, postcode, city, insee, point, point_precision, source_id, as_of, confirmed_on, confidence, gone_on)
    select e.entry_id, s.name, e.category, e.title, s.finess, s.category_code, s.siret, o.id, s.street, s.complement,
      s.postcode, s.city, s.insee, s.point, coalesce(s.point_precision, 'commune'), ${sourceId}, ${asOf}::text, null,
      'high', null
    from finess_entry e join finess_placed s on s.finess = e.finess
    left join organization o on o.id = 'finess-' || s.legal_finess
    where not e.is_linked
    on conflict (id) do update set name = excluded.name, category = excluded.category, title = excluded.title,
      finess = excluded.finess, category_code = excluded.category_code, siret = excluded.siret,
      organization_id = excluded.organization_id, street = excluded.street, complement = excluded.complement,
      postcode = excluded.postcode, city = excluded.city, insee = excluded.insee, point = excluded.point,
      point_precision = excluded.point_precision, as_of = excluded.as_of, gone_on = null
    where kept.source_id = ${sourceId}`);
  await tx.execute(sql`analyze place`);
  const linked = await tx.execute(sql`
    insert into entity_link (source_id, source_key, entry_id, rule, confidence)
    select ${sourceId}, finess, entry_id, 'finess', 1 from finess_entry where is_linked
    on conflict do nothing`);
  const gone = await markGone(context, asOf);
  const phones = await insertContacts(context, asOf);
  return {
    places: written.rowCount ?? 0,
    organizations,
    phones,
    linked: linked.rowCount ?? 0,
    gone,
  };
}

async function writeOrganizations(
  { tx, sourceId }: ImportContext,
  asOf: PartialDate | null,
): Promise<number> {
  const written = await tx.execute(sql`
    insert into organization as kept (id, name, finess, insee, postcode, source_id, as_of, confirmed_on, confidence)
    select 'finess-' || l.finess, l.name, l.finess, l.insee, l.postcode, ${sourceId}, ${asOf}::text, null, 'high'
    from finess_legal l
    where exists (select from finess_placed s join finess_entry e on e.finess = s.finess
        where s.legal_finess = l.finess and not e.is_linked)
      and not exists (select from place p where p.id = 'finess-' || l.finess)
    on conflict (id) do update set name = excluded.name, insee = excluded.insee, postcode = excluded.postcode,
      as_of = excluded.as_of, gone_on = null
    where kept.source_id = ${sourceId}`);
  return written.rowCount ?? 0;
}

/** Places the file no longer has, or no longer shows: kept, and no longer shown. */
async function markGone(
  { tx, sourceId, territoryCodes, now }: ImportContext,
  asOf: PartialDate | null,
): Promise<number> {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asOf ?? '') ? asOf : now.toISOString().slice(0, 10);
  const gone = await tx.execute(sql`
    update place set gone_on = ${day}::date
    from (select p.id, case when p.insee ~ '^9[78]' then left(p.insee, 3) else left(p.insee, 2) end as departement,
        p.insee from place p where p.source_id = ${sourceId} and p.gone_on is null
        and not exists (select from finess_entry e where e.entry_id = p.id)) old
    where old.id = place.id and ${inScope('old', territoryCodes.length > 0)}`);
  return gone.rowCount ?? 0;
}
