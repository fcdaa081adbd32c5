// Which places reach which sites, and in how long?
//
// Only what is reachable is kept, in rows by site: a pair that is missing is out of reach, which is neither
// zero minutes nor an unknown. A time is always that from the place where people live to the site of care,
// never back: roads with one-way streets and timetables do not take as long both ways. Zero is a time.

/** Tenths of a minute that no pair holds: there is no way, or none within the bound of the search. */
export const UNREACHABLE_TENTHS = 65_535;

/** Row of site s: `places[k]`, `tenths[k]` for k from `siteStarts[s]` to `siteStarts[s + 1]` excluded. */
export type TravelPairs = {
  placeCount: number;
  siteCount: number;
  /** `siteCount + 1` numbers. */
  siteStarts: Uint32Array;
  /** Numbers of places, rising in each row. */
  places: Uint32Array;
  /** Tenths of a minute from the place to the site. */
  tenths: Uint16Array;
};

/** The same pairs in rows by place, sites rising. */
export type PlaceView = { placeStarts: Uint32Array; sites: Uint32Array; tenths: Uint16Array };

/** The row of one site: places rising, tenths of a minute beside them. */
export type SiteRow = { places: Uint32Array; tenths: Uint16Array };

/** One pair: `tenths` may be `UNREACHABLE_TENTHS`, which keeps nothing. */
export type TravelTriples = { places: Uint32Array; sites: Uint32Array; tenths: Uint16Array };

/**
 * Tenths of a minute, rounded up, so that « 10 min at most » keeps and refuses the same trips as the time
 * not rounded does. Not finite, or above 109 hours: unreachable.
 */
export function toTenths(minutes: number): number {
  if (minutes < 0) throw new RangeError(`Travel time: expected 0 min or more, received ${minutes}`);
  // A millionth of a minute is the noise of a number in base two (1.1 × 10), no time.
  const tenths = Math.ceil(minutes * 10 - 0.000_01);
  return tenths < UNREACHABLE_TENTHS ? Math.max(0, tenths) : UNREACHABLE_TENTHS;
}

/** Pairs given in any order; the same ones in another order give the same result. */
export function pairsFromTriples(
  placeCount: number,
  siteCount: number,
  triples: TravelTriples,
): TravelPairs {
  const { places, sites, tenths } = triples;
  if (sites.length !== places.length || tenths.length !== places.length) {
    throw new RangeError(
      `Travel pairs: expected as many sites and times as places, received ${places.length} places, ${sites.length} sites, ${tenths.length} times`,
    );
  }
  // Sorted by place, then stably by site: two counting sorts, places rise in each row.
  const byPlace = sortedBy(places, placeCount, 'place', undefined);
  const order = sortedBy(sites, siteCount, 'site', byPlace);
  const kept = order.filter((k) => tenths[k] !== UNREACHABLE_TENTHS);
  const pairs = {
    placeCount,
    siteCount,
    siteStarts: new Uint32Array(siteCount + 1),
    places: Uint32Array.from(kept, (k) => places[k] ?? 0),
    tenths: Uint16Array.from(kept, (k) => tenths[k] ?? 0),
  };
  for (const k of kept) {
    const next = (sites[k] ?? 0) + 1;
    pairs.siteStarts[next] = (pairs.siteStarts[next] ?? 0) + 1;
  }
  accumulate(pairs.siteStarts);
  refuseTwice(pairs);
  return pairs;
}

/** Rows in order of sites. */
export function pairsFromRows(placeCount: number, rows: readonly SiteRow[]): TravelPairs {
  const siteStarts = new Uint32Array(rows.length + 1);
  for (const [site, row] of rows.entries()) {
    siteStarts[site + 1] = (siteStarts[site] ?? 0) + row.places.length;
  }
  const count = siteStarts[rows.length] ?? 0;
  const pairs = {
    placeCount,
    siteCount: rows.length,
    siteStarts,
    places: new Uint32Array(count),
    tenths: new Uint16Array(count),
  };
  for (const [site, row] of rows.entries()) {
    checkRow(row, placeCount, `site ${site}`);
    pairs.places.set(row.places, siteStarts[site]);
    pairs.tenths.set(row.tenths, siteStarts[site]);
  }
  return pairs;
}

/** The row of a site, not copied: read only. */
export function rowOf(pairs: TravelPairs, site: number): SiteRow {
  const [start, end] = [pairs.siteStarts[site], pairs.siteStarts[site + 1]];
  if (start === undefined || end === undefined) {
    throw new RangeError(`Site: expected 0 to ${pairs.siteCount - 1}, received ${site}`);
  }
  return { places: pairs.places.subarray(start, end), tenths: pairs.tenths.subarray(start, end) };
}

export function viewByPlace(pairs: TravelPairs): PlaceView {
  const placeStarts = new Uint32Array(pairs.placeCount + 1);
  for (const place of pairs.places) placeStarts[place + 1] = (placeStarts[place + 1] ?? 0) + 1;
  accumulate(placeStarts);
  const next = placeStarts.slice(0, pairs.placeCount);
  const sites = new Uint32Array(pairs.places.length);
  const tenths = new Uint16Array(pairs.places.length);
  for (let site = 0; site < pairs.siteCount; site++) {
    const end = pairs.siteStarts[site + 1] ?? 0;
    for (let k = pairs.siteStarts[site] ?? 0; k < end; k++) {
      const place = pairs.places[k] ?? 0;
      const at = next[place] ?? 0;
      sites[at] = site;
      tenths[at] = pairs.tenths[k] ?? 0;
      next[place] = at + 1;
    }
  }
  return { placeStarts, sites, tenths };
}

/** Throws unless places rise, exist, and every one has a time that is one. */
export function checkRow(row: SiteRow, placeCount: number, what: string): void {
  if (row.places.length !== row.tenths.length) {
    throw new RangeError(
      `Row of ${what}: expected as many times as places, received ${row.places.length} places and ${row.tenths.length} times`,
    );
  }
  let before = -1;
  for (const [k, place] of row.places.entries()) {
    if (place <= before || place >= placeCount) {
      throw new RangeError(
        `Row of ${what}: expected places rising from 0 to ${placeCount - 1}, received ${place} after ${before}`,
      );
    }
    if (row.tenths[k] === UNREACHABLE_TENTHS) {
      throw new RangeError(`Row of ${what}: place ${place} is unreachable, which no row keeps`);
    }
    before = place;
  }
}

function refuseTwice({ siteCount, siteStarts, places }: TravelPairs): void {
  for (let site = 0; site < siteCount; site++) {
    for (let k = (siteStarts[site] ?? 0) + 1; k < (siteStarts[site + 1] ?? 0); k++) {
      if (places[k] === places[k - 1]) {
        throw new RangeError(`Travel pairs: place ${places[k]} and site ${site} come twice`);
      }
    }
  }
}

/** Indices of keys in rising order of keys, those of equal keys in the order of `before`. */
function sortedBy(
  keys: Uint32Array,
  count: number,
  what: string,
  before: Uint32Array | undefined,
): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const [k, key] of keys.entries()) {
    if (key >= count) {
      throw new RangeError(
        `Travel pair ${k}: expected a ${what} from 0 to ${count - 1}, received ${key}`,
      );
    }
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  }
  accumulate(starts);
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const k = before === undefined ? i : (before[i] ?? 0);
    const key = keys[k] ?? 0;
    const at = starts[key] ?? 0;
    order[at] = k;
    starts[key] = at + 1;
  }
  return order;
}

function accumulate(counts: Uint32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0);
}
