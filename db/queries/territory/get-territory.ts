// The territory of this code, which must exist.

import type { Database } from '#db/database.ts';
import { findTerritory } from '#db/queries/territory/find-territory.ts';
import { AppError } from '#domain/error.ts';
import type { Territory } from '#domain/territory/territory.ts';

/** Throws `not_found`. */
export async function getTerritory(db: Database, code: string): Promise<Territory> {
  const territory = await findTerritory(db, code);
  if (territory === null) throw new AppError('not_found', `No territory has the code ${code}.`);
  return territory;
}
