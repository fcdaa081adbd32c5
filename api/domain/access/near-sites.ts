// What is nearest to the people of a place, by kind of care?

import type { NearSite } from './figures.ts';
import type { Ground } from './ground.ts';
import type { Nearest } from './nearest.ts';
import { SUPPLY_KINDS, type SupplyKind } from './supply.ts';
import type { UsefulDaysOf } from './without-car.ts';

export type NearQuestion = {
  ground: Ground;
  nearest: ReadonlyMap<SupplyKind, Nearest>;
  /** Its position among places. */
  place: number;
  /** INSEE code of the place. */
  insee: string;
  usefulDays: UsefulDaysOf | null;
};

/** One site a kind, by car; kinds out of reach are left out. */
export function nearSites({ ground, nearest, place, insee, usefulDays }: NearQuestion): NearSite[] {
  return SUPPLY_KINDS.flatMap((kind) => {
    const found = nearest.get(kind);
    const number = found?.sites[place] ?? -1;
    const site = ground.sites[number];
    if (found === undefined || site === undefined) return [];
    return [
      {
        kind,
        label: site.placeName ?? site.communeName,
        insee: site.insee,
        headCount: site.heads[kind] ?? 0,
        minutes: (found.tenths[place] ?? 0) / 10,
        usefulDays: usefulDays?.[insee]?.[kind] ?? null,
      },
    ];
  });
}
