// How does the first file of the register become the directory's tables? Whole, beside those of before, with
// the rows other sources brought: several processes make them, and no index is kept up row by row.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { useMachine } from '#db/queries/directory/use-processors.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { NEEDS_SAID, PHONES_SAID } from '#seeds/sources/rpps/swap-details.ts';
import { resolvePlaces } from '#seeds/sources/rpps/swap-directory.ts';

/** True before the register wrote anything: no other writes in these tables from here on. */
export async function isFirstLoad(tx: Database): Promise<boolean> {
  if (await hasWritten(tx)) return false;
  await tx.execute(sql`lock table rpps_activity, professional, place, practice, contact_point, service
    in share row exclusive mode`);
  return !(await hasWritten(tx));
}

async function hasWritten(tx: Database): Promise<boolean> {
  const { rows } = await tx.execute<{ wrote: boolean }>(sql`
    select exists (select from rpps_activity)
      or exists (select from professional where source_id = 'rpps')
      or exists (select from place where source_id = 'rpps')
      or exists (select from practice where source_id = 'rpps') as wrote`);
  return rows[0]?.wrote !== false;
}

/** `rpps_activity` itself, with two more columns until the directory is written; `staged_rpps` shows it. */
export async function createFirstStaged(db: Database): Promise<string> {
  await db.execute(sql`create table rpps_activity with (autovacuum_enabled = off) as
    select *, null::text as name, null::smallint as rank from public.rpps_activity limit 0`);
  await db.execute(sql`create view staged_rpps as select * from rpps_activity`);
  return 'rpps_activity';
}

/** `staged_rpps` are those not linked, from here on. */
export async function leaveOutFirstLinked(tx: Database): Promise<void> {
  await tx.execute(sql`create table rpps_linked_id as select practice_id from rpps_linked`);
  await tx.execute(sql`create or replace view staged_rpps as select * from rpps_activity s
    where not exists (select from rpps_linked_id l where l.practice_id = s.practice_id)`);
}

type Filled = {
  professionals: number;
  places: number;
  practices: number;
  phones: number;
  needs: number;
};

/** Rows of another source under the same id, if any, stay as they are. */
export async function fillDirectory(
  { incoming }: ImportContext,
  asOf: PartialDate | null,
): Promise<Filled> {
  await incoming.setUp(useMachine);
  await incoming.run(({ db }) => resolvePlaces(db, 'incoming'));
  const origin = { source_id: sql`'rpps'`, as_of: sql`${asOf}::text`, confidence: sql`'high'` };
  const id = {
    professional: sql`'rpps-' || s.rpps`,
    place: sql`'rpps-structure-' || s.structure_key`,
  };
  const professionals = await incoming.fillWithMore(
    'professional',
    { ...origin, id: id.professional, name: sql`s.name`, rpps: sql`s.rpps` },
    sql`(select distinct on (s.rpps::bigint) s.rpps, s.name from staged_rpps s
      where not exists (select from rpps_person o where o.rpps = s.rpps)
        and not exists (select from public.professional there where there.id = ${id.professional})
      order by s.rpps::bigint, s.practice_id) s`,
  );
  const places = await incoming.fillWithMore(
    'place',
    {
      ...origin,
      id: id.place,
      name: sql`coalesce(s.structure_name, 'Cabinet')`,
      ...asStaged(['siret', 'street', 'complement', 'postcode', 'city', 'insee']),
    },
    sql`(select distinct on (s.structure_key) s.structure_key, s.structure_name, s.siret, s.street,
        s.complement, s.postcode, s.city, s.insee
      from staged_rpps s where not exists (select from rpps_site f where f.finess = s.finess)
        and not exists (select from public.place there where there.id = ${id.place})
      order by s.structure_key, s.practice_id) s`,
  );
  const practices = await incoming.fillWithMore(
    'practice',
    {
      ...origin,
      id: sql`s.practice_id`,
      professional_id: sql`coalesce(o.id, ${id.professional})`,
      place_id: sql`coalesce(f.id, ${id.place})`,
      ...asStaged([
        'category',
        'title',
        'profession_code',
        'speciality_code',
        'mode_code',
        'activity_code',
      ]),
    },
    sql`staged_rpps s
      left join rpps_person o on o.rpps = s.rpps
      left join rpps_site f on f.finess = s.finess
      where not exists (select from public.practice there where there.id = s.practice_id)`,
  );
  const phones = await incoming.fillWithMore(
    'contact_point',
    { ...origin, ...PHONES_SAID.columns },
    PHONES_SAID.from(sql`public.contact_point`),
  );
  const needs = await incoming.fillWithMore(
    'service',
    { ...origin, ...NEEDS_SAID.columns },
    NEEDS_SAID.from(sql`public.service`),
  );
  return { professionals, places, practices, phones, needs };
}

const asStaged = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, sql`s.${sql.identifier(name)}`]));

/** After the last who reads `staged_rpps`. */
export async function endFirstLoad({ tx, incoming }: ImportContext): Promise<void> {
  await tx.execute(sql`drop view staged_rpps`);
  await tx.execute(sql`alter table rpps_activity drop column name, drop column rank`);
  await incoming.finish('rpps_activity');
}
