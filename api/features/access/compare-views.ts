// What is answered of territories put side by side, and of communes that are alike?

import type { ComparedValue } from '#domain/access/compare-indicator.ts';
import type { CompareWarning } from '#domain/access/compare-warnings.ts';
import type { PlaceValue, Vintage } from '#domain/access/figures.ts';
import type { Indicator } from '#domain/access/indicators.ts';
import type { DensityClass } from '#domain/access/twin-communes.ts';
import type { Likeness } from '#domain/access/twin-likeness.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type TerritoryPortraitView = {
  code: string;
  name: string;
  communeCount: number;
  population: number;
  population75Plus: number | null;
  populationYear: number | null;
  areaKm2: number | null;
  /** Its contours, hence its density, are drawn around points. */
  isSchematic: boolean;
  density: number | null;
  olderShare: number | null;
  /** Null: nothing was computed yet. */
  computedAt: string | null;
};

export type AccessTwins = {
  territory: TerritoryPortraitView;
  /** Most alike first. */
  twins: readonly (TerritoryPortraitView & { likeness: Likeness })[];
};

export type AccessComparison = {
  /** The one asked first, then the others in the order asked. */
  territories: readonly (TerritoryPortraitView & {
    likeness: Likeness | null;
    fingerprint: string | null;
    vintages: readonly Vintage[];
    isEstimated: boolean;
  })[];
  warnings: readonly CompareWarning[];
  /** Known of one of them at least. */
  indicators: readonly (Indicator & {
    /** False: times by car are estimates here and roads there. */
    areComparable: boolean;
    /** In the order of `territories`; null: nothing was computed there. */
    values: readonly (ComparedValue | null)[];
  })[];
};

export type AccessAlike = {
  indicator: Indicator;
  /** People a square kilometre; null: the contour of the commune is not known. */
  densityClass: DensityClass | null;
  /** Some density comes of a contour drawn around a point. */
  isSchematic: boolean;
  communes: readonly (Pick<PlaceValue, 'value' | 'state'> & {
    insee: Insee;
    name: string;
    territory: { code: string; name: string };
    population: number;
    olderShare: number | null;
    density: number | null;
    likeness: Likeness;
    /** Its times by car are not of the same making as those of the commune asked. */
    hasOtherTimes: boolean;
  })[];
};
