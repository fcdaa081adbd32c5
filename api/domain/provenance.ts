// Where a fact comes from and how old it is. A fact without both is never shown as a fact.

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': public facts are often dated to the month only. */
export type PartialDate = string;

export type Confidence = 'high' | 'medium' | 'low';

/** `confirmedOn`: a person checked it that day, which is not the day a row was written. */
export type Provenance = {
  sourceId: string;
  asOf: PartialDate | null;
  confirmedOn: PartialDate | null;
  confidence: Confidence;
};

/** A public document or file facts were read in. */
export type Source = {
  id: string;
  name: string;
  publisher: string;
  url: string | null;
  licence: string | null;
  date: PartialDate | null;
  note: string | null;
};

/** One field of one thing, with its own origin; shown on the entry page, field by field. */
export type Assertion = { field: string; provenance: Provenance };

/** What ages at which pace: see `freshnessOf`. */
export type FactKind =
  | 'identity'
  | 'address'
  | 'phone'
  | 'hours'
  | 'price'
  | 'rule'
  | 'new_patients';

/** `dated`: shown with its date; `to_confirm`: shown « à confirmer » (too old, or weak). */
export type Freshness = 'confirmed' | 'dated' | 'to_confirm';
