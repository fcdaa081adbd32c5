// Does the database hold what was acknowledged, no less and no more, and does the history prove it?

import { asc, eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { findBrokenEntry } from '#db/queries/account/find-broken-entry.ts';
import { auditEntry } from '#db/schema/history.ts';
import { keptOffer, offerDraft, offerVersion } from '#db/schema/offer-keeping.ts';
import { offer } from '#db/schema/transport.ts';
import type { Written } from './writer.ts';

type SavedEntry = { revision: number; changes: { fields: { path: string; after: unknown }[] } };

export async function findFaults(
  db: Database,
  written: readonly Written[],
): Promise<{ faults: string[]; entries: number }> {
  const faults: string[] = [];
  const entries = await db.select().from(auditEntry).orderBy(asc(auditEntry.position));
  const { broken } = await findBrokenEntry(db);
  if (broken !== null) faults.push(`the history breaks at ${broken.position} (${broken.reason})`);
  const kept = await db.select({ id: keptOffer.id }).from(keptOffer);
  if (kept.length !== written.length) {
    faults.push(`${written.length} offers were acknowledged, ${kept.length} are kept`);
  }
  for (const each of written) faults.push(...(await faultsOf(db, each, entries)));
  return { faults, entries: entries.length };
}

async function faultsOf(
  db: Database,
  { offerId, names, versions }: Written,
  entries: readonly (typeof auditEntry.$inferSelect)[],
): Promise<string[]> {
  const faults: string[] = [];
  const saves = entries
    .filter(({ subjectId, action }) => subjectId === offerId && action === 'draft_saved')
    .map(({ after }) => after as SavedEntry);
  const saved = saves.map(
    ({ changes }) => changes.fields.find(({ path }) => path === 'offer.name')?.after,
  );
  compare(`edits of ${offerId} in the history`, names, saved);
  const revisions = saves.map(({ revision }) => revision);
  if (revisions.some((revision, rank) => rank > 0 && revision <= (revisions[rank - 1] ?? 0))) {
    faults.push(`revisions of ${offerId} go back: ${revisions.join(' ')}`);
  }
  const kept = await db
    .select({ document: offerVersion.document })
    .from(offerVersion)
    .where(eq(offerVersion.offerId, offerId))
    .orderBy(asc(offerVersion.number));
  compare(
    `versions of ${offerId}`,
    versions,
    kept.map(({ document }) => document.offer.name),
  );
  const [draft] = await db.select().from(offerDraft).where(eq(offerDraft.offerId, offerId));
  const [read] = await db.select().from(offer).where(eq(offer.id, offerId));
  const lastName = names.at(-1);
  const lastVersion = versions.at(-1);
  if (read?.name !== lastVersion) {
    faults.push(`residents read « ${read?.name} » of ${offerId}, not « ${lastVersion} »`);
  }
  if (
    lastName !== undefined &&
    lastName !== lastVersion &&
    draft?.document.offer.name !== lastName
  ) {
    faults.push(
      `the draft of ${offerId} is « ${draft?.document.offer.name} », not « ${lastName} »`,
    );
  }
  return faults;

  function compare(what: string, wanted: readonly string[], found: readonly unknown[]): void {
    if (JSON.stringify(wanted) === JSON.stringify(found)) return;
    const rank = wanted.findIndex((each, index) => each !== found[index]);
    faults.push(
      `${what}: ${wanted.length} acknowledged, ${found.length} found; first other at ${rank}: « ${found[rank]} », expected « ${wanted[rank]} »`,
    );
  }
}
