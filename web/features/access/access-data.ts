// What the observatory gets from the API.

import type { ChangeSince } from '#domain/access/change-since.ts';
import type { DepartementMean, PublishedBeside } from '#domain/access/departement-mean.ts';
import type {
  CarePole,
  HaloReport,
  NearSite,
  PlaceValue,
  ValueState,
  Vintage,
} from '#domain/access/figures.ts';
import type { Indicator, IndicatorId } from '#domain/access/indicators.ts';
import type { AccessJob } from '#domain/access/job.ts';
import type { SupplyKind } from '#domain/access/supply.ts';
import type { TravelMode } from '#domain/access/travel-mode.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

export type { HaloReport, Indicator, IndicatorId, NearSite, ValueState, Vintage };

type Around = {
  territoryValue: number | null;
  departementValue: number | null;
  /** As the ministry publishes it; null: not of this indicator, or of too few communes. */
  departement: DepartementMean | null;
  territoryPublished: PublishedBeside | null;
};

export type AccessOverview = {
  territory: { code: string; name: string };
  /** Null: nothing was computed yet. */
  computedAt: string | null;
  fingerprint: string | null;
  vintages: readonly Vintage[];
  halo: HaloReport | null;
  estimatedTimes: readonly TravelMode[];
  /** Those of which something is known here. */
  indicators: readonly (Indicator & Around)[];
  gpShortfall: { people: number; share: number; depth: number } | null;
  poles: readonly CarePole[];
  hasTiles: boolean;
  /** Since the data were other; null: nothing changed, or nothing older is kept. */
  change: (ChangeSince & { since: string }) | null;
  job: AccessJob | null;
};

export type AccessPlace = PlaceValue & {
  insee: Insee;
  name: string;
  population: number;
  population75Plus: number | null;
  /** By the ministry, for the same commune. */
  published: number | null;
  /** The trials do not agree on which side of the threshold it is. */
  isFragile: boolean;
  isRobustDesert: boolean;
};

export type AccessPlaces = Around & {
  indicator: Indicator;
  computedAt: string;
  publishedYear: number | null;
  places: readonly AccessPlace[];
};

export type AccessTiles = {
  tiles: readonly { point: LonLat; value: number | null; state: ValueState }[];
};

export type SheetValue = PlaceValue &
  Around & {
    id: IndicatorId;
    isFragile: boolean;
    published: { year: number; value: number; residual: number | null } | null;
  };

export type AccessSheet = {
  insee: Insee;
  name: string;
  population: number;
  population75Plus: number | null;
  computedAt: string;
  vintages: readonly Vintage[];
  estimatedTimes: readonly TravelMode[];
  isRobustDesert: boolean;
  /** Of the five professions of everyday care. */
  missing: readonly SupplyKind[];
  values: readonly SheetValue[];
  near: readonly NearSite[];
  publishedYears: readonly { year: number; value: number | null; value65OrLess: number | null }[];
};

/** `/api/access/{territory}`, and what lies under it. */
export function accessApi(territory: string, rest = ''): string {
  return `/api/access/${encodeURIComponent(territory)}${rest}`;
}

export function placesPath(territory: string, indicator: IndicatorId): string {
  return accessApi(territory, `/places?indicator=${indicator}`);
}
