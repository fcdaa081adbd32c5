// What is a territory made of, to the observatory: who lives where, who cares where, forty minutes around too?

import type { LonLat } from '#domain/geo.ts';
import type { PartialDate } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { HalfDayMask } from './half-days.ts';
import type { AgeCount } from './standardised-demand.ts';
import type { SupplyKind } from './supply.ts';

export type GroundCommune = {
  insee: Insee;
  name: string;
  departement: string;
  point: LonLat;
  /** Of the territory; else of the halo. */
  isInside: boolean;
  population: number;
  population75Plus: number | null;
  /** Null: only how many are 75 or older is known, or nothing. */
  ages: readonly AgeCount[] | null;
};

/** A square of 200 m. */
export type GroundTile = {
  id: string;
  insee: Insee;
  point: LonLat;
  population: number;
  aged65Plus: number;
};

export type GroundPractitioner = {
  entryId: string;
  name: string;
  kind: SupplyKind;
  /** One of all the practices of somebody; absent: this practice is all one knows of them. */
  personId?: string | undefined;
  /** Share of one head: who practises in two places counts half in each. */
  share: number;
};

/** One point where care is given. Its id is its point: what was reckoned for it stays true. */
export type GroundSite = {
  id: string;
  point: LonLat;
  insee: Insee;
  communeName: string;
  /** Name of the place by what is given there; none where only the commune is known. */
  placeNames: Readonly<Partial<Record<SupplyKind, string>>>;
  isInside: boolean;
  heads: Readonly<Partial<Record<SupplyKind, number>>>;
  practitioners: readonly GroundPractitioner[];
  /** Null: its hours are not known. */
  halfDays: HalfDayMask | null;
};

export type GroundSource = {
  id: string;
  name: string;
  publisher: string;
  date: PartialDate | null;
};

export type Ground = {
  territory: { code: string; name: string };
  /** Those of the territory first, each part in order of codes. */
  communes: readonly GroundCommune[];
  /** Of communes inside, in order of ids. Those around are counted whole, as the ministry does. */
  tiles: readonly GroundTile[];
  /** In order of ids. */
  sites: readonly GroundSite[];
  /** Communes whose care of this kind was counted, by a file or by the directory. */
  counted: Readonly<Record<SupplyKind, ReadonlySet<Insee>>>;
  /** A count that is out of proportion, to be confirmed. */
  doubtful: readonly { insee: Insee; name: string; kind: SupplyKind; headCount: number }[];
  sources: {
    population: readonly GroundSource[];
    supply: readonly GroundSource[];
    published: readonly GroundSource[];
  };
};

/** The same point, the same site: a decimetre apart is a metre of rounding. */
export const siteIdOf = ([lon, lat]: LonLat): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;
