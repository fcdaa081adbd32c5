// Which of these ids name offers of somebody else already?

import { sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';

/** Asked outside the workspace, where the offers of others are seen. */
export async function findTakenIds(
  db: Database,
  ids: readonly string[],
  workspaceId: string,
): Promise<ReadonlySet<string>> {
  const given = sql`select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`;
  const { rows } = await db.execute<{ id: string }>(sql`
    select id from kept_offer where id in (${given}) and workspace_id <> ${workspaceId}
    union
    select o.id from offer o where o.id in (${given}) and not exists (
      select from kept_offer k where k.id = o.id and k.workspace_id = ${workspaceId})`);
  return new Set(rows.map(({ id }) => id));
}
