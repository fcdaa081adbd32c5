// How do the activities that changed become professionals, places and practices? Rows are updated only
// where they differ; whatever is of another source is left to the claims.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { dayOf } from '#seeds/sources/rpps/day.ts';

type Written = { professionals: number; places: number; practices: number };

const PLACE_COLUMNS = ['name', 'siret', 'street', 'complement', 'postcode', 'city', 'insee'];
const PRACTICE_COLUMNS = [
  'professional_id',
  'place_id',
  'category',
  'title',
  'profession_code',
  'speciality_code',
  'mode_code',
  'activity_code',
  'gone_on',
];
const PROVENANCE = 'source_id, as_of, confirmed_on, confidence';

/**
 * What ends an insert of rows some of which may be there: those that differ are updated. Where the register
 * has written nothing yet, looking for each in vain would cost a quarter of the writing: rows of another
 * source under the same id, if any, are left out as a set.
 */
function endOf(table: string, id: SQL, names: readonly string[], isFirst: boolean) {
  return isFirst
    ? {
        unlessThere: sql`not exists (select from ${sql.identifier(table)} there where there.id = ${id})`,
        onConflict: sql``,
      }
    : { unlessThere: sql`true`, onConflict: sql`on conflict (id) ${whereDifferent(table, names)}` };
}

/** True before the register wrote any row of the directory. */
async function wroteNothing(tx: Database): Promise<boolean> {
  const { rows } = await tx.execute<{ wrote: boolean }>(sql`
    select exists (select from professional where source_id = 'rpps')
      or exists (select from place where source_id = 'rpps')
      or exists (select from practice where source_id = 'rpps') as wrote`);
  return rows[0]?.wrote === false;
}

/** The columns to write on conflict, and the condition that one of them differs. */
function whereDifferent(table: string, names: readonly string[]): SQL {
  const of = (alias: string) => names.map((name) => `${alias}.${name}`).join(', ');
  const set = [...names, 'as_of'].map((name) => `${name} = excluded.${name}`).join(', ');
  return sql.raw(
    `do update set ${set} where ${table}.source_id = 'rpps' and (${of(table)}) is distinct from (${of('excluded')})`,
  );
}

const count = async (tx: Database, statement: SQL): Promise<number> =>
  (await tx.execute(statement)).rowCount ?? 0;

export async function writeDirectory(tx: Database, asOf: PartialDate | null): Promise<Written> {
  const origin = sql`'rpps', ${asOf}::text, null, 'high'`;
  await resolvePlaces(tx);
  const isFirst = await wroteNothing(tx);
  const person = endOf('professional', sql`'rpps-' || s.rpps`, ['name', 'rpps'], isFirst);
  const professionals = await count(
    tx,
    sql`insert into professional (id, name, rpps, ${sql.raw(PROVENANCE)})
      select distinct on (s.rpps collate "C") 'rpps-' || s.rpps, s.name, s.rpps, ${origin}
      from staged_rpps s where not exists (select from rpps_person o where o.rpps = s.rpps) and ${person.unlessThere}
      order by s.rpps collate "C", s.practice_id collate "C" ${person.onConflict}`,
  );
  const site = endOf('place', sql`'rpps-structure-' || s.structure_key`, PLACE_COLUMNS, isFirst);
  const places = await count(
    tx,
    sql`insert into place (id, ${sql.raw(PLACE_COLUMNS.join(', '))}, ${sql.raw(PROVENANCE)})
      select distinct on (s.structure_key collate "C") 'rpps-structure-' || s.structure_key,
        coalesce(s.structure_name, 'Cabinet'), s.siret, s.street, s.complement, s.postcode, s.city, s.insee, ${origin}
      from staged_rpps s where not exists (select from rpps_site f where f.finess = s.finess) and ${site.unlessThere}
      order by s.structure_key collate "C", s.practice_id collate "C" ${site.onConflict}`,
  );
  const work = endOf('practice', sql`s.practice_id`, PRACTICE_COLUMNS, isFirst);
  // In order of their key: a third less work for its index.
  const practices = await count(
    tx,
    sql`insert into practice (id, ${sql.raw(PRACTICE_COLUMNS.join(', '))}, ${sql.raw(PROVENANCE)})
      select s.practice_id, coalesce(o.id, 'rpps-' || s.rpps), coalesce(f.id, 'rpps-structure-' || s.structure_key),
        s.category, s.title, s.profession_code, s.speciality_code, s.mode_code, s.activity_code, null::date, ${origin}
      from staged_rpps s
      left join rpps_person o on o.rpps = s.rpps
      left join rpps_site f on f.finess = s.finess
      where ${work.unlessThere}
      order by s.practice_id collate "C" ${work.onConflict}`,
  );
  return { professionals, places, practices };
}

/** `rpps_site`: the place of each FINESS number; `rpps_person`: professionals other sources brought. */
async function resolvePlaces(tx: Database): Promise<void> {
  await tx.execute(sql`create temporary table rpps_site on commit drop as
    select distinct on (finess) finess, id from place
    where finess is not null and gone_on is null order by finess, demonstration, id`);
  await tx.execute(sql`create temporary table rpps_person on commit drop as
    select distinct on (rpps) rpps, id from professional
    where rpps is not null and source_id <> 'rpps' order by rpps, id`);
  await tx.execute(sql`analyze rpps_site`);
}

/** Practices of sites that became known, or unknown, since: their row of the register did not change. */
export async function moveToSites(tx: Database): Promise<number> {
  return await count(
    tx,
    sql`update practice p set place_id = f.id from rpps_activity a join rpps_site f on f.finess = a.finess
      where p.id = a.practice_id and p.source_id = 'rpps' and p.place_id is distinct from f.id`,
  );
}

export async function markGone(tx: Database, now: Date): Promise<number> {
  return await count(
    tx,
    sql`update practice p set gone_on = ${dayOf(now)}::date from rpps_gone g
      where p.id = g.practice_id and p.source_id = 'rpps' and p.gone_on is null`,
  );
}
