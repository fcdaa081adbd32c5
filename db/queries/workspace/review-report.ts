// Says what became of a report, under its lock.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type ReportStatus, report } from '#db/schema/report.ts';

export type ReportReview = {
  status: Exclude<ReportStatus, 'new'>;
  reviewedBy: string;
  reviewedAt: Date;
  reviewNote: string | null;
};

/** Nobody else reviews it until the transaction ends. False: there is none, or it is not ours. */
export async function lockReport(tx: Database, reportId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: report.id })
    .from(report)
    .where(eq(report.id, reportId))
    .for('update');
  return rows.length > 0;
}

export async function reviewReport(
  tx: Database,
  reportId: string,
  review: ReportReview,
): Promise<void> {
  await tx.update(report).set(review).where(eq(report.id, reportId));
}
