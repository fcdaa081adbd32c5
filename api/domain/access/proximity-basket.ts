// How many of the five professions of everyday care are missing around, and which?

import { PROXIMITY_PROFESSIONS, type ProximityProfession } from './professions.ts';

/** By place: bit p is set when `PROXIMITY_PROFESSIONS[p]` is missing. */
export type MissingBasket = { missing: Uint8Array; count: Uint8Array };

/**
 * `nearestTenths` by place, to the nearest site of each profession (see nearest.ts). Out of reach, or farther
 * than the bound: missing. At the bound exactly, it is there.
 */
export function missingBasket(
  nearestTenths: Readonly<Record<ProximityProfession, Uint16Array>>,
  boundMinutes: number,
): MissingBasket {
  const missing = new Uint8Array(nearestTenths.gp.length);
  for (const [bit, profession] of PROXIMITY_PROFESSIONS.entries()) {
    const tenths = nearestTenths[profession];
    if (tenths.length !== missing.length) {
      throw new RangeError(
        `Basket, ${profession}: expected ${missing.length} places as for gp, received ${tenths.length}`,
      );
    }
    for (const [place, time] of tenths.entries()) {
      if (time > boundMinutes * 10) missing[place] = (missing[place] ?? 0) | (1 << bit);
    }
  }
  return { missing, count: missing.map((mask) => namesIn(mask).length) };
}

/** The professions of a mask of `missing`. */
export const namesIn = (mask: number): ProximityProfession[] =>
  PROXIMITY_PROFESSIONS.filter((_, bit) => (mask & (1 << bit)) !== 0);

/** A commune that has all five, or all but one: what would make a pole of it. */
export type Pole = { place: number; lacks: ProximityProfession | null };

/** `practitioners` by place and profession: how many practise there. Complete poles and those one short. */
export function findPoles(
  practitioners: Readonly<Record<ProximityProfession, Float64Array>>,
): Pole[] {
  const poles: Pole[] = [];
  for (const place of practitioners.gp.keys()) {
    const lacking = PROXIMITY_PROFESSIONS.filter(
      (each) => !((practitioners[each][place] ?? 0) > 0),
    );
    if (lacking.length <= 1) poles.push({ place, lacks: lacking[0] ?? null });
  }
  return poles;
}
