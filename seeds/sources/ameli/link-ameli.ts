// Which practice is each row of the Assurance Maladie's directory? It carries no national number: name,
// profession, postcode and street must agree, and nobody else may fit.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { CATEGORY_GROUPS, RPPS_GROUPS } from '#domain/directory/ameli-speciality.ts';
import { mappedBy, nameKey, streetKey } from '#seeds/derived/link-keys.ts';
import { createProposedLinks, writeProposedLinks } from '#seeds/derived/link-records.ts';

/** How sure each rule is. Under 0.8 a person decides. */
const CONFIDENCES = {
  name_profession_postcode_street: 0.95,
  name_profession_postcode: 0.85,
  several_fit: 0.6,
  street_and_close_name: 0.5,
} as const;
const CLOSE_NAME = 0.4;

/** Reads `ameli_practice` as it stands. */
export async function linkAmeli(
  tx: Database,
  sourceId: string,
): Promise<{ linked: number; toReview: number }> {
  await createProposedLinks(tx);
  await tx.execute(sql`analyze practice, professional, place`);
  await tx.execute(sql`create temporary table ameli_person on commit drop as
    select a.key, ${nameKey(sql`a.last_name || ' ' || a.first_name`)} as name_key, a.profession_group,
      a.postcode, ${streetKey(sql`a.street`)} as street_key from ameli_practice a`);
  await tx.execute(sql`create temporary table practice_person on commit drop as
    select p.id as entry_id, f.name, ${nameKey(sql`f.name`)} as name_key,
      coalesce(${mappedBy('p.profession_code', RPPS_GROUPS)}, ${mappedBy('p.category', CATEGORY_GROUPS)}) as profession_group,
      case when p.insee is null then l.postcode else p.postcode end as postcode,
      ${streetKey(sql`case when p.insee is null then l.street else p.street end`)} as street_key
    from practice p join professional f on f.id = p.professional_id left join place l on l.id = p.place_id
    where p.gone_on is null and not f.demonstration`);
  await tx.execute(sql`analyze ameli_person`);
  await tx.execute(sql`analyze practice_person`);
  await tx.execute(sql`create temporary table name_pair on commit drop as
    select a.key, p.entry_id, a.street_key = p.street_key as same_street
    from ameli_person a join practice_person p on p.name_key = a.name_key
      and p.profession_group = a.profession_group and p.postcode = a.postcode`);
  await tx.execute(sql`analyze name_pair`);
  await proposeUnique(tx, 'name_profession_postcode_street', sql`same_street`);
  await tx.execute(sql`analyze proposed_link`);
  await proposeUnique(tx, 'name_profession_postcode', sql`true`);
  await tx.execute(sql`analyze proposed_link`);
  await tx.execute(sql`insert into proposed_link
    select key, entry_id, 'several_fit', ${CONFIDENCES.several_fit}::real, null from name_pair n where ${isFree}`);
  await tx.execute(sql`insert into proposed_link
    select n.key, n.entry_id, 'street_and_close_name', ${CONFIDENCES.street_and_close_name}::real, null
    from (select a.key, p.entry_id from ameli_person a
      join practice_person p on p.profession_group = a.profession_group and p.postcode = a.postcode
        and p.street_key = a.street_key
      where a.street_key ~ '[0-9]' and similarity(a.name_key, p.name_key) >= ${CLOSE_NAME}) n
    where ${isFree} on conflict do nothing`);
  await tx.execute(sql`update proposed_link p set detail = a.last_name || ' ' || a.first_name || ', '
      || a.speciality_label || ', ' || coalesce(a.street || ', ', '') || a.postcode || ' ' || a.city
    from ameli_practice a where a.key = p.source_key`);
  return writeProposedLinks(tx, sourceId);
}

/** The pair `n` joins a record and an entry none of which is taken yet. */
const isFree = sql`not exists (select from proposed_link t where t.source_key = n.key and t.confidence >= 0.8)
  and not exists (select from proposed_link t where t.entry_id = n.entry_id and t.confidence >= 0.8)`;

/** Among the pairs still free, those whose record fits one entry, and whose entry fits one record. */
async function proposeUnique(
  tx: Database,
  rule: 'name_profession_postcode_street' | 'name_profession_postcode',
  condition: SQL,
): Promise<void> {
  await tx.execute(sql`insert into proposed_link
    select key, entry_id, ${rule}, ${CONFIDENCES[rule]}::real, null from (
      select key, entry_id, count(*) over (partition by key) as entries, count(*) over (partition by entry_id) as records
      from name_pair n where ${condition} and ${isFree}) pair
    where entries = 1 and records = 1`);
}
