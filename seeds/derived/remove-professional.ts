// How does a professional who objects leave public view, whatever source brought them?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { nameIdentifier, normalizeName } from '#seeds/pipeline/opposed-names.ts';

export type Removed = { practices: number; professionals: number };

/** What is keyed by the entry, and what is said of it. */
const ENTRY_TABLES = [
  'service',
  'opening_hours',
  'contact_point',
  'accessibility',
  'coverage_area',
  'entry_theme',
  'notice',
  'claim',
  'entity_link',
  'duplicate_candidate',
  'report',
];

const CIVILITIES = /^(DR|DOCTEUR|PR|PROFESSEUR|M|MR|MME|MLLE|MONSIEUR|MADAME) /;

const among = (column: string, values: readonly string[]): SQL =>
  sql`${sql.raw(column)} = any(${sql.param([...values])}::text[])`;

/** The identifiers by name of a number: its name at each postcode where it practises. */
export async function namesOfNumber(tx: Database, rpps: string): Promise<string[]> {
  const { rows } = await tx.execute<{ last: string; first: string; postcode: string }>(sql`
    select distinct last_name as last, first_name as first, postcode from rpps_activity
    where rpps = ${rpps} and postcode is not null`);
  return rows.map(({ last, first, postcode }) => nameIdentifier(last, first, postcode));
}

/** Professionals of this number, and those whose name and postcode are among `names`. */
export async function findProfessionals(
  tx: Database,
  { rpps, names }: { rpps: string | null; names: readonly string[] },
): Promise<string[]> {
  const postcodes = names.map((name) => name.split('|')[1] ?? '');
  const { rows } = await tx.execute<{
    id: string;
    rpps: string | null;
    name: string;
    postcode: string | null;
  }>(sql`
    select distinct f.id, f.rpps, f.name, coalesce(p.postcode, l.postcode) as postcode
    from professional f
    left join practice p on p.professional_id = f.id
    left join place l on l.id = p.place_id
    where f.rpps = ${rpps} or ${among('p.postcode', postcodes)} or ${among('l.postcode', postcodes)}`);
  const wanted = new Set(names);
  const found = rows.filter((row) => {
    if (rpps !== null && row.rpps === rpps) return true;
    // Another number is another person, unless the name alone was declared.
    if (rpps !== null && row.rpps !== null) return false;
    return writings(row.name).some((name) => wanted.has(`${name}|${row.postcode ?? ''}`));
  });
  return [...new Set(found.map(({ id }) => id))];
}

/** « Dr Anne Dupuis » is « DUPUIS ANNE »: every word may be where the last name starts. */
function writings(name: string): string[] {
  const words = normalizeName(name).replace(CIVILITIES, '').split(' ');
  return words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(' '));
}

/** With all that is known of them, the newest files' rows included. */
export async function removeProfessionals(tx: Database, ids: readonly string[]): Promise<Removed> {
  if (ids.length === 0) return { practices: 0, professionals: 0 };
  const practices = (
    await tx.execute<{ id: string; place: string | null }>(sql`
      select id, place_id as place from practice where ${among('professional_id', ids)}`)
  ).rows;
  const entries = practices.map(({ id }) => id);
  const links = await tx.execute<{ source: string; key: string }>(sql`
    select source_id as source, source_key as key from entity_link
    where ${among('entry_id', entries)} and status <> 'rejected'`);
  const keysOf = (source: string) =>
    links.rows.filter((link) => link.source === source).map(({ key }) => key);
  await tx.execute(sql`delete from ameli_practice where ${among('key', keysOf('ameli'))}`);
  await tx.execute(sql`delete from acceslibre_place where ${among('key', keysOf('acceslibre'))}`);
  await tx.execute(
    sql`delete from rpps_activity where ${among('practice_id', [...entries, ...keysOf('rpps')])}`,
  );
  for (const table of ENTRY_TABLES) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where ${among('entry_id', entries)}`);
  }
  await tx.execute(sql`delete from assertion
    where subject_kind = 'entry' and ${among('subject_id', entries)}`);
  await tx.execute(sql`delete from practice where ${among('id', entries)}`);
  const professionals = await tx.execute(sql`delete from professional where ${among('id', ids)}`);
  await removeEmptyPlaces(
    tx,
    practices.flatMap(({ place }) => (place === null ? [] : [place])),
  );
  return { practices: entries.length, professionals: professionals.rowCount ?? 0 };
}

/** A surgery often bears the name of the one who practised there alone. */
async function removeEmptyPlaces(tx: Database, places: readonly string[]): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select l.id from place l where ${among('l.id', places)} and l.category is null
      and l.source_id in ('rpps', 'ameli')
      and not exists (select from practice p where p.place_id = l.id)`);
  const ids = rows.map(({ id }) => id);
  for (const table of ENTRY_TABLES) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where ${among('entry_id', ids)}`);
  }
  await tx.execute(sql`delete from assertion
    where subject_kind = 'entry' and ${among('subject_id', ids)}`);
  await tx.execute(sql`delete from place where ${among('id', ids)}`);
}

/** Rows of the newest files that name somebody among `names`, linked to an entry or not. */
export async function removeNamedRows(tx: Database, names: readonly string[]): Promise<void> {
  const wanted = new Set(names);
  const postcodes = names.map((name) => name.split('|')[1] ?? '');
  const { rows } = await tx.execute<{ key: string; last: string; first: string; postcode: string }>(
    sql`select key, last_name as last, first_name as first, postcode from ameli_practice
      where ${among('postcode', postcodes)}`,
  );
  const keys = rows
    .filter(({ last, first, postcode }) => wanted.has(nameIdentifier(last, first, postcode)))
    .map(({ key }) => key);
  await tx.execute(sql`delete from ameli_practice where ${among('key', keys)}`);
  await tx.execute(
    sql`delete from entity_link where source_id = 'ameli' and ${among('source_key', keys)}`,
  );
  await tx.execute(sql`delete from duplicate_candidate
    where source_id = 'ameli' and ${among('source_key', keys)}`);
}
