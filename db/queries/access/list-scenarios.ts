// What does the organization keep of what it tried, the last touched first?

import { asc, desc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { accessScenario } from '#db/schema/access.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';

export type StoredScenario = {
  id: string;
  name: string;
  territoryCode: string;
  changes: readonly ScenarioChange[];
  vintage: string;
  version: number;
  updatedAt: Date;
};

const columns = {
  id: accessScenario.id,
  name: accessScenario.name,
  territoryCode: accessScenario.territoryCode,
  changes: accessScenario.changes,
  vintage: accessScenario.vintage,
  version: accessScenario.version,
  updatedAt: accessScenario.updatedAt,
};

/** Read inside the workspace. */
export async function listScenarios(tx: Database): Promise<StoredScenario[]> {
  return tx
    .select(columns)
    .from(accessScenario)
    .orderBy(desc(accessScenario.updatedAt), asc(accessScenario.id));
}

/** Locked until the end of the transaction. Read inside the workspace. */
export async function findScenario(tx: Database, id: string): Promise<StoredScenario | null> {
  const [row] = await tx
    .select(columns)
    .from(accessScenario)
    .where(eq(accessScenario.id, id))
    .for('update');
  return row ?? null;
}
