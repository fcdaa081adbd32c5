// How do the tables of the directory become what the search reads?
// Importers and partners write organization, place, professional, practice and their details; then
// this rebuilds `entry`, `entry_need` and `entry_word` in one transaction: readers see the rows of
// before until it ends.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { projectedEntries } from '#db/queries/directory/projected-entries.ts';
import { service } from '#db/schema/directory-details.ts';
import { entry, entryNeed, entryWord } from '#db/schema/entry.ts';
import { needCategory } from '#db/schema/need.ts';
import { AppError } from '#domain/error.ts';

const DETAIL_TABLES = [
  'service',
  'opening_hours',
  'contact_point',
  'accessibility',
  'coverage_area',
  'entry_theme',
  'notice',
];

/** Throws `bad_import` naming details without their entry, and entries that are nowhere. */
export async function refreshEntryProjection(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`lock table ${entry} in share row exclusive mode`);
    await refuseFirst(tx, orphanDetails(), 'A detail belongs to no entry');
    await refuseFirst(tx, unlocatedEntries(), 'An entry has no point, and its commune is unknown');
    await tx.execute(sql`delete from ${entryNeed}`);
    await tx.execute(sql`delete from ${entryWord}`);
    await tx.execute(sql`delete from ${entry}`);
    await tx.execute(projectedEntries());
    await tx.execute(sql`insert into ${entryNeed} (need_id, entry_id, point)
select wanted.need_id, e.id, e.point
from ${entry} e
join (
  select n.need_id, e.id from ${needCategory} n join ${entry} e on e.category = n.category
  union
  select s.need_id, s.entry_id from ${service} s where s.need_id is not null
) wanted on wanted.id = e.id`);
    await tx.execute(sql`insert into ${entryWord} (word, entry_count)
select word, ndoc from ts_stat('select words from entry')`);
  });
}

async function refuseFirst(tx: Database, query: SQL, complaint: string): Promise<void> {
  const { rows } = await tx.execute<{ what: string }>(query);
  if (rows.length === 0) return;
  const list = rows.map(({ what }) => what).join(', ');
  throw new AppError('bad_import', `${complaint}: ${list}.`);
}

/** At most five. */
function orphanDetails(): SQL {
  const details = DETAIL_TABLES.map(
    (table) =>
      sql`select ${sql.raw(`'${table}'`)} as detail, entry_id from ${sql.identifier(table)}`,
  );
  return sql`select distinct detail || ' of ' || entry_id as what
from (${sql.join(details, sql` union all `)}) detail
where not exists (select from practice p where p.id = entry_id)
  and not exists (select from place p where p.id = entry_id)
  and not exists (select from organization o where o.id = entry_id)
order by what limit 5`;
}

function unlocatedEntries(): SQL {
  return sql`select e.id || ' (' || coalesce(e.insee, '?') || ')' as what
from (
  select p.id, coalesce(p.insee, l.insee) as insee,
    case when p.insee is null then l.point else p.point end as point
  from practice p left join place l on l.id = p.place_id
  union all select id, insee, point from place where category is not null
  union all select id, insee, point from organization where category is not null
) e
where e.point is null and not exists (select from commune c where c.insee = e.insee)
order by what limit 5`;
}
