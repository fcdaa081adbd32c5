// May the tables of the directory become what the search reads? Not with details of nothing, nor with
// entries that are nowhere.

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
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

/** Throws `bad_import` naming at most five of them. */
export async function refuseFaults(tx: Database): Promise<void> {
  await refuseFirst(tx, orphanDetails(), 'A detail belongs to no entry');
  await refuseFirst(tx, unlocatedEntries(), 'An entry has no point, and its commune is unknown');
}

async function refuseFirst(tx: Database, query: SQL, complaint: string): Promise<void> {
  const { rows } = await tx.execute<{ what: string }>(query);
  if (rows.length === 0) return;
  const list = rows.map(({ what }) => what).join(', ');
  throw new AppError('bad_import', `${complaint}: ${list}.`);
}

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
  from practice p left join place l on l.id = p.place_id where p.gone_on is null
  union all select id, insee, point from place where category is not null and gone_on is null
  union all select id, insee, point from organization where category is not null and gone_on is null
) e
where e.point is null and not exists (select from commune c where c.insee = e.insee)
order by what limit 5`;
}
