// What the results page hands to the browser: an answer, a question about the place, or faults.

import type { Need } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Appointment } from '#domain/journey/journey.ts';
import { type Locale, labelIn } from '#web/lib/locale.ts';
import type { PlaceAnswer } from './need-resolve.ts';
import type { SearchQuery } from './need-search.ts';
import type { SearchFormErrors, SearchFormValues } from './need-search-form.tsx';
import type { CardDetails, CardKey } from './results-card-model.ts';
import type { WaysModel } from './results-ways-model.ts';

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
  appointment: Appointment | null;
  /** True when the day was given without an hour: the hour is an example. */
  example: boolean;
  /** Null when the journeys were not ready: the browser asks again. */
  ways: WaysModel | null;
};

export type ChoiceData = {
  kind: 'choice';
  asked: string;
  options: readonly { label: string; detail: string; to: string }[];
};

export type FixData = { kind: 'fix'; values: SearchFormValues; errors: SearchFormErrors };

export type ResultsData = AnswerData | ChoiceData | FixData;

/** The browser keeps the written cards and ways as they are, and asks for missing ways itself. */
export function handOver(data: ResultsData): ResultsData {
  if (data.kind !== 'answer') return data;
  return { ...data, details: {}, ways: data.ways === null ? null : { when: '', byEntry: {} } };
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
