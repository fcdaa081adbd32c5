// What does the observatory answer?

import type { ChangeSince } from '#domain/access/change-since.ts';
import type { DepartementMean, PublishedBeside } from '#domain/access/departement-mean.ts';
import type {
  CarePole,
  HaloReport,
  NearSite,
  PlaceValue,
  Vintage,
} from '#domain/access/figures.ts';
import type { Indicator, IndicatorId } from '#domain/access/indicators.ts';
import type { AccessJob } from '#domain/access/job.ts';
import type { SupplyKind } from '#domain/access/supply.ts';
import type { TravelMode } from '#domain/access/travel-mode.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** What the values of a place or of a territory stand among. */
export type AccessAround = {
  territoryValue: number | null;
  /** The `value` of `departement`; null: not known. */
  departementValue: number | null;
  /** As DREES publishes it, of which year, of how many communes; null: not published of this indicator. */
  departement: DepartementMean | null;
  /** What DREES publishes of the territory, and how far ours is from it; null: nothing. */
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
  /** Indicators of which something is known here, with the value of the territory. */
  indicators: readonly (Indicator & AccessAround)[];
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
  point: LonLat;
  population: number;
  population75Plus: number | null;
  /** What DREES publishes of the commune, its newest year; null: nothing. */
  published: number | null;
  /** The draws do not agree on which side of the threshold it is. */
  isFragile: boolean;
  isRobustDesert: boolean;
};

export type AccessPlaces = AccessAround & {
  indicator: Indicator;
  computedAt: string;
  fingerprint: string;
  publishedYear: number | null;
  places: readonly AccessPlace[];
};

export type AccessTiles = {
  indicator: Indicator;
  fingerprint: string;
  tiles: readonly AccessTile[];
};

/** `population` null: fewer than five people, of whom nothing is told. */
export type AccessTile = Pick<PlaceValue, 'value' | 'state'> & {
  id: string;
  insee: Insee;
  point: LonLat;
  population: number | null;
};

export type AccessSheet = {
  insee: Insee;
  name: string;
  point: LonLat;
  population: number;
  population75Plus: number | null;
  computedAt: string;
  fingerprint: string;
  vintages: readonly Vintage[];
  estimatedTimes: readonly TravelMode[];
  isRobustDesert: boolean;
  /** Of the five professions of everyday care, those farther than the bound. */
  missing: readonly SupplyKind[];
  values: readonly (PlaceValue &
    AccessAround & {
      id: IndicatorId;
      isFragile: boolean;
      published: { year: number; value: number; residual: number | null } | null;
    })[];
  near: readonly NearSite[];
  /** Published by DREES, oldest first. */
  publishedYears: readonly { year: number; value: number | null; value65OrLess: number | null }[];
};
