// What do organizations say of the lines of imported timetables, whether these hold the line today or not?

import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { workspace } from '#db/schema/account.ts';
import { lineOverlay } from '#db/schema/offer-keeping.ts';
import type { LineMark } from '#domain/transport/line-overlay.ts';

/** In order of id. */
export async function loadLineMarks(db: Database): Promise<LineMark[]> {
  const rows = await lineMarksQuery(db);
  return rows.map(({ mark: { label: _, ...mark }, ...row }) => ({ ...row, ...mark }));
}

/** The statement itself, for its test. */
export function lineMarksQuery(db: Database) {
  return db
    .select({
      id: lineOverlay.id,
      feedId: lineOverlay.feedId,
      target: lineOverlay.target,
      targetId: lineOverlay.targetId,
      mark: lineOverlay.mark,
      note: lineOverlay.note,
      saidBy: workspace.name,
    })
    .from(lineOverlay)
    .innerJoin(workspace, eq(workspace.id, lineOverlay.workspaceId))
    .orderBy(asc(lineOverlay.id));
}
