// Territories, their communes, and the numbers to call there.

import type { LonLat } from '#domain/geo.ts';
import type { Provenance } from '#domain/provenance.ts';

/** Five characters of the official geographic code (INSEE), a text: '16020', '2A004'. */
export type Insee = string;

/** `bourg` is the town hall or market place; `area_centre` is the middle of the commune's area. */
export type PointKind = 'bourg' | 'area_centre';

export type Commune = {
  insee: Insee;
  name: string;
  epciSiren: string | null;
  departement: string;
  point: LonLat;
  pointKind: PointKind;
  postcodes: readonly string[];
  population: number;
  /** Null: not known, which is never « none ». */
  population75Plus: number | null;
  populationYear: number;
};

/** A commune merged into another: people still use its name. */
export type FormerCommune = { insee: Insee; name: string; currentInsee: Insee };

export type Epci = { siren: string; name: string };

/** When to use which number, one tap away on every page. `when` is a sentence for a resident. */
export type HelpNumber = {
  number: string;
  label: string;
  when: string;
  kind: 'emergency' | 'out_of_hours' | 'listening';
};

export type TerritoryContact = {
  label: string;
  phone: string | null;
  email: string | null;
  url: string | null;
};

/** The area of a Contrat Local de Santé. `colours` are CSS colours of its own identity. */
export type Territory = {
  code: string;
  name: string;
  holder: string;
  epcis: readonly Epci[];
  communeInsees: readonly Insee[];
  colours: { main: string; soft: string };
  contacts: readonly TerritoryContact[];
  helpNumbers: readonly HelpNumber[];
  /** `full`: entries and offers are described; `outline`: only the facts at hand. */
  coverage: 'full' | 'outline';
  provenance: Provenance;
};

/**
 * What a place is called in addresses and requests: the INSEE code of a commune, or a street of the Base
 * Adresse Nationale with or without a number: '16020', '16020_0070', '16020_0070_12bis'.
 */
export type PlaceKey = string;

export const PLACE_KEY = /^\d[\dAB]\d{3}(_[0-9A-Za-z]{1,12}(_\d{1,4}[a-z]{0,9})?)?$/;

/**
 * One line of the place search. `matched` says why: « Aignes-et-Puypéroux, aujourd'hui Val des Vignes ».
 * Of an address, `insee` and `postcode` are those of its commune, which `name` names.
 */
export type PlaceSuggestion = {
  key: PlaceKey;
  insee: Insee;
  name: string;
  postcode: string;
  point: LonLat;
  matched: 'name' | 'former_name' | 'locality' | 'postcode' | 'address';
  matchedText: string;
  territoryCode: string | null;
};
