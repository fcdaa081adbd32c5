// What is kept of a computation, for all who read the observatory?

import type { LonLat } from '#domain/geo.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { IndicatorId } from './indicators.ts';
import type { SupplyKind } from './supply.ts';
import type { TravelMode } from './travel-mode.ts';

/**
 * A value; nothing within the bound of the search; not known, since something was not imported; hidden,
 * since fewer than five people live there.
 */
export type ValueState = 'value' | 'none_in_reach' | 'unknown' | 'suppressed';

/** Fewer people than this: what is said of them would be said of somebody. */
export const LEAST_PEOPLE = 5;

export type Vintage = {
  /** `population`, `supply`, `roads`, `parameters`, `published`, `lines`, `offers`. */
  id: string;
  name: string;
  date: PartialDate | null;
  source: string;
  /** True: a model or a doubtful count, said beside the figures. */
  toConfirm: boolean;
};

/** One value of one place. `null` value: see its state. */
export type PlaceValue = {
  value: number | null;
  state: ValueState;
  /** Share of the draws in which it is below the threshold; null: not drawn. */
  probabilityBelow: number | null;
  /** Eight draws of ten lie between. */
  low: number | null;
  high: number | null;
};

export type PlaceFigures = {
  insee: Insee;
  name: string;
  point: LonLat;
  population: number;
  population75Plus: number | null;
  /** Standardised by age, for general practitioners. */
  demand: number;
  /** Below the threshold in every way of reckoning. */
  robustDesert: boolean;
  values: Partial<Record<IndicatorId, PlaceValue>>;
  /** Missing within the bound, of the five professions. */
  missing: readonly SupplyKind[];
  /** Up to three sites of each kind, the nearest by car first. */
  near: readonly NearSite[];
};

export type NearSite = {
  kind: SupplyKind;
  /** Of a place of the directory, else of a commune. */
  label: string;
  insee: Insee;
  communeName: string;
  point: LonLat;
  headCount: number;
  minutes: number;
  /** Of its kind: days of the week on which one of the nearest can be reached and left without a car; null: not computed. */
  usefulDays: number | null;
  /** From the square of the commune where most people live. Absent: kept before times on foot were. */
  walk?: Walk | undefined;
};

/** `none_in_reach`: more than half an hour; `unknown`: squares were not imported. */
export type Walk = { state: 'value' | 'none_in_reach' | 'unknown'; minutes: number | null };

/** A square of 200 m. A value of null: nothing within the bound; none: not known. */
export type TileFigures = {
  id: string;
  insee: Insee;
  point: LonLat;
  population: number;
  values: Partial<Record<IndicatorId, number | null>>;
};

export type HaloReport = {
  isComplete: boolean;
  communeCount: number;
  missing: readonly HaloGap[];
};

/**
 * `population`: communes around whose people are not counted; `supply`: communes whose care nobody counted;
 * `ground`: directions in which no commune is known (the sea, or nothing imported).
 */
export type HaloGap =
  | { what: 'population'; communes: readonly string[] }
  | { what: 'supply'; kind: SupplyKind; communes: readonly string[] }
  | { what: 'ground'; bearings: readonly number[] };

/** A commune that has all five professions of everyday care, or all but one. */
export type CarePole = {
  insee: Insee;
  name: string;
  isInside: boolean;
  /** Null: none. */
  lacks: SupplyKind | null;
  /** Of a complete one, those who live around it, itself included; else its own. */
  people: number;
  /** Communes of the territory that live around it, itself included; none where it is not complete. */
  communes: readonly string[];
  /** Too few live around it: the pole it is joined to. */
  joins: string | null;
};

export type AccessFigures = {
  version: number;
  places: readonly PlaceFigures[];
  /** Empty: values are those of communes. */
  tiles: readonly TileFigures[];
  territory: Partial<Record<IndicatorId, number | null>>;
  /** Of the communes of the département that are known around, the territory's own included. */
  departement: Partial<Record<IndicatorId, number | null>>;
  halo: HaloReport;
  poles: readonly CarePole[];
  estimatedTimes: readonly TravelMode[];
  /** People, as the burden is told: below the threshold, and how far below (0 to 1). */
  gpShortfall: { people: number; share: number; depth: number };
};
