// What must be known of a territory before a scenario can be tried on it, for one profession?
//
// Travel times are reckoned elsewhere and handed over: for points where one may open a site, and for what a
// change of transport makes shorter. What was not reckoned is said, never taken for out of reach.

import type { LonLat } from '#domain/geo.ts';
import { type HalfDayMask, hasDay } from './half-days.ts';
import type { AccessProfession } from './professions.ts';
import type { TransportChange } from './scenario-change.ts';
import type { SiteRow } from './travel-pairs.ts';

/** Who travels, as multimodal.ts lays them; `no_car` on one weekday, 1 to 7. */
export type LayerName = { mode: 'car' } | { mode: 'no_car'; weekday: number };

export type ScenarioGround = {
  profession: AccessProfession;
  /** Supply of one full-time post, in the unit of the base. */
  supplyAFullTime: number;
  /** Of one layer. */
  placeCount: number;
  layers: readonly LayerName[];
  siteNumbers: ReadonlyMap<string, number>;
  /** Half-days on which a site receives people; a site not named does on all. */
  siteHalfDays: ReadonlyMap<string, HalfDayMask>;
  /** Times to a site or to a point, a row a layer as if it were open every day; null: not reckoned. */
  rowsTo: (target: { site: string } | { at: LonLat }) => readonly SiteRow[] | null;
  /**
   * Rows of the sites a change of transport brings nearer, or farther; null: not reckoned. Asked of a transport
   * on demand only when `communes` is not given.
   */
  transportRows: (change: TransportChange) => ReadonlyMap<number, readonly SiteRow[]> | null;
  /** With it, times of a transport on demand are reckoned from those by car, sites just opened included. */
  communes?: {
    /** By place of one layer, the code of its commune. */
    ofPlaces: readonly string[];
    /** Null: nobody knows. */
    of: (target: { site: string } | { at: LonLat }) => string | null;
  };
};

/** Lays the rows of a site on its layers; those without a car have none on a day the site is closed. */
export function stackRow(
  { layers, placeCount }: Pick<ScenarioGround, 'layers' | 'placeCount'>,
  rows: readonly SiteRow[],
  open: HalfDayMask,
): SiteRow {
  const kept = layers.map((layer, i) => ({
    offset: i * placeCount,
    row: layer.mode === 'car' || hasDay(open, layer.weekday) ? rows[i] : undefined,
  }));
  const length = kept.reduce((sum, { row }) => sum + (row?.places.length ?? 0), 0);
  const stacked = { places: new Uint32Array(length), tenths: new Uint16Array(length) };
  let at = 0;
  for (const { offset, row } of kept) {
    if (row === undefined) continue;
    stacked.places.set(
      row.places.map((place) => place + offset),
      at,
    );
    stacked.tenths.set(row.tenths, at);
    at += row.places.length;
  }
  return stacked;
}

/** The rows of a stacked one, a layer each. */
export function unstackRow(
  { layers, placeCount }: Pick<ScenarioGround, 'layers' | 'placeCount'>,
  row: SiteRow,
): SiteRow[] {
  return layers.map((_, i) => {
    const within = (place: number): boolean =>
      place >= i * placeCount && place < (i + 1) * placeCount;
    return {
      places: row.places.filter(within).map((place) => place - i * placeCount),
      tenths: row.tenths.filter((_time, k) => within(row.places[k] ?? 0)),
    };
  });
}
