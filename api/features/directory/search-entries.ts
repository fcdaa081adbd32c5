// Which entries answer this search, in the published order, page by page?
//
// The database gives the nearest ones; a window of them is ranked here (travel band, open, fresh). When
// nothing lies within the radius it is enlarged, and the answer says so.

import type { Stores } from '#api/runtime/stores.ts';
import type { Database } from '#db/database.ts';
import { countDirectory } from '#db/queries/directory/count-directory.ts';
import type { DirectoryFilter } from '#db/queries/directory/directory-filter.ts';
import type { Near } from '#db/queries/directory/near-point.ts';
import { type DirectoryPage, searchDirectory } from '#db/queries/directory/search-directory.ts';
import type { SearchAnswer } from '#domain/directory/directory.ts';
import { rankEntries } from '#domain/directory/ranking.ts';
import { toMoment } from '#domain/time.ts';
import { checkKnown } from './check-known.ts';
import {
  DEFAULT_ENTRIES,
  DEFAULT_RADIUS_METERS,
  MAX_RADIUS_METERS,
  type SearchQuery,
} from './contract.ts';
import { type PageMark, readPageMark, writePageMark } from './page-mark.ts';
import { presentEntry, type Viewpoint } from './present-entry.ts';
import { tileFilterOf } from './tile-filter.ts';

/** Ranked together: three pages, so that an open door on page 2 may come to page 1. */
const WINDOW_ENTRIES = 30;
const WIDENING_FACTOR = 2;

export async function searchEntries(
  db: Database,
  stores: Stores,
  query: SearchQuery,
  nowMs: number,
): Promise<SearchAnswer> {
  checkKnown(stores, query);
  const mark = query.cursor === undefined ? null : readPageMark(query.cursor);
  const limit = query.limit ?? DEFAULT_ENTRIES;
  const point =
    query.lon === undefined || query.lat === undefined ? null : ([query.lon, query.lat] as const);
  const at = mark?.at ?? query.at ?? toMoment(nowMs);
  const filter = filterOf(query, point === null);
  const windowSize = Math.max(limit, WINDOW_ENTRIES);

  const asked = mark?.radiusMeters ?? query.radius ?? DEFAULT_RADIUS_METERS;
  const found = await findWithin(asked, async (radiusMeters) =>
    searchDirectory(db, {
      filter,
      near: point === null ? null : { point, radiusMeters },
      limit: windowSize,
      cursor: mark?.window ?? null,
    }),
  );
  const near: Near | null = point === null ? null : { point, radiusMeters: found.radiusMeters };
  const total = mark?.total ?? (await countFound(db, stores, query, near, found.page));

  const viewpoint: Viewpoint = {
    at,
    today: toMoment(nowMs).date,
    from: point,
    inside: communesOf(stores, query.territory),
  };
  const closures = stores.closures.current();
  const entries = found.page.rows.map((row) => presentEntry(row, viewpoint, closures.get(row.id)));
  // Without a point the order is the name's: nothing says who is nearer.
  const ordered = point === null ? entries : rankEntries(entries).map(({ entry }) => entry);
  const offset = mark?.offset ?? 0;
  const next = nextPage(found.page, mark?.window ?? null, offset + limit);
  return {
    entries: ordered.slice(offset, offset + limit),
    total,
    radiusMeters: found.radiusMeters,
    widened: mark?.widened ?? (point !== null && found.radiusMeters > asked),
    nextCursor:
      next === null
        ? null
        : writePageMark({
            ...next,
            at,
            radiusMeters: found.radiusMeters,
            total,
            widened: mark?.widened ?? found.radiusMeters > asked,
          }),
  };
}

/** A place named by name is searched in its territory; near a point, neighbours count as well. */
function filterOf(query: SearchQuery, isByName: boolean): DirectoryFilter {
  return {
    needIds: query.need === undefined ? [] : [query.need],
    categories: query.category ?? [],
    themeId: query.theme ?? null,
    text: query.q ?? null,
    territoryCode: isByName ? (query.territory ?? null) : null,
    insee: null,
    stepFree: query.accessible === true,
  };
}

async function findWithin(
  askedMeters: number,
  search: (radiusMeters: number) => Promise<DirectoryPage>,
): Promise<{ page: DirectoryPage; radiusMeters: number }> {
  let radiusMeters = askedMeters;
  for (;;) {
    const page = await search(radiusMeters);
    if (page.rows.length > 0 || radiusMeters >= MAX_RADIUS_METERS) return { page, radiusMeters };
    radiusMeters = Math.min(MAX_RADIUS_METERS, radiusMeters * WIDENING_FACTOR);
  }
}

/** Counted in memory when the map holds every entry and the filter is one it knows; else in the database. */
async function countFound(
  db: Database,
  stores: Stores,
  query: SearchQuery,
  near: Near | null,
  page: DirectoryPage,
): Promise<number> {
  if (page.nextCursor === null) return page.rows.length;
  const { index, holdsAll } = stores.map.current();
  const isKnownToMap = query.q === undefined && query.accessible !== true;
  if (near === null || !holdsAll || !isKnownToMap) {
    return countDirectory(db, filterOf(query, near === null), near);
  }
  const { point, radiusMeters } = near;
  const counted = index.countWithin(point, radiusMeters, tileFilterOf(query), index.size());
  // The map follows the directory by a moment: what is listed is there.
  return Math.max(counted, page.rows.length);
}

function communesOf(stores: Stores, code: string | undefined): ReadonlySet<string> | null {
  return code === undefined ? null : (stores.communesOfTerritory().get(code) ?? null);
}

function nextPage(
  page: DirectoryPage,
  window: string | null,
  offset: number,
): Pick<PageMark, 'window' | 'offset'> | null {
  if (offset < page.rows.length) return { window, offset };
  return page.nextCursor === null ? null : { window: page.nextCursor, offset: 0 };
}
