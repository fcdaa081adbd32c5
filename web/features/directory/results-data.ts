// What the results page hands to the browser: an answer, a question about the place, or faults.

import type { Need } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Appointment } from '#domain/journey/journey.ts';
import { type Locale, labelIn } from '#web/lib/locale.ts';
import type { PlaceAnswer } from './need-resolve.ts';
import type { SearchQuery } from './need-search.ts';
import type { SearchFormErrors, SearchFormValues } from './need-search-form.tsx';
import type { CardDetails, CardKey } from './results-card-model.ts';
import type { VisitLine } from './results-visits-model.ts';
import type { Ways } from './results-ways-model.ts';

export type AnswerData = {
  kind: 'answer';
  needLabel: string;
  placeName: string;
  placePoint: LonLat;
  values: SearchFormValues;
  search: SearchQuery;
  cards: readonly CardKey[];
  /** By entry id; empty in the browser, which keeps what the server wrote. */
  details: Readonly<Record<string, CardDetails>>;
  total: number;
  radiusMeters: number;
  widened: boolean;
  nextCursor: string | null;
  /** What comes to the person; empty in the browser, as details are. */
  visits: readonly VisitLine[];
  /** What the ways are for: that of the search, else an example. */
  appointment: Appointment;
  /** « Pour mardi 24 novembre à 10 h ». */
  when: string;
  /** What was ready when the page was written. */
  ways: Ways;
  /** Ids of the ways that were, which name their offers. */
  wayIds: readonly string[];
  /** Entries whose ways were not: the browser asks for them. */
  waiting: readonly string[];
  /** Whether this search is counted among those without a way, should the others find none either. */
  counted: boolean;
};

export type ChoiceData = {
  kind: 'choice';
  asked: string;
  options: readonly { label: string; detail: string; to: string }[];
};

export type FixData = {
  kind: 'fix';
  title: string;
  values: SearchFormValues;
  errors: SearchFormErrors;
};

export type ResultsData = AnswerData | ChoiceData | FixData;

/** The browser keeps the written cards and ways, and asks for the others, or for all with answers. */
export function handOver(data: ResultsData): ResultsData {
  if (data.kind !== 'answer') return data;
  return { ...data, details: {}, visits: [], ways: {} };
}

export function formValues(
  search: SearchQuery,
  need: Need | null,
  place: PlaceAnswer,
  locale: Locale,
): SearchFormValues {
  const known = place.kind === 'place' ? place.place : null;
  return {
    needId: need?.id ?? null,
    needText: need ? labelIn(need.label, locale) : search.need,
    placeKey: known?.key ?? null,
    placeText: known?.name ?? search.place,
    mode: search.mode,
    day: search.day,
    time: search.time,
    radiusMeters: search.radiusMeters,
    accessible: search.accessible,
  };
}
