// Which place or surgery is each building of acceslibre? By its FINESS number, its SIRET, or the same
// activity at the same number of the same street.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { CATEGORY_GROUP } from '#domain/directory/category-group.ts';
import { mappedBy, streetKey } from '#seeds/derived/link-keys.ts';
import { createProposedLinks, writeProposedLinks } from '#seeds/derived/link-records.ts';

/** How sure each rule is. Under 0.8 a person decides. */
const CONFIDENCES = {
  finess: 1,
  siret: 0.95,
  street_and_activity: 0.85,
  siret_several_entries: 0.6,
  same_street_several_entries: 0.6,
} as const;

const groupOf = (category: string): SQL => mappedBy(category, CATEGORY_GROUP);

/** Reads `acceslibre_place` as it stands. */
export async function linkAcceslibre(
  tx: Database,
  sourceId: string,
): Promise<{ linked: number; toReview: number }> {
  await createProposedLinks(tx);
  await tx.execute(sql`analyze practice, professional, place, acceslibre_place`);
  await tx.execute(sql`create temporary table building on commit drop as
    select a.key, a.finess, a.siret, ${groupOf('a.category')} as category_group,
      coalesce(a.insee, (select min(c.insee) from commune c join commune_postcode p on p.insee = c.insee
        where p.postcode = a.postcode and c.search_key = search_key(a.city) having count(*) = 1)) as insee,
      ${streetKey(sql`a.street`)} as street_key from acceslibre_place a`);
  await tx.execute(sql`create temporary table reachable on commit drop as
    select l.id as entry_id, l.finess, l.siret, ${groupOf('l.category')} as category_group, l.insee, ${streetKey(sql`l.street`)} as street_key
    from place l where l.gone_on is null and not l.demonstration
    union all
    select o.id, o.finess, o.siret, ${groupOf('o.category')}, o.insee, ${streetKey(sql`o.street`)}
    from organization o where o.gone_on is null and o.category is not null and not o.demonstration
    union all
    select p.id, null, null, ${groupOf('p.category')}, p.insee, ${streetKey(sql`p.street`)}
    from practice p join professional f on f.id = p.professional_id
    where p.gone_on is null and p.insee is not null and not f.demonstration
    union all
    select distinct l.id, null, null, ${groupOf('p.category')}, l.insee, ${streetKey(sql`l.street`)}
    from place l join practice p on p.place_id = l.id and p.insee is null and p.gone_on is null
    where l.category is null and l.gone_on is null`);
  await tx.execute(sql`analyze building`);
  await tx.execute(sql`analyze reachable`);
  await propose(tx, 'finess', sql`r.finess = b.finess`);
  await propose(tx, 'siret', sql`r.siret = b.siret`, 'siret_several_entries');
  await propose(
    tx,
    'street_and_activity',
    sql`r.insee = b.insee and r.street_key = b.street_key and r.category_group = b.category_group and b.street_key ~ '[0-9]'`,
    'same_street_several_entries',
  );
  await tx.execute(sql`update proposed_link p set detail = a.name || ', ' || coalesce(a.activity || ', ', '')
      || coalesce(a.street || ', ', '') || a.postcode || ' ' || a.city
    from acceslibre_place a where a.key = p.source_key`);
  return writeProposedLinks(tx, sourceId);
}

/** Pairs neither side of which is taken yet: unique on both sides, sure; else left to a person. */
async function propose(
  tx: Database,
  rule: 'finess' | 'siret' | 'street_and_activity',
  condition: SQL,
  otherwise?: 'siret_several_entries' | 'same_street_several_entries',
): Promise<void> {
  const weak = otherwise ?? null;
  await tx.execute(sql`insert into proposed_link
    select key, entry_id, case when is_unique then ${rule} else ${weak}::text end,
      case when is_unique then ${CONFIDENCES[rule]}::real else ${weak === null ? 0 : CONFIDENCES[weak]}::real end, null
    from (select key, entry_id, count(*) over (partition by key) = 1 and count(*) over (partition by entry_id) = 1 as is_unique
      from (select distinct b.key, r.entry_id from building b join reachable r on ${condition}) pair
      where not exists (select from proposed_link t where t.source_key = key and t.confidence >= 0.8)
        and not exists (select from proposed_link t where t.entry_id = pair.entry_id and t.confidence >= 0.8)) judged
    where is_unique or ${weak}::text is not null
    on conflict do nothing`);
}
