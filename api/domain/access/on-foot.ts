// Who can walk to care?
//
// Told of squares of 200 m alone. Of a commune known by one point, nobody knows how far its people walk: the
// answer is « not known », never « no ».

import type { LonLat } from '#domain/geo.ts';
import type { Walk } from './figures.ts';
import type { GroundSite } from './ground.ts';
import type { GroundPlace } from './ground-places.ts';
import type { IndicatorId } from './indicators.ts';
import { practitionersOf } from './measure-places.ts';
import { nearest } from './nearest.ts';
import type { SupplyKind } from './supply.ts';
import { rowOf, type TravelPairs, viewByPlace } from './travel-pairs.ts';

/** Farther, nobody is said to walk: a bound of the search. */
export const WALK_REACH_MINUTES = 30;
/** A quarter of an hour at the pace of an old person, about a kilometre: our choice, said beside the figure. */
export const WALK_MINUTES = 15;
/** What is farther than this on the map is farther than half an hour on foot: see `cellsOf`. */
const CELL_DEGREES = 0.04;

const WALKED: readonly (readonly [IndicatorId, SupplyKind])[] = [
  ['gp_walk', 'gp'],
  ['pharmacy_walk', 'pharmacy'],
];

/** Positions of the places times on foot start from, and of the sites they may lead to. */
export type WalkGround = { places: readonly number[]; sites: readonly number[] };

export const isSquare = ({ id, insee }: Pick<GroundPlace, 'id' | 'insee'>): boolean => id !== insee;

/** Squares of the territory, and what lies so near that somebody might walk there. Empty without squares. */
export function walkGround(
  places: readonly GroundPlace[],
  sites: readonly Pick<GroundSite, 'point'>[],
): WalkGround {
  const near = new Set<string>();
  const starts = places.flatMap((place, number) => {
    if (!place.isInside || !isSquare(place)) return [];
    for (const cell of cellsAround(place.point)) near.add(cell);
    return [number];
  });
  const isNear = ({ point: [lon, lat] }: Pick<GroundSite, 'point'>) =>
    near.has(cellAt(cellOf(lon), cellOf(lat)));
  return {
    places: starts,
    sites: sites.flatMap((site, number) => (isNear(site) ? [number] : [])),
  };
}

/** Times from some places to some sites, as times from all places to all sites. */
export function widenWalks(
  pairs: TravelPairs,
  ground: WalkGround,
  all: { placeCount: number; siteCount: number },
): TravelPairs {
  const siteStarts = new Uint32Array(all.siteCount + 1);
  for (const [row, site] of ground.sites.entries()) {
    siteStarts[site + 1] = (pairs.siteStarts[row + 1] ?? 0) - (pairs.siteStarts[row] ?? 0);
  }
  for (let site = 0; site < all.siteCount; site++) {
    siteStarts[site + 1] = (siteStarts[site + 1] ?? 0) + (siteStarts[site] ?? 0);
  }
  return {
    ...all,
    siteStarts,
    places: pairs.places.map((place) => ground.places[place] ?? 0),
    tenths: pairs.tenths,
  };
}

/** In each square 100 (percent) when care of the kind is within the walk, else 0; NaN where it is not known. */
export function onFoot(
  places: readonly GroundPlace[],
  sites: readonly GroundSite[],
  walks: TravelPairs | null,
  known: ReadonlySet<SupplyKind>,
): Partial<Record<IndicatorId, Float64Array>> {
  if (walks === null) return {};
  const view = viewByPlace(walks);
  const values: Partial<Record<IndicatorId, Float64Array>> = {};
  for (const [id, kind] of WALKED) {
    if (!known.has(kind)) continue;
    const { tenths } = nearest(view, practitionersOf(sites, kind));
    values[id] = Float64Array.from(places, (place, number) => {
      if (!place.isInside || !isSquare(place)) return Number.NaN;
      return (tenths[number] ?? 0) <= WALK_MINUTES * 10 ? 100 : 0;
    });
  }
  return values;
}

/** On foot from one place to one site. */
export function walkTo(
  walks: TravelPairs | null | undefined,
  place: { number: number; isSquare: boolean },
  site: number,
): Walk {
  if (!walks || !place.isSquare) return { state: 'unknown', minutes: null };
  const row = rowOf(walks, site);
  const at = row.places.indexOf(place.number);
  if (at === -1) return { state: 'none_in_reach', minutes: null };
  return { state: 'value', minutes: (row.tenths[at] ?? 0) / 10 };
}

const cellOf = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);
const cellAt = (x: number, y: number): string => `${x},${y}`;

/** Its cell and those around: 2.8 km at least in France, which half an hour on foot does not cross. */
function cellsAround([lon, lat]: LonLat): string[] {
  const [x, y] = [cellOf(lon), cellOf(lat)];
  return [-1, 0, 1].flatMap((east) => [-1, 0, 1].map((north) => cellAt(x + east, y + north)));
}
