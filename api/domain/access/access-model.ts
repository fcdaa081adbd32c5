// What does a browser need to try scenarios on a territory, for one profession, and in what form is it sent?
//
// Pairs go as base64 of typed arrays, least byte first: a fifth of their JSON, read in a millisecond.

import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import { base64Of, numbersIn } from './base-64.ts';
import type { Decay } from './decay.ts';
import type { HalfDayMask } from './half-days.ts';
import type { NoCarModel } from './no-car-model.ts';
import type { AccessProfession } from './professions.ts';
import { checkRow, rowOf, type TravelPairs } from './travel-pairs.ts';

/** Where people live. Those of the halo count as demand, and are not shown. */
export type ModelPlace = {
  /** INSEE code of the commune, or the name of a tile. */
  id: string;
  /** Commune of a tile; absent: `id` is the commune. */
  insee?: string | undefined;
  name: string;
  point: LonLat;
  isInside: boolean;
  population: number;
  /** Null: not known. */
  population75Plus: number | null;
  /** Standardised inhabitants. */
  demand: number;
};

export type ModelPractitioner = {
  /** Of one practice. */
  entryId: string;
  /** One of all the practices of somebody; absent: this practice is all one knows of them. */
  personId?: string | undefined;
  name: string;
  fullTime: number;
};

export type ModelSite = {
  id: string;
  /** What one calls it: « Maison de santé, Chalais ». */
  label: string;
  communeName: string;
  point: LonLat;
  isInside: boolean;
  /** In the unit of access: acts a year, or full-time posts. */
  supply: number;
  /** Empty where only their number is known, or told. */
  practitioners: readonly ModelPractitioner[];
  /** Null: its hours are not known. */
  halfDays: HalfDayMask | null;
};

/** `threshold`: a legal text sets it; `national_mean`: what the country has. */
export type Hinge = { value: number; kind: 'threshold' | 'national_mean' };

export type EncodedPairs = { siteStarts: string; places: string; tenths: string };

export type AccessModel = {
  territory: string;
  territoryName: string;
  profession: AccessProfession;
  /** Editions of what it was reckoned on, by source. */
  vintages: Readonly<Record<string, string>>;
  /** Changes as soon as a figure may. */
  fingerprint: string;
  decay: Decay;
  /** Access is shown times this: 1, or 100,000 for full-time posts. */
  shownTimes: number;
  /** As shown; null: none is known. */
  hinge: Hinge | null;
  /** Supply of one full-time post. */
  supplyAFullTime: number;
  timesKind: 'roads' | 'estimate';
  places: readonly ModelPlace[];
  sites: readonly ModelSite[];
  /** By car, from places to sites. */
  pairs: EncodedPairs;
  /** Places where a site may open, as numbers, and the times to them; null: only estimated times are known. */
  candidates: { places: readonly number[]; pairs: EncodedPairs } | null;
  /** What people do without a car. */
  noCar: NoCarModel;
};

/** As told to everybody: how much care a place has, never whose. */
export const withoutNames = (model: AccessModel): AccessModel => ({
  ...model,
  sites: model.sites.map((site) => ({ ...site, practitioners: [] })),
});

export const encodePairs = ({ siteStarts, places, tenths }: TravelPairs): EncodedPairs => ({
  siteStarts: base64Of(siteStarts, 4),
  places: base64Of(places, 4),
  tenths: base64Of(tenths, 2),
});

/** Throws a `bad_request` on what are no pairs of so many places and sites. */
export function decodePairs(
  encoded: EncodedPairs,
  placeCount: number,
  siteCount: number,
): TravelPairs {
  const siteStarts = Uint32Array.from(numbersIn(encoded.siteStarts, 4));
  const places = Uint32Array.from(numbersIn(encoded.places, 4));
  const tenths = Uint16Array.from(numbersIn(encoded.tenths, 2));
  const count = siteStarts[siteCount] ?? -1;
  if (siteStarts.length !== siteCount + 1 || places.length !== count || tenths.length !== count) {
    throw new AppError(
      'bad_request',
      `Pairs: expected those of ${siteCount} sites, received ${siteStarts.length} starts, ${places.length} places, ${tenths.length} times.`,
    );
  }
  const pairs = { placeCount, siteCount, siteStarts, places, tenths };
  for (let site = 0; site < siteCount; site++) {
    checkRow(rowOf(pairs, site), placeCount, `site ${site}`);
  }
  return pairs;
}
