// When was each importer last run, with what result, and when did it last change the data?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { PartialDate } from '#domain/provenance.ts';

export type ListedImport = {
  /** « gtfs:ter », « finess »: the part before the colon is the source's name. */
  importer: string;
  licence: string | null;
  /** The last run, whatever its end. */
  status: 'running' | 'done' | 'unchanged' | 'failed' | 'interrupted';
  startedAt: string;
  /** Of the last run that ended well; null when none did. `checkedAt` counts « nothing to do » too. */
  importedAt: string | null;
  checkedAt: string | null;
  asOf: PartialDate | null;
  keptCount: number | null;
  rejectedCount: number | null;
};

/** In order of importer. */
export async function listImports(db: Database): Promise<ListedImport[]> {
  const { rows } = await db.execute<ListedImport>(listImportsQuery());
  return rows;
}

export function listImportsQuery(): SQL {
  const instant = (column: string) =>
    sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
  return sql`with last_run as (
  select distinct on (importer) importer, status, started_at
  from import_run order by importer, started_at desc, id desc
), last_done as (
  select distinct on (importer) importer, licence, finished_at, as_of, kept_count, rejected_count
  from import_run where status = 'done' order by importer, started_at desc, id desc
), last_checked as (
  select importer, max(finished_at) as checked_at
  from import_run where status in ('done', 'unchanged') group by importer
)
select r.importer, d.licence, r.status, ${instant('r.started_at')} as "startedAt",
  ${instant('d.finished_at')} as "importedAt", ${instant('c.checked_at')} as "checkedAt",
  d.as_of as "asOf", d.kept_count as "keptCount", d.rejected_count as "rejectedCount"
from last_run r
left join last_done d on d.importer = r.importer
left join last_checked c on c.importer = r.importer
order by r.importer collate "C"`;
}
