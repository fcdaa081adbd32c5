// Under which chapters of the local health contract are partners listed?

import type { Database } from '#db/database.ts';
import { clsTheme } from '#db/schema/need.ts';
import type { ClsTheme } from '#domain/directory/directory.ts';

export async function listThemes(db: Database): Promise<ClsTheme[]> {
  return await listThemesQuery(db);
}

export function listThemesQuery(db: Database) {
  return db
    .select({ id: clsTheme.id, label: clsTheme.label })
    .from(clsTheme)
    .orderBy(clsTheme.position, clsTheme.id);
}
