// Adds, changes and takes away what the organization says of an imported line. Inside the workspace.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { lineOverlay } from '#db/schema/offer-keeping.ts';

export type NewOverlay = Omit<typeof lineOverlay.$inferInsert, 'createdAt'> & { createdAt: Date };

/** False: something is said of it already. */
export async function insertOverlay(tx: Database, row: NewOverlay): Promise<boolean> {
  const added = await tx
    .insert(lineOverlay)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: lineOverlay.id });
  return added.length > 0;
}

export async function updateOverlay(
  tx: Database,
  id: string,
  { mark, note }: Pick<NewOverlay, 'mark' | 'note'>,
): Promise<void> {
  await tx.update(lineOverlay).set({ mark, note }).where(eq(lineOverlay.id, id));
}

export async function deleteOverlay(tx: Database, id: string): Promise<void> {
  await tx.delete(lineOverlay).where(eq(lineOverlay.id, id));
}
