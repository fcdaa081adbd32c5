// Of what people do without a car, what does the page show: communes, destinations, lines?

import type { NoCarHome, NoCarModel } from '#domain/access/no-car-model.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** A commune where people live, or where care is. */
export type Stopover = { insee: Insee; name: string; point: LonLat };

export type ShownDays =
  | {
      state: 'done';
      homes: readonly NoCarHome[];
      /** Communes of the territory, and those around with care; in order of names. */
      communes: readonly Stopover[];
      lines: readonly { id: string; name: string }[];
    }
  | Exclude<NoCarModel, { state: 'done' }>;

export function shownDays(model: NoCarModel): ShownDays {
  if (model.state !== 'done') return model;
  const { homes, sites, lines, state } = model;
  const communes = new Map<string, Stopover>();
  for (const { insee, name, point } of homes) communes.set(insee, { insee, name, point });
  for (const { insee, communeName, point } of sites) {
    if (insee === null || communes.has(insee)) continue;
    communes.set(insee, { insee, name: communeName, point });
  }
  return {
    ...{ state, homes },
    communes: [...communes.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'fr')),
    lines: lines.map(({ id, name }) => ({ id, name })),
  };
}
