// Which reports does a workspace read, and what happens when one is answered?

import { refuseStale } from '#api/http/if-match.ts';
import type { Member } from '#api/runtime/require-member.ts';
import type { Database } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import type { Workspace } from '#db/queries/account/find-membership.ts';
import {
  listReports,
  type ReportFilter,
  type ReportRow,
  type ReportScope,
} from '#db/queries/workspace/list-reports.ts';
import { lockReport, reviewReport } from '#db/queries/workspace/review-report.ts';
import { AppError } from '#domain/error.ts';
import { isoOf } from './present-offer.ts';

export type ReportView = {
  id: string;
  about: { kind: 'offer' | 'entry'; id: string; name: string };
  kind: string;
  text: string;
  createdAt: string;
  status: ReportRow['status'];
  reviewedAt: string | null;
  reviewedBy: string | null;
  note: string | null;
  etag: string;
};

export type ReportsAnswer = { reports: ReportView[]; mayReview: boolean; next: string | null };

export type ReportAnswer = {
  reportId: string;
  /** The If-Match that came. */
  sent: string;
  at: Date;
  verdict: 'accepted' | 'refused';
  note: string;
};

export function readReports(
  db: Database,
  workspace: Workspace,
  filter: ReportFilter,
): Promise<ReportRow[]> {
  return inside(db, workspace, (tx, scope) => listReports(tx, scope, filter));
}

/** Throws 404 for a report that is none of the workspace’s, 412 when it was answered meanwhile. */
export function answerReport(
  db: Database,
  { workspace, person }: Member,
  { reportId, sent, at, verdict, note }: ReportAnswer,
): Promise<ReportView> {
  return inside(db, workspace, async (tx, scope) => {
    const locked = await lockReport(tx, reportId);
    const before = locked ? await findReport(tx, scope, reportId) : null;
    if (before === null) throw new AppError('not_found', 'No such report in this workspace.');
    const held = presentReport(before);
    refuseStale(sent, held.etag, held);
    const reviewNote = note === '' ? null : note;
    const { userId: reviewedBy } = person;
    await reviewReport(tx, reportId, { status: verdict, reviewedBy, reviewedAt: at, reviewNote });
    await appendAudit(tx, {
      at,
      actorId: reviewedBy,
      workspaceId: workspace.id,
      action: 'reviewed',
      subjectKind: 'report',
      subjectId: reportId,
      before: { status: before.status, note: before.reviewNote },
      after: { status: verdict, note: reviewNote, about: held.about },
    });
    const after = await findReport(tx, scope, reportId);
    if (after === null) throw new Error('A report that was just answered is not there');
    return presentReport(after);
  });
}

export function presentReport(row: ReportRow): ReportView {
  const { entryId, offerId, name } = row;
  return {
    id: row.id,
    about:
      offerId === null
        ? { kind: 'entry', id: entryId ?? '', name }
        : { kind: 'offer', id: offerId, name },
    kind: row.kind,
    text: row.text,
    createdAt: row.createdAt.toISOString(),
    status: row.status,
    reviewedAt: isoOf(row.reviewedAt),
    reviewedBy: row.reviewedByName,
    note: row.reviewNote,
    etag: `"${row.status}.${row.reviewedAt?.getTime() ?? 0}"`,
  };
}

async function findReport(tx: Database, scope: ReportScope, id: string): Promise<ReportRow | null> {
  const [row] = await listReports(tx, scope, { id, limit: 1 });
  return row ?? null;
}

/** Organizations behind their wall; a coordination owns no row, and reads what lies in its territories. */
function inside<Result>(
  db: Database,
  { id, kind, territoryCodes }: Workspace,
  work: (tx: Database, scope: ReportScope) => Promise<Result>,
): Promise<Result> {
  if (kind === 'carrier') return inWorkspace(db, id, (tx) => work(tx, { kind: 'own' }));
  return db.transaction((tx) => work(tx, { kind: 'territories', territoryCodes }));
}
