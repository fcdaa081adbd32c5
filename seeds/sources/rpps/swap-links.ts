// Which activities speak of a practice another source brought? Those of a professional who already has
// this number, in the same commune, with the same category. Nothing is linked by name.

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { applyClaims, createStagedClaims } from '#seeds/derived/apply-claims.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { dayOf } from '#seeds/sources/rpps/day.ts';

/** `rpps_linked` (practice_id, entry_id): returns how many. Before the rows as they were leave. */
export async function linkActivities({ tx, now }: ImportContext): Promise<number> {
  const { rowCount } = await tx.execute(sql`create temporary table rpps_linked on commit drop as
    select distinct on (s.practice_id) s.practice_id, p.id as entry_id
    from professional f
    join staged_rpps s on s.rpps = f.rpps
    join practice p on p.professional_id = f.id and p.source_id <> 'rpps' and p.category = s.category
    left join place l on l.id = p.place_id
    where f.source_id <> 'rpps' and coalesce(p.insee, l.insee) = s.insee
      and not exists (select from entity_link k where k.source_id = 'rpps'
        and k.source_key = s.practice_id and k.entry_id = p.id and k.status = 'rejected')
    order by s.practice_id, p.id`);
  await tx.execute(sql`
    insert into entity_link (source_id, source_key, entry_id, rule, confidence, status)
    select 'rpps', practice_id, entry_id, 'rpps_number', 1, 'auto' from rpps_linked
    on conflict (source_id, source_key, entry_id) do nothing`);
  await tx.execute(sql`update practice p set gone_on = ${dayOf(now)}::date from rpps_linked l
    where p.id = l.practice_id and p.gone_on is null`);
  return rowCount ?? 0;
}

/** Linked rows are no practice of their own. */
export async function leaveOutLinked(tx: Database): Promise<void> {
  await tx.execute(
    sql`delete from staged_rpps s using rpps_linked l where l.practice_id = s.practice_id`,
  );
}

/** After the snapshot is written. */
export async function claimLinked(
  context: ImportContext,
  asOf: PartialDate | null,
): Promise<number> {
  const { tx } = context;
  const { rows } = await tx.execute<{ id: string }>(
    sql`select distinct entry_id as id from rpps_linked`,
  );
  if (rows.length === 0) return 0;
  await createStagedClaims(tx);
  await tx.execute(sql`
    insert into staged_claim (entry_id, field, value)
    select distinct on (l.entry_id, said.field) l.entry_id, said.field, said.value
    from rpps_linked l join rpps_activity a on a.practice_id = l.practice_id
    cross join lateral (values
      ('title', to_jsonb(a.title)),
      ('address', jsonb_build_object('street', a.street, 'complement', a.complement,
        'postcode', a.postcode, 'city', a.city, 'insee', a.insee)),
      ('phone', a.phone)) said(field, value)
    where said.value is not null
    order by l.entry_id, said.field, l.practice_id`);
  const { won } = await applyClaims(context, {
    asOf,
    confidence: 'high',
    only: rows.map(({ id }) => id),
  });
  return won;
}
