// Loads the demonstration territory: all of it or nothing, and nothing when it is already there.

import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { refreshEntryProjection } from '#db/queries/directory/refresh-entry-projection.ts';
import { writeOffers } from '#db/queries/transport/write-offers.ts';
import { listPublishedOffers } from '#db/queries/workspace/list-published-offers.ts';
import { source } from '#db/schema/provenance.ts';
import { offer } from '#db/schema/transport.ts';
import { upsertRows } from '#db/upsert-rows.ts';
import { DEMO_ID_PREFIX } from '#seeds/demo/demo-id-prefix.ts';
import { demoEntries } from '#seeds/demo/directory/entries.ts';
import { needRows } from '#seeds/demo/rows/need-rows.ts';
import { publishedAplRows, supplyRows } from '#seeds/demo/rows/supply-rows.ts';
import { territoryRows } from '#seeds/demo/rows/territory-rows.ts';
import { DEMO_SOURCES } from '#seeds/demo/sources.ts';
import { line13Rows, TER_DEMO_FEED_ID } from '#seeds/demo/timetable/line-13-rows.ts';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { clearDemo } from '#seeds/demo/write/clear-demo.ts';
import { writeDemoCases } from '#seeds/demo/write/write-demo-cases.ts';
import { writeKeptOffers } from '#seeds/demo/write/write-demo-workspaces.ts';
import { writeDirectory, writeNeeds } from '#seeds/demo/write/write-directory.ts';
import { keepSaidNeeds, listOfferNeeds } from '#seeds/demo/write/write-offer-needs.ts';
import { writeSupply } from '#seeds/demo/write/write-supply.ts';
import { writeTerritories } from '#seeds/demo/write/write-territories.ts';
import { writeTimetable } from '#seeds/demo/write/write-timetable.ts';
import { announceChange } from '#seeds/pipeline/announce-change.ts';
import { finishRun, isSameAsLastRun, startRun } from '#seeds/pipeline/ledger.ts';
import type { ImportReport } from '#seeds/pipeline/run-import.ts';

/** Raise it when the same seeds become other rows. */
const WRITER_VERSION = 5;
const IMPORTER = 'demo';

export type DemoOptions = { onProgress?: (message: string) => void; now?: () => Date };

export type DemoOutcome = { changed: boolean; entries: number; communes: number; offers: number };

export async function loadDemo(
  handle: DatabaseHandle,
  { onProgress = () => undefined, now = () => new Date() }: DemoOptions = {},
): Promise<DemoOutcome> {
  const entries = demoEntries();
  const timetable = line13Rows();
  const territories = territoryRows();
  const sha256 = createHash('sha256')
    .update(
      JSON.stringify([
        WRITER_VERSION,
        DEMO_SOURCES,
        territories,
        supplyRows(),
        publishedAplRows(),
        needRows(),
        entries,
        DEMO_OFFERS,
        timetable,
      ]),
    )
    .digest('hex');
  const counts = {
    entries: entries.length,
    communes: territories.communes.length,
    offers: DEMO_OFFERS.length,
  };
  if (await isSameAsLastRun(handle.db, IMPORTER, sha256)) return { changed: false, ...counts };

  await handle.db.transaction(async (tx) => {
    const startedAt = now();
    const runId = await startRun(tx, {
      importer: IMPORTER,
      fileName: null,
      sha256,
      startedAt,
      version: WRITER_VERSION,
    });
    onProgress('sources');
    await upsertRows(tx, source, source.id, DEMO_SOURCES);
    const saidNeeds = await listOfferNeeds(tx);
    const sourceIds = DEMO_SOURCES.map(({ id }) => id);
    const kept = await listKeptElsewhere(tx, sourceIds);
    await clearDemo(tx, sourceIds, TER_DEMO_FEED_ID);
    onProgress(`${counts.communes} communes`);
    await writeTerritories(tx);
    await writeSupply(tx);
    onProgress(`${counts.entries} fiches`);
    await writeNeeds(tx);
    await writeDirectory(tx, entries);
    onProgress(`${counts.offers} offres de transport`);
    await writeTimetable(tx, timetable, { sha256, importedAt: now() });
    const offers = DEMO_OFFERS.filter(({ id }) => !kept.has(id));
    await writeOffers(tx, DEMO_ID_PREFIX, offers);
    await keepSaidNeeds(tx, saidNeeds);
    await writeKeptOffers(tx, DEMO_OFFERS, now());
    await writeDemoCases(tx, now());
    onProgress('recherche');
    await refreshEntryProjection(tx);
    await announceChange(tx, IMPORTER);
    await finishRun(tx, runId, reportOf(counts, now().getTime() - startedAt.getTime()), {
      finishedAt: now(),
      message: null,
    });
  });
  return { changed: true, ...counts };
}

/** What an organization has published since stays as it says. */
async function listKeptElsewhere(tx: Database, sourceIds: readonly string[]): Promise<Set<string>> {
  const ours = await tx
    .select({ id: offer.id })
    .from(offer)
    .where(inArray(offer.sourceId, [...sourceIds]));
  const kept = new Set(await listPublishedOffers(tx));
  for (const { id } of ours) kept.delete(id);
  return kept;
}

function reportOf(counts: Omit<DemoOutcome, 'changed'>, durationMs: number): ImportReport {
  return {
    status: 'done',
    importer: IMPORTER,
    fileName: IMPORTER,
    sourceName: 'Territoire de démonstration',
    licence: null,
    read: {
      readCount: counts.entries,
      keptCount: counts.entries,
      asOf: null,
      validFrom: null,
      validTo: null,
    },
    rejects: [],
    rejectedCount: 0,
    numberedBy: 'line',
    checks: [],
    accepted: [],
    counts: { communes: counts.communes, fiches: counts.entries, offres: counts.offers },
    unchangedCount: 0,
    loadFirst: [],
    durationMs,
  };
}
