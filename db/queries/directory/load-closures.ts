// Which entries are closed, and from when to when? Few, and looked at for every line of a list.

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { notice } from '#db/schema/directory-details.ts';
import type { Notice } from '#domain/directory/directory.ts';

/** By entry, in order of start; past closures included: the caller knows what day it is. */
export async function loadClosures(db: Database): Promise<Map<string, Notice[]>> {
  const rows = await loadClosuresQuery(db);
  const closures = new Map<string, Notice[]>();
  for (const { entryId, ...closure } of rows) {
    const known = closures.get(entryId);
    if (known === undefined) closures.set(entryId, [closure]);
    else known.push(closure);
  }
  return closures;
}

export function loadClosuresQuery(db: Database) {
  return db
    .select({
      entryId: notice.entryId,
      kind: notice.kind,
      startsOn: notice.startsOn,
      endsOn: notice.endsOn,
      text: notice.text,
    })
    .from(notice)
    .where(eq(notice.kind, 'closure'))
    .orderBy(notice.entryId, notice.startsOn, notice.id);
}
