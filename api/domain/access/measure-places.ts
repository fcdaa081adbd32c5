// What is the value of each indicator in each place?
//
// By place, NaN where it is not known. Minutes are Infinity where nothing is within the bound; an access of 0
// reads « nothing in reach » where `reached` is 0.

import { ACTS_A_FULL_TIME, APL_PARAMETERS, FULL_TIME_FOR_PEOPLE } from './apl-parameters.ts';
import { cumulatedDeficits } from './cumulated-deficits.ts';
import { decayTable, reachMinutes } from './decay.ts';
import type { GroundSite } from './ground.ts';
import type { GroundPlace } from './ground-places.ts';
import { placesInReach } from './in-reach.ts';
import type { IndicatorId } from './indicators.ts';
import { type Nearest, nearest } from './nearest.ts';
import { PROXIMITY_PROFESSIONS } from './professions.ts';
import { missingBasket } from './proximity-basket.ts';
import type { SupplyKind } from './supply.ts';
import {
  pairsFromRows,
  rowOf,
  type TravelPairs,
  UNREACHABLE_TENTHS,
  viewByPlace,
} from './travel-pairs.ts';
import { twoStep } from './two-step.ts';
import { weightedMean } from './weighted-quantile.ts';

/** Trips up to 15 % longer than reckoned still count in a draw that makes them shorter. */
const DRAWN_SHARE = 1.2;
/** A profession of the basket farther than this is missing: our choice, said beside the figure. */
export const BASKET_MINUTES = 15;
/** No text sets a threshold for nurses and physiotherapists: half the mean of the territory. Our choice. */
export const DEFICIT_SHARE_OF_MEAN = 0.5;

/** Shares of a third add up to less than one. */
const ROUNDING = 1e-6;

export const ACCESS_KINDS = ['gp', 'nurse', 'physio', 'dentist', 'midwife'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export type MeasuredPlaces = {
  values: Partial<Record<IndicatorId, Float64Array>>;
  /** 1 where some care counts at all, for the indicators of access. */
  reached: Partial<Record<IndicatorId, Uint8Array>>;
  /** Bits of `PROXIMITY_PROFESSIONS`; null: one of them was not counted. */
  missing: Uint8Array | null;
  nearest: ReadonlyMap<SupplyKind, Nearest>;
};

/** `known`: kinds of care that were counted in the territory. Times are by car. */
export function measurePlaces(
  places: readonly GroundPlace[],
  sites: readonly GroundSite[],
  pairs: TravelPairs,
  known: ReadonlySet<SupplyKind>,
): MeasuredPlaces {
  const values: MeasuredPlaces['values'] = {};
  const reached: MeasuredPlaces['reached'] = {};
  const view = viewByPlace(pairs);
  const nearestOf = new Map<SupplyKind, Nearest>();
  for (const kind of known) nearestOf.set(kind, nearest(view, practitionersOf(sites, kind)));
  for (const kind of ACCESS_KINDS) {
    if (!known.has(kind)) continue;
    const measured = measureAccess(places, sites, pairs, kind);
    values[`${kind}_access`] = measured.access;
    reached[`${kind}_access`] = measured.reached;
  }
  const minutes = (kind: SupplyKind) => {
    const found = nearestOf.get(kind);
    return found === undefined ? undefined : minutesOf(found.tenths);
  };
  for (const [id, found] of [
    ['gp_nearest', minutes('gp')],
    ['pharmacy_nearest', minutes('pharmacy')],
    ['emergency_nearest', minutes('emergency')],
  ] as const) {
    if (found !== undefined) values[id] = found;
  }
  if (known.has('gp')) {
    values.gp_nearest_3 = minutesOf(nearest(view, practitionersOf(sites, 'gp'), 3).tenths);
  }
  const missing = measureBasket(nearestOf);
  if (missing !== null) values.basket_missing = Float64Array.from(missing.count);
  const deficits = measureDeficits(places, values);
  if (deficits !== null) values.deficits = deficits;
  return { values, reached, missing: missing?.missing ?? null, nearest: nearestOf };
}

/** What one profession's access is reckoned from: the pairs that count for it, demand and supply. */
export function accessGround(
  places: readonly GroundPlace[],
  sites: readonly GroundSite[],
  pairs: TravelPairs,
  kind: AccessKind,
): { pairs: TravelPairs; demand: Float64Array; supply: Float64Array } {
  const supply = supplyOf(sites, kind);
  const farthest = reachMinutes(APL_PARAMETERS[kind].decay.value) * 10 * DRAWN_SHARE;
  const empty = { places: new Uint32Array(0), tenths: new Uint16Array(0) };
  const rows = sites.map((_, site) => {
    if (!((supply[site] ?? 0) > 0)) return empty;
    const row = rowOf(pairs, site);
    const isNear = (_value: number, k: number) => (row.tenths[k] ?? 0) <= farthest;
    return { places: row.places.filter(isNear), tenths: row.tenths.filter(isNear) };
  });
  const isStandardised = kind === 'gp';
  return {
    pairs: pairsFromRows(pairs.placeCount, rows),
    demand: Float64Array.from(places, (place) =>
      isStandardised ? place.demand : place.population,
    ),
    supply,
  };
}

/** Acts a year for general practitioners, heads for the others: as many full-time posts, none being known. */
export function supplyOf(sites: readonly GroundSite[], kind: SupplyKind): Float64Array {
  const each = kind === 'gp' ? ACTS_A_FULL_TIME.value : 1;
  return headsOf(sites, kind).map((heads) => heads * each);
}

export const headsOf = (sites: readonly GroundSite[], kind: SupplyKind): Float64Array =>
  Float64Array.from(sites, ({ heads }) => heads[kind] ?? 0);

/** How many practise there, whoever else they also receive elsewhere: half a head is somebody. */
export const practitionersOf = (sites: readonly GroundSite[], kind: SupplyKind): Float64Array =>
  Float64Array.from(sites, ({ heads, practitioners }) => {
    const named = practitioners.filter((each) => each.kind === kind);
    const shares = named.reduce((sum, { share }) => sum + share, 0);
    return named.length + Math.ceil((heads[kind] ?? 0) - shares - ROUNDING);
  });

function measureAccess(
  places: readonly GroundPlace[],
  sites: readonly GroundSite[],
  pairs: TravelPairs,
  kind: AccessKind,
): { access: Float64Array; reached: Uint8Array } {
  const table = decayTable(APL_PARAMETERS[kind].decay.value);
  const own = accessGround(places, sites, pairs, kind);
  const { access } = twoStep(own.pairs, table, own.demand, own.supply);
  const times = APL_PARAMETERS[kind].unit === 'acts' ? 1 : FULL_TIME_FOR_PEOPLE;
  return {
    access: access.map((value) => value * times),
    reached: placesInReach(own.pairs, table, own.supply),
  };
}

const minutesOf = (tenths: Uint16Array): Float64Array =>
  Float64Array.from(tenths, (each) =>
    each === UNREACHABLE_TENTHS ? Number.POSITIVE_INFINITY : each / 10,
  );

function measureBasket(nearestOf: ReadonlyMap<SupplyKind, Nearest>) {
  const [gp, nurse, physio, dentist, pharmacy] = PROXIMITY_PROFESSIONS.map(
    (kind) => nearestOf.get(kind)?.tenths,
  );
  if (!(gp && nurse && physio && dentist && pharmacy)) return null;
  return missingBasket({ gp, nurse, physio, dentist, pharmacy }, BASKET_MINUTES);
}

/** General practitioners, nurses and physiotherapists, the three the ministry adds up. */
function measureDeficits(
  places: readonly GroundPlace[],
  { gp_access: gp, nurse_access: nurse, physio_access: physio }: MeasuredPlaces['values'],
): Float64Array | null {
  const threshold = APL_PARAMETERS.gp.threshold?.value;
  if (gp === undefined || nurse === undefined || physio === undefined || threshold === undefined) {
    return null;
  }
  const people = Float64Array.from(places, ({ population, isInside }) =>
    isInside ? population : 0,
  );
  const half = (access: Float64Array) => weightedMean(access, people) * DEFICIT_SHARE_OF_MEAN;
  const counts = cumulatedDeficits(
    [
      { access: gp, threshold },
      { access: nurse, threshold: half(nurse) },
      { access: physio, threshold: half(physio) },
    ],
    places.length,
  );
  return Float64Array.from(counts);
}
