// What the directory shows of the register: a place a site, unless an entry of another source already
// is that site; the legal entity that holds it as its organization; its phones.

import { sql } from 'drizzle-orm';
import type { PartialDate } from '#domain/provenance.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { inScope } from '#seeds/sources/finess/check-sites.ts';
import { insertOf, type Said, withOrigin } from '#seeds/sources/finess/said.ts';

/** Those that hold a site that is ours to show. */
export const ORGANIZATIONS_SAID: Said = {
  columns: {
    id: sql`'finess-' || l.finess`,
    name: sql`l.name`,
    finess: sql`l.finess`,
    insee: sql`l.insee`,
    postcode: sql`l.postcode`,
  },
  from: sql`finess_legal l
    where exists (select from finess_placed s join finess_entry e on e.finess = s.finess
        where s.legal_finess = l.finess and not e.is_linked)
      and not exists (select from place p where p.id = 'finess-' || l.finess)`,
};

export const PLACES_SAID: Said = {
  columns: {
    id: sql`e.entry_id`,
    name: sql`s.name`,
    category: sql`e.category`,
    title: sql`e.title`,
    finess: sql`s.finess`,
    category_code: sql`s.category_code`,
    siret: sql`s.siret`,
    organization_id: sql`o.id`,
    street: sql`s.street`,
    complement: sql`s.complement`,
    postcode: sql`s.postcode`,
    city: sql`s.city`,
    insee: sql`s.insee`,
    point: sql`s.point`,
    point_precision: sql`coalesce(s.point_precision, 'commune')`,
  },
  from: sql`finess_entry e join finess_placed s on s.finess = e.finess
    left join organization o on o.id = 'finess-' || s.legal_finess
    where not e.is_linked`,
};

/**
 * `finess_entry`: the entry of each shown site in service, ours or the one it is linked to. A link a
 * person rejected is never made again: the site then has an entry of its own.
 */
export async function createEntries({ tx, sourceId }: ImportContext): Promise<void> {
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

/** Those of before are changed where the register has something else to say. Returns how many it says. */
export async function writePlaces(
  { tx, sourceId }: ImportContext,
  asOf: PartialDate | null,
): Promise<{ organizations: number; places: number }> {
  const write = async (table: string, said: Said, kept: readonly string[]): Promise<number> => {
    const changed = Object.keys(said.columns).filter(
      (name) => name !== 'id' && !kept.includes(name),
    );
    const set = [...changed, 'as_of'].map((name) => `${name} = excluded.${name}`).join(', ');
    const { rowCount } =
      await tx.execute(sql`${insertOf(table, withOrigin(said, { sourceId, asOf }))}
      on conflict (id) do update set ${sql.raw(set)}, gone_on = null where kept.source_id = ${sourceId}`);
    return rowCount ?? 0;
  };
  const organizations = await write('organization', ORGANIZATIONS_SAID, ['finess']);
  const places = await write('place', PLACES_SAID, []);
  await tx.execute(sql`analyze place`);
  return { organizations, places };
}

export async function writeLinks({ tx, sourceId }: ImportContext): Promise<number> {
  const linked = await tx.execute(sql`
    insert into entity_link (source_id, source_key, entry_id, rule, confidence)
    select ${sourceId}, finess, entry_id, 'finess', 1 from finess_entry where is_linked
    on conflict do nothing`);
  return linked.rowCount ?? 0;
}

/** Places the file no longer has, or no longer shows: kept, and no longer shown. */
export async function markGone(
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
