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
  await resolvePlaces(tx, 'temporary');
  const professionals = await count(
    tx,
    sql`insert into professional (id, name, rpps, ${sql.raw(PROVENANCE)})
      select distinct on (s.rpps) 'rpps-' || s.rpps, s.name, s.rpps, ${origin}
      from staged_rpps s where not exists (select from rpps_person o where o.rpps = s.rpps)
      order by s.rpps, s.practice_id
      on conflict (id) ${whereDifferent('professional', ['name', 'rpps'])}`,
  );
  const places = await count(
    tx,
    sql`insert into place (id, ${sql.raw(PLACE_COLUMNS.join(', '))}, ${sql.raw(PROVENANCE)})
      select distinct on (s.structure_key) 'rpps-structure-' || s.structure_key,
        coalesce(s.structure_name, 'Cabinet'), s.siret, s.street, s.complement, s.postcode, s.city, s.insee, ${origin}
      from staged_rpps s where not exists (select from rpps_site f where f.finess = s.finess)
      order by s.structure_key, s.practice_id
      on conflict (id) ${whereDifferent('place', PLACE_COLUMNS)}`,
  );
  // In order of their key: a third less work for its index.
  const practices = await count(
    tx,
    sql`insert into practice (id, ${sql.raw(PRACTICE_COLUMNS.join(', '))}, ${sql.raw(PROVENANCE)})
      select s.practice_id, coalesce(o.id, 'rpps-' || s.rpps), coalesce(f.id, 'rpps-structure-' || s.structure_key),
        s.category, s.title, s.profession_code, s.speciality_code, s.mode_code, s.activity_code, null::date, ${origin}
      from staged_rpps s
      left join rpps_person o on o.rpps = s.rpps
      left join rpps_site f on f.finess = s.finess
      order by s.practice_id on conflict (id) ${whereDifferent('practice', PRACTICE_COLUMNS)}`,
  );
  return { professionals, places, practices };
}

/**
 * `rpps_site`: the place of each FINESS number; `rpps_person`: professionals other sources brought. A
 * temporary table is for this process alone: those that help it cannot read it. Not analysed: known to be
 * empty, as often they are, they would be looked in anew for each row.
 */
export async function resolvePlaces(tx: Database, kind: 'temporary' | 'incoming'): Promise<void> {
  const [create, end] =
    kind === 'temporary' ? [sql`create temporary`, sql`on commit drop`] : [sql`create`, sql``];
  await tx.execute(sql`${create} table rpps_site ${end} as
    select distinct on (finess) finess, id from place
    where finess is not null and gone_on is null order by finess, demonstration, id`);
  await tx.execute(sql`${create} table rpps_person ${end} as
    select distinct on (rpps) rpps, id from professional
    where rpps is not null and source_id <> 'rpps' order by rpps, id`);
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
