// What is nearest to the people of a place, by kind of care?

import type { NearSite } from './figures.ts';
import type { Ground } from './ground.ts';
import { walkTo } from './on-foot.ts';
import { SUPPLY_KINDS, type SupplyKind } from './supply.ts';
import type { PlaceView, TravelPairs } from './travel-pairs.ts';
import type { UsefulDaysOf } from './without-car.ts';

/** One may be full, closed or on leave. */
const MOST_A_KIND = 3;

export type NearQuestion = {
  ground: Ground;
  /** Times by car to `ground.sites`. */
  view: PlaceView;
  /** Counted in the territory: the others are not known, which is not far. */
  kinds: ReadonlySet<SupplyKind>;
  /** Times on foot, from the same places to the same sites; null: not computed. */
  walks: TravelPairs | null;
  /** Its position among places. */
  place: number;
  /** It is a square of 200 m. */
  isSquare: boolean;
  /** INSEE code of the place. */
  insee: string;
  usefulDays: UsefulDaysOf | null;
};

/** Three sites a kind at most, the nearest by car first; kinds out of reach are left out. */
export function nearSites({
  ground,
  view,
  kinds,
  walks,
  place,
  isSquare,
  insee,
  usefulDays,
}: NearQuestion): NearSite[] {
  const reached = reachedFrom(view, place);
  return SUPPLY_KINDS.filter((kind) => kinds.has(kind)).flatMap((kind) =>
    reached
      .flatMap(({ site: number, tenths }): NearSite[] => {
        const site = ground.sites[number];
        const headCount = site?.heads[kind] ?? 0;
        if (site === undefined || headCount <= 0) return [];
        return [
          {
            kind,
            label: site.placeNames[kind] ?? site.communeName,
            insee: site.insee,
            communeName: site.communeName,
            point: site.point,
            headCount,
            minutes: tenths / 10,
            usefulDays: usefulDays?.[insee]?.[kind] ?? null,
            walk: walkTo(walks, { number: place, isSquare }, number),
          },
        ];
      })
      .slice(0, MOST_A_KIND),
  );
}

/** The nearest first; of two as near, the first. */
function reachedFrom(view: PlaceView, place: number): { site: number; tenths: number }[] {
  const from = view.placeStarts[place] ?? 0;
  const to = view.placeStarts[place + 1] ?? from;
  return Array.from({ length: to - from }, (_, k) => ({
    site: view.sites[from + k] ?? 0,
    tenths: view.tenths[from + k] ?? 0,
  })).toSorted((a, b) => a.tenths - b.tenths || a.site - b.site);
}
