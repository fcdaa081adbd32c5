// What does this instance hold of each official source, and is it time to import it again?

import type { Database } from '#db/database.ts';
import { listLastRuns, type Run } from '#db/queries/about/list-last-runs.ts';
import { listFeeds } from '#db/queries/journey/list-feeds.ts';
import {
  editionState,
  type ImportedEdition,
  OFFICIAL_SOURCES,
  type SourceFreshness,
} from '#domain/official-source.ts';
import { type LocalDate, toMoment } from '#domain/time.ts';

type FeedInUse = { name: string; validFrom: LocalDate; validTo: LocalDate };

/** In the order of the sources; one without editions was never imported here. */
export async function listEditions(db: Database, nowMs: number): Promise<SourceFreshness[]> {
  const today = toMoment(nowMs).date;
  const imports = await listLastRuns(db);
  const feeds = await feedsInUse(db, today);
  return OFFICIAL_SOURCES.map((source) => ({
    ...source,
    editions: imports.flatMap(({ importer, served, checked }) => {
      const [word, feedId] = splitImporter(importer);
      if (officialName(word) !== source.name || served === null) return [];
      const feed = feedId === null ? null : (feeds.get(importer) ?? null);
      const edition: ImportedEdition = {
        name: feed?.name ?? feedId ?? (word === source.name ? null : word),
        licence: source.licence === null ? served.licence : null,
        asOf: served.asOf,
        importedOn: dayOf(served),
        checkedOn: dayOf(checked ?? served),
        keptCount: served.keptCount,
        rejectedCount: served.rejectedCount,
        validFrom: feed?.validFrom ?? null,
        validTo: feed?.validTo ?? null,
      };
      return [{ ...edition, state: editionState(source, edition, today) }];
    }),
  }));
}

/** By importer: « gtfs:ter ». */
async function feedsInUse(db: Database, today: LocalDate): Promise<Map<string, FeedInUse>> {
  const words = { timetable: 'gtfs', on_demand: 'gtfs-flex' } as const;
  const feeds = new Map<string, FeedInUse>();
  for (const { kind, feedId, name, versions } of await listFeeds(db, today)) {
    const inUse = versions.find(({ active }) => active);
    if (inUse === undefined) continue;
    const { validFrom, validTo } = inUse;
    feeds.set(`${words[kind]}:${feedId}`, { name, validFrom, validTo });
  }
  return feeds;
}

/** « ameli-centres » is of « ameli », « gtfs-flex » of itself. */
function officialName(word: string): string | null {
  const names = OFFICIAL_SOURCES.map(({ name }) => name).filter(
    (name) => word === name || word.startsWith(`${name}-`),
  );
  return names.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function splitImporter(importer: string): [name: string, edition: string | null] {
  const colon = importer.indexOf(':');
  return colon < 0 ? [importer, null] : [importer.slice(0, colon), importer.slice(colon + 1)];
}

const dayOf = ({ finishedAt, startedAt }: Run): LocalDate =>
  toMoment((finishedAt ?? startedAt).getTime()).date;
