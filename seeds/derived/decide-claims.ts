// Among what the sources say of a field, what stands, and how does it reach the entry? Works on every
// (entry, field) of the temporary table `touched_claim`.

import { sql } from 'drizzle-orm';
import { KEY_TYPE } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { claimOrder } from '#db/queries/directory/claim-order.ts';
import { CLAIM_FIELDS } from '#domain/directory/precedence.ts';
import type { LocalDate } from '#domain/time.ts';
import { FIELD_PLACES } from '#seeds/derived/claim-fields.ts';
import { PROVENANCE_COLUMNS, provenanceOf } from '#seeds/derived/claim-sql.ts';
import { streetKey } from '#seeds/derived/link-keys.ts';

const PROVENANCE = PROVENANCE_COLUMNS.join(', ');
const NEW_PROVENANCE = PROVENANCE_COLUMNS.map((column) => `${column} = excluded.${column}`).join(
  ', ',
);

export async function createTouchedClaims(tx: Database): Promise<void> {
  await run(tx, 'drop table if exists touched_claim');
  await run(
    tx,
    `create temporary table touched_claim (entry_id ${KEY_TYPE} not null, field ${KEY_TYPE} not null,
      primary key (entry_id, field)) on commit drop`,
  );
}

/**
 * What stands without a claim becomes one, under its own origin; and what the entry's source wrote
 * into the row since is what that source says now.
 */
export async function recordStanding(tx: Database): Promise<void> {
  // Tables just filled have no statistics yet, and would be read whole for each row.
  await run(tx, 'analyze touched_claim, claim, assertion, contact_point, accessibility');
  for (const field of await touchedFields(tx)) {
    const { standing, matches } = FIELD_PLACES[field];
    await run(
      tx,
      `insert into claim as kept (entry_id, field, value, ${PROVENANCE})
        select s.entry_id, '${field}', s.value, ${PROVENANCE_COLUMNS.map(
          (column) =>
            `case when a.source_id is not null and w.source_id is null then a.${column} else s.${column} end`,
        ).join(', ')}
        from (${standing}) s
        left join assertion a on a.subject_kind = 'entry' and a.subject_id = s.entry_id and a.field = '${field}'
        left join claim w on w.entry_id = s.entry_id and w.field = '${field}' and w.source_id = a.source_id
        where s.value is not null and (w.source_id is null or not (${matches}))
        on conflict (entry_id, field, source_id) do update set value = excluded.value, ${NEW_PROVENANCE}
        where (kept.value, ${provenanceOf('kept')}) is distinct from (excluded.value, ${provenanceOf('excluded')})`,
    );
  }
}

/** Chooses, writes the winners where they change, and says in `assertion` whose word each is. */
export async function decideTouched(tx: Database, today: LocalDate): Promise<void> {
  await run(tx, 'analyze claim');
  await run(tx, 'drop table if exists ranked_claim, decided_claim');
  await tx.execute(sql`create temporary table ranked_claim on commit drop as
    select c.*, row_number() over (partition by c.entry_id, c.field order by ${claimOrder(today)}) as rank,
      count(*) over (partition by c.entry_id, c.field) as claim_count
    from claim c join touched_claim t on t.entry_id = c.entry_id and t.field = c.field`);
  await run(
    tx,
    `create temporary table decided_claim on commit drop as
      select t.entry_id, t.field, r.value, ${provenanceOf('r')}, coalesce(r.claim_count, 0) as claim_count,
        owner.source_id as owner_source_id
      from touched_claim t
      left join ranked_claim r on r.entry_id = t.entry_id and r.field = t.field and r.rank = 1
      left join (select id, source_id from practice union all select id, source_id from place
        union all select id, source_id from organization) owner on owner.id = t.entry_id`,
  );
  await run(tx, 'analyze ranked_claim');
  await run(tx, 'create index on decided_claim (field, entry_id)');
  await run(tx, 'analyze decided_claim');
  await completeAnswers(tx);
  await completePoints(tx);
  for (const field of await touchedFields(tx)) {
    for (const statement of FIELD_PLACES[field].write) await run(tx, statement);
  }
  await writeAssertions(tx);
}

/** Each answer on accessibility is that of the first source that knows it. */
async function completeAnswers(tx: Database): Promise<void> {
  await run(
    tx,
    `update decided_claim d set value = known.value from (
      select entry_id, jsonb_object_agg(key, value) as value from (
        select distinct on (r.entry_id, a.key) r.entry_id, a.key, a.value
        from ranked_claim r, jsonb_each(r.value) a where r.field = 'accessibility'
        order by r.entry_id, a.key, r.rank) answer group by entry_id) known
    where d.field = 'accessibility' and d.entry_id = known.entry_id`,
  );
}

/** An address without a point takes that of the first source that has one at the same door. */
async function completePoints(tx: Database): Promise<void> {
  const street = (alias: string) => streetKey(sql.raw(`${alias}.value ->> 'street'`));
  await tx.execute(sql`
    update decided_claim d set value = d.value || jsonb_build_object('point', known.point, 'precision', known.precision)
    from (select distinct on (r.entry_id) r.entry_id, r.value -> 'point' as point, r.value -> 'precision' as precision
      from ranked_claim r join decided_claim b on b.entry_id = r.entry_id and b.field = r.field
      where r.field = 'address' and b.value -> 'point' = 'null' and r.value -> 'point' <> 'null'
        and r.value ->> 'insee' = b.value ->> 'insee' and ${street('r')} = ${street('b')}
      order by r.entry_id, r.rank) known
    where d.field = 'address' and d.entry_id = known.entry_id`);
}

async function writeAssertions(tx: Database): Promise<void> {
  await run(
    tx,
    `delete from assertion a using decided_claim d where a.subject_kind = 'entry' and a.subject_id = d.entry_id
      and ((a.field = d.field and d.source_id is null)
        or (d.field = 'accessibility' and a.field like 'accessibility.%'))`,
  );
  await run(
    tx,
    `insert into assertion as kept (subject_kind, subject_id, field, ${PROVENANCE})
      select 'entry', d.entry_id, d.field, ${provenanceOf('d')} from decided_claim d where d.source_id is not null
      union all
      select distinct on (r.entry_id, a.key) 'entry', r.entry_id, 'accessibility.' || a.key, ${provenanceOf('r')}
      from ranked_claim r join ranked_claim best on best.entry_id = r.entry_id and best.field = r.field and best.rank = 1,
        jsonb_each(r.value) a
      where r.field = 'accessibility' and not best.value ? a.key order by 2, 3
      on conflict (subject_kind, subject_id, field) do update set ${NEW_PROVENANCE}
      where (${provenanceOf('kept')}) is distinct from (${provenanceOf('excluded')})`,
  );
  // The entry's own source alone: its row says it all.
  await run(
    tx,
    `delete from assertion a using decided_claim d where d.claim_count = 1 and d.source_id = d.owner_source_id
      and a.subject_kind = 'entry' and a.subject_id = d.entry_id and a.field = d.field`,
  );
  await run(
    tx,
    `delete from claim c using decided_claim d where d.claim_count = 1 and d.source_id = d.owner_source_id
      and c.entry_id = d.entry_id and c.field = d.field`,
  );
}

async function touchedFields(tx: Database): Promise<(typeof CLAIM_FIELDS)[number][]> {
  const { rows } = await tx.execute<{ field: string }>(
    sql`select distinct field from touched_claim`,
  );
  const present = new Set(rows.map(({ field }) => field));
  return CLAIM_FIELDS.filter((field) => present.has(field));
}

const run = (tx: Database, statement: string) => tx.execute(sql.raw(statement));
