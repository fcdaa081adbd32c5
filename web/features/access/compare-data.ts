// What the page that compares territories gets from the API.

import type { ComparedValue } from '#domain/access/compare-indicator.ts';
import type { CompareWarning } from '#domain/access/compare-warnings.ts';
import type { PlaceValue, Vintage } from '#domain/access/figures.ts';
import type { DensityClass } from '#domain/access/twin-communes.ts';
import type { Likeness } from '#domain/access/twin-likeness.ts';
import { withQuery } from '#web/lib/api.ts';
import { accessApi, type Indicator, type IndicatorId } from './access-data.ts';

export type TerritoryPortrait = {
  code: string;
  name: string;
  communeCount: number;
  population: number;
  populationYear: number | null;
  /** Its density comes of contours drawn around points. */
  isSchematic: boolean;
  density: number | null;
  olderShare: number | null;
  /** Null: nothing was computed yet. */
  computedAt: string | null;
};

export type Twin = TerritoryPortrait & { likeness: Likeness };

export type AccessTwins = { territory: TerritoryPortrait; twins: readonly Twin[] };

export type ComparedTerritory = TerritoryPortrait & {
  likeness: Likeness | null;
  vintages: readonly Vintage[];
  isEstimated: boolean;
};

export type ComparedIndicator = Indicator & {
  areComparable: boolean;
  /** In the order of the territories; null: nothing was computed there. */
  values: readonly (ComparedValue | null)[];
};

export type AccessComparison = {
  territories: readonly ComparedTerritory[];
  warnings: readonly CompareWarning[];
  indicators: readonly ComparedIndicator[];
};

export type AccessAlike = {
  densityClass: DensityClass | null;
  isSchematic: boolean;
  communes: readonly (Pick<PlaceValue, 'value' | 'state'> & {
    insee: string;
    name: string;
    territory: { code: string; name: string };
    population: number;
    olderShare: number | null;
    hasOtherTimes: boolean;
  })[];
};

export type CompareData = {
  territories: readonly { code: string; name: string }[];
  twins: AccessTwins;
  /** Codes of those beside; none: this site has one territory. */
  beside: readonly string[];
  /** More were asked than fit. */
  areTooMany: boolean;
  /** Null: nothing to compare with. */
  comparison: AccessComparison | null;
  /** Question the page was come to with. */
  indicator: IndicatorId | null;
};

export function alikePath(territory: string, insee: string, indicator: IndicatorId): string {
  return withQuery(accessApi(territory, `/communes/${insee}/alike`), { indicator });
}

export function comparePath(territory: string, others: readonly string[]): string {
  return withQuery(accessApi(territory, '/compare'), { with: others.join(',') });
}
