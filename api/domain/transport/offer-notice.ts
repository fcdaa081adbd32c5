// What is told to whoever prepares an offer: how serious, where to mend it, with which facts.

import { type FieldStep, stepOf } from '#domain/transport/offer-steps.ts';

/** `error` stops a publication; `warning` is shown before it; `info` helps. */
export type Severity = 'error' | 'warning' | 'info';

/** Codes of the canonical GTFS validator where it has one for the same fault, so that both can be compared. */
export const CANONICAL_CODES = [
  'missing_required_field',
  'missing_recommended_field',
  'missing_pickup_drop_off_booking_rule_id',
  'invalid_pickup_drop_off_window',
  'service_has_no_active_day_of_the_week',
  'start_and_end_range_out_of_order',
  'expired_calendar',
  'prior_notice_last_day_after_start_day',
  'invalid_prior_notice_duration_min',
  'forbidden_prior_notice_start_day',
  'forbidden_prior_notice_start_time',
  'foreign_key_violation',
  'duplicate_key',
  'invalid_phone_number',
  'invalid_email',
  'invalid_url',
  'stop_time_with_arrival_before_previous_departure_time',
  'fast_travel_between_consecutive_stops',
  'unusable_trip',
] as const;

/** What the validator has no word for. */
export const OWN_CODES = [
  'no_area',
  'unknown_area',
  'no_way_of_working',
  'no_way_to_book',
  'windows_overlap',
  'never_runs',
  'school_calendar_unknown',
  'line_hours_reversed',
  'line_never_open',
  'line_hours_unknown',
  'unknown_price',
  'price_range_reversed',
  'distance_range_reversed',
  'no_timetable',
  'foreign_territory',
  'social_transport_distance',
  'social_transport_distance_open',
  'social_transport_price',
  'social_transport_beneficiaries',
  'social_transport_association',
] as const;

export type NoticeCode = (typeof CANONICAL_CODES)[number] | (typeof OWN_CODES)[number];

/** Code des transports L3133-1, décret 2019-850 of 20 August 2019, arrêté of 17 October 2019. */
export const LEGAL_REFERENCES = ['L3133-1', 'decret-2019-850', 'arrete-2019-10-17'] as const;
export type LegalReference = (typeof LEGAL_REFERENCES)[number];

export type OfferNotice = {
  code: NoticeCode;
  severity: Severity;
  step: FieldStep;
  /** Path in the document, lists by rank: `offer.patterns.0.windows.1`. */
  field: string;
  /** What its sentence says: names, numbers, days. */
  values: Readonly<Record<string, string | number>>;
  legal: readonly LegalReference[];
};

export function noticeAt(
  field: string,
  code: NoticeCode,
  severity: Severity,
  values: OfferNotice['values'] = {},
  legal: readonly LegalReference[] = [],
): OfferNotice {
  return { code, severity, step: stepOf(field), field, values, legal };
}
