// Is what people may ask for known here, before entries come that answer? It is the same everywhere: an
// instance without the demonstration needs it too.

import type { Database } from '#db/database.ts';
import { insertRows } from '#db/insert-rows.ts';
import { clsTheme, need, needCategory, needSynonym } from '#db/schema/need.ts';
import { needRows } from '#seeds/demo/rows/need-rows.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';

/** Adds the needs and themes that are not there; leaves those that are as they are. Returns how many came. */
export async function ensureNeeds(db: Database): Promise<number> {
  return await db.transaction(async (tx) => {
    const rows = needRows();
    const knownNeeds = new Set((await tx.select({ id: need.id }).from(need)).map(({ id }) => id));
    const knownThemes = new Set(
      (await tx.select({ id: clsTheme.id }).from(clsTheme)).map(({ id }) => id),
    );
    const themes = rows.themes.filter(({ id }) => !knownThemes.has(id));
    const needs = rows.needs.filter(({ id }) => !knownNeeds.has(id));
    const isNew = ({ needId }: { needId: string }) => !knownNeeds.has(needId);
    await insertRows(tx, clsTheme, themes);
    await insertRows(tx, need, needs);
    await insertRows(tx, needSynonym, rows.synonyms.filter(isNew));
    await insertRows(tx, needCategory, rows.categories.filter(isNew));
    const added = themes.length + needs.length;
    if (added > 0) await announceChange(tx, 'needs');
    return added;
  });
}
