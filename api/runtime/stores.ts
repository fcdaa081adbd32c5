// What the server keeps in memory: small lists, offers, the points of the map; and the threads that
// plan journeys with the offers and timetables of now.
//
// All are read before the first answer, and again when an import or an edit says so.

import type { Log } from '#api/http/request-log.ts';
import { type ChangeHub, createChangeHub, type OffersChange } from '#api/runtime/change-hub.ts';
import { createDemandCounter, type DemandCounter } from '#api/runtime/demand-counter.ts';
import { gatherChanges } from '#api/runtime/gather-changes.ts';
import { type LineMarks, marksLoader } from '#api/runtime/line-marks.ts';
import { createLiveValue, type LiveValue } from '#api/runtime/live-value.ts';
import { createOfferStore, type OfferStore } from '#api/runtime/offer-store.ts';
import { createPlannerPool, type PlannerPool } from '#api/runtime/planner-pool.ts';
import { createRoadStore, type RoadStore } from '#api/runtime/road-store.ts';
import { loadTileIndex, type TileIndex } from '#api/runtime/tile-index.ts';
import { createTimetableStore, type TimetableStore } from '#api/runtime/timetable-store.ts';
import { CHANGED_CHANNEL } from '#db/changed-channel.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { countDirectory } from '#db/queries/directory/count-directory.ts';
import { EVERY_ENTRY } from '#db/queries/directory/directory-filter.ts';
import { listNeeds } from '#db/queries/directory/list-needs.ts';
import { listThemes } from '#db/queries/directory/list-themes.ts';
import { loadClosures } from '#db/queries/directory/load-closures.ts';
import { loadDirectoryPoints } from '#db/queries/directory/load-directory-points.ts';
import { findFeedVersions } from '#db/queries/journey/find-feed-versions.ts';
import { loadGtfsFeeds } from '#db/queries/journey/load-gtfs-feeds.ts';
import { activeRoadGraphQuery, loadRoadGraph } from '#db/queries/journey/load-road-graph.ts';
import { listTerritories } from '#db/queries/territory/list-territories.ts';
import { loadCommuneCentres } from '#db/queries/territory/load-commune-centres.ts';
import { loadOffers } from '#db/queries/transport/load-offers.ts';
import { lastOffersChange } from '#db/queries/workspace/last-offers-change.ts';
import type { ClsTheme, Need, Notice } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** Changes come in bursts: one reading for all of them, soon enough for who published an offer. */
const QUIET_MS = 100;
const LONGEST_BURST_MS = 500;

export type Stores = {
  needs: LiveValue<readonly Need[]>;
  themes: LiveValue<readonly ClsTheme[]>;
  communesOfTerritory: () => ReadonlyMap<string, ReadonlySet<Insee>>;
  communeCentres: () => ReadonlyMap<Insee, LonLat>;
  offers: OfferStore;
  timetable: TimetableStore;
  roads: RoadStore;
  marks: LiveValue<LineMarks>;
  planner: PlannerPool;
  /** By entry: what closes it for a time, shown in every list. */
  closures: LiveValue<ReadonlyMap<string, readonly Notice[]>>;
  /** `holdsAll`: no entry is known to its commune only, so that counts are those of the directory. */
  map: LiveValue<{ index: TileIndex; holdsAll: boolean }>;
  /** What changed, told after it was read. */
  changes: ChangeHub;
  /** Searches that found no way. */
  demand: DemandCounter;
  readiness: () => Record<string, boolean>;
  /** Reads everything, then listens to changes. */
  open: () => Promise<void>;
  reload: () => Promise<void>;
  close: () => Promise<void>;
};

export function createStores(
  database: DatabaseHandle,
  log: Log,
  planner: PlannerPool = createPlannerPool({ log }),
): Stores {
  const { db } = database;
  const needs = createLiveValue('The list of needs', () => listNeeds(db));
  const themes = createLiveValue('The list of themes', () => listThemes(db));
  const communes = createLiveValue('The list of territories', async () => {
    const territories = await listTerritories(db);
    const centres = await loadCommuneCentres(db);
    planner.replace('communes', centres);
    const ofTerritory = new Map(
      territories.map(({ code, communeInsees }) => [code, new Set(communeInsees)]),
    );
    return { ofTerritory, centres };
  });
  const offers = createOfferStore({
    loadOffers: () => loadOffers(db),
    onLoaded: (loaded) => planner.replace('offers', loaded),
  });
  const timetable = createTimetableStore({
    findVersion: () => findFeedVersions(db),
    loadFeeds: () => loadGtfsFeeds(db),
    onLoaded: (loaded) => planner.replace('timetable', loaded),
  });
  const roads = createRoadStore({
    findVersion: async () => (await activeRoadGraphQuery(db))[0]?.roadGraphId ?? null,
    loadBytes: async () => (await loadRoadGraph(db))?.bytes ?? null,
    onLoaded: (loaded) => planner.replace('roads', loaded),
    log,
  });
  const marks = createLiveValue(
    'What is said of imported lines',
    marksLoader(db, (loaded) => planner.replace('marks', loaded)),
  );
  const closures = createLiveValue('The list of closures', () => loadClosures(db));
  const map = createLiveValue('The map', async () => {
    const index = await loadTileIndex(loadDirectoryPoints(db));
    return { index, holdsAll: index.size() === (await countDirectory(db, EVERY_ENTRY, null)) };
  });
  const all = {
    needs,
    themes,
    territories: communes,
    offers,
    timetable,
    roads,
    marks,
    closures,
    map,
  };

  const demand = createDemandCounter({ db, log });
  const changes = createChangeHub();
  // Offers first: whoever published one looks at the answer at once.
  const reload = async () => {
    const number = await lastOffersChange(db);
    const first = offers.reload();
    await first.catch(() => undefined);
    const others = Object.values(all).filter((store) => store !== offers);
    await Promise.all([first, ...others.map((store) => store.reload())]);
    // Heard or not, what was published before we read is told.
    if (number > changes.number()) changes.tell({ number, offerIds: [] });
  };
  const reloadOffers = async (change: OffersChange) => {
    await Promise.all([offers.reload(), timetable.reload(), marks.reload()]);
    changes.tell(change);
  };
  const waiting = gatherChanges({
    quietMs: QUIET_MS,
    longestMs: LONGEST_BURST_MS,
    onQuiet: (change) => {
      (change === null ? reload() : reloadOffers(change)).catch((error: unknown) => {
        const name = error instanceof Error ? error.name : typeof error;
        log.error({ event: 'reload_failed', error: name });
      });
    },
  });
  let unlisten: (() => Promise<void>) | null = null;

  return {
    needs,
    themes,
    communesOfTerritory: () => communes.current().ofTerritory,
    communeCentres: () => communes.current().centres,
    offers,
    timetable,
    roads,
    marks,
    planner,
    closures,
    map,
    changes,
    demand,
    readiness: () =>
      Object.fromEntries(
        Object.entries({ ...all, planner }).map(([name, store]) => [name, store.isReady()]),
      ),
    async open() {
      const started = planner.open();
      unlisten = await database.listen(CHANGED_CHANNEL, waiting.add);
      await Promise.all([started, reload()]);
    },
    reload,
    async close() {
      changes.close();
      waiting.stop();
      await unlisten?.();
      await planner.close();
      await demand.close();
    },
  };
}
