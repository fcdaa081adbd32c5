// What did residents report about what this workspace looks after, the newest first?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import type { ReportStatus } from '#db/schema/report.ts';

/** `own`: inside the workspace, about the offers it keeps. `territories`: about all that is there. */
export type ReportScope =
  | { kind: 'own' }
  | { kind: 'territories'; territoryCodes: readonly string[] };

export type ReportRow = {
  id: string;
  entryId: string | null;
  offerId: string | null;
  /** Of the entry or the offer; empty when it is no more. */
  name: string;
  kind: string;
  text: string;
  createdAt: Date;
  status: ReportStatus;
  reviewedAt: Date | null;
  reviewedByName: string | null;
  reviewNote: string | null;
};

export type ReportFilter = {
  /** One report only. */
  id?: string | undefined;
  /** Absent: all of them. */
  reviewed?: boolean | undefined;
  /** Older than this one. */
  before?: string | undefined;
  limit: number;
};

export async function listReports(
  db: Database,
  scope: ReportScope,
  filter: ReportFilter,
): Promise<ReportRow[]> {
  const { rows } = await db.execute<ReportRow>(reportsQuery(scope, filter));
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    reviewedAt: row.reviewedAt === null ? null : new Date(row.reviewedAt),
  }));
}

export function reportsQuery(
  scope: ReportScope,
  { id, reviewed, before, limit }: ReportFilter,
): SQL {
  const conditions = [
    scope.kind === 'own' ? sql`r.offer_id is not null` : inTerritories(scope.territoryCodes),
    ...(id === undefined ? [] : [sql`r.id = ${id}`]),
    ...(reviewed === undefined ? [] : [reviewed ? sql`r.status <> 'new'` : sql`r.status = 'new'`]),
    ...(before === undefined
      ? []
      : [
          sql`(r.created_at, r.id) < (select b.created_at, b.id from report b where b.id = ${before})`,
        ]),
  ];
  // An organization may not read the directory through its own rows: what it keeps is offers.
  const entryName =
    scope.kind === 'own'
      ? sql`null::text`
      : sql`(select e.name from entry e where e.id = r.entry_id)`;
  return sql`select r.id, r.entry_id as "entryId", r.offer_id as "offerId", r.kind, r.text,
      r.created_at as "createdAt", r.status, r.reviewed_at as "reviewedAt",
      u.name as "reviewedByName", r.review_note as "reviewNote",
      coalesce(${entryName}, o.name, (
        select v.document #>> '{offer,name}' from offer_version v
        where v.offer_id = r.offer_id order by v.number desc limit 1
      ), '') as name
    from report r
    left join offer o on o.id = r.offer_id
    left join account_user u on u.id = r.reviewed_by
    where ${sql.join(conditions, sql` and `)}
    order by r.created_at desc, r.id desc limit ${limit}`;
}

function inTerritories(territoryCodes: readonly string[]): SQL {
  const codes = sql`${sql.param([...territoryCodes])}::text[]`;
  return sql`(r.offer_id in (select t.offer_id from offer_territory t where t.territory_code = any(${codes}))
    or r.offer_id in (select k.id from kept_offer k join workspace w on w.id = k.workspace_id
      where w.territory_codes && ${codes})
    or r.entry_id in (select e.id from entry e join territory_commune c on c.insee = e.insee
      where c.territory_code = any(${codes})))`;
}
