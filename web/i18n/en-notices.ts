// What stands between a draft and its publication, in English: one sentence a notice, with what to do.

import type { LegalReference, NoticeCode, OfferNotice } from '#domain/transport/offer-notice.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frNotices } from '#web/i18n/fr-notices.ts';

type Values = OfferNotice['values'];

const said = (values: Values, name: string): string => String(values[name] ?? '');
const hour = (values: Values, name: string): string => f.hour(Number(values[name] ?? 0));
const day = (values: Values, name: string): string => f.factDate(said(values, name));
const euros = (values: Values, name: string): string => f.euros(Number(values[name] ?? 0));
const trip = (values: Values): string =>
  `trip ${said(values, 'trip')} ${Number(values['direction']) === 1 ? 'back' : 'there'}`;
const km = (values: Values, name: string): string => `${f.number(Number(values[name] ?? 0))} km`;

const MISSING: Readonly<Record<string, string>> = {
  'offer.name': 'Give the offer a name.',
  'offer.summary': 'Say in one sentence what you do: people read it first.',
};

const CHANNELS: Readonly<Record<string, string>> = {
  phone: 'People book by phone, but the number is missing.',
  text: 'People book by text message, but the number is missing.',
  email: 'People book by email, but the address is missing.',
  online: 'People book online, but the address of the site is missing.',
};

const SENTENCES: Readonly<Record<NoticeCode, (values: Values, field: string) => string>> = {
  missing_required_field: (_, field) => MISSING[field] ?? 'An answer is missing.',
  missing_recommended_field: (_, field) => MISSING[field] ?? 'An answer would help here.',
  missing_pickup_drop_off_booking_rule_id: () =>
    'Say how to book: without it, nobody will know how to reach you.',
  invalid_pickup_drop_off_window: (values) =>
    `Hours end before they begin: from ${hour(values, 'from')} to ${hour(values, 'to')}.`,
  service_has_no_active_day_of_the_week: () => 'Choose at least one day of the week.',
  start_and_end_range_out_of_order: (values) =>
    `The season ends (${day(values, 'to')}) before it begins (${day(values, 'from')}).`,
  expired_calendar: (values) => `The service ended on ${day(values, 'to')}. Change the last day.`,
  prior_notice_last_day_after_start_day: (values) =>
    `Bookings open ${said(values, 'opens')} days before, but close ${said(values, 'days')} days before: they close before they open.`,
  invalid_prior_notice_duration_min: (values) =>
    `People must book at least ${f.duration(Number(values['minMinutes'] ?? 0))} before, but at most ${f.duration(Number(values['maxMinutes'] ?? 0))}: that cannot be.`,
  forbidden_prior_notice_start_day: () => 'Choose one way to say when bookings open.',
  forbidden_prior_notice_start_time: () => 'An hour when bookings open is given without the day.',
  foreign_key_violation: (values) =>
    `“${said(values, 'name')}” is named here, but does not exist or no longer does.`,
  duplicate_key: (values) => `“${said(values, 'name')}” is written twice.`,
  invalid_phone_number: (values) =>
    `“${said(values, 'value')}” is not a phone number. Write for example 05 45 00 00 00.`,
  invalid_email: (values) => `“${said(values, 'value')}” is not an email address.`,
  invalid_url: (values) =>
    `“${said(values, 'value')}” is not the address of a site. It begins with https://.`,
  stop_time_with_arrival_before_previous_departure_time: (values) =>
    `On ${trip(values)}, the call at “${said(values, 'to')}”, at ${hour(values, 'minute')}, is earlier than that at “${said(values, 'from')}”, at ${hour(values, 'before')}.`,
  fast_travel_between_consecutive_stops: (values) =>
    `On ${trip(values)}, from “${said(values, 'from')}” to “${said(values, 'to')}”, the vehicle would go at ${f.number(Number(values['kmPerHour'] ?? 0))} km/h. Check the hours.`,
  unusable_trip: (values) => `The ${trip(values)} calls at fewer than two stops.`,
  no_area: () => 'Say where the service works.',
  unknown_area: () => 'The area is not known: the offer is proposed for no journey until it is.',
  no_way_of_working: () => 'Say where and when the service works.',
  no_way_to_book: (values) => CHANNELS[said(values, 'channel')] ?? 'Say by which means to book.',
  windows_overlap: (values) =>
    `The hours from ${hour(values, 'from')} to ${hour(values, 'to')} overlap others.`,
  never_runs: () => 'With these days and dates, the service never runs.',
  school_calendar_unknown: () =>
    'School holidays of the coming months are not known: choose the school zone.',
  line_hours_reversed: (values) =>
    `Hours of the phone line end before they begin: from ${hour(values, 'from')} to ${hour(values, 'to')}.`,
  line_never_open: () => 'By these hours, nobody ever answers the phone.',
  line_hours_unknown: () =>
    'Say when somebody answers the phone: people will call at the right time.',
  unknown_price: () => 'No price is given. Say it also when it is free.',
  price_range_reversed: (values) =>
    `The lowest price (${euros(values, 'minCents')}) is above the highest (${euros(values, 'maxCents')}).`,
  distance_range_reversed: (values) =>
    `The shortest distance (${km(values, 'minKm')}) is above the longest (${km(values, 'maxKm')}).`,
  no_timetable: () => 'A line has stops and hours: they are missing.',
  foreign_territory: (values) =>
    `Your organization does not work on the territory “${said(values, 'name')}”.`,
  social_transport_distance: (values) =>
    `Social transport goes no further than ${said(values, 'limit')} km; this offer goes to ${km(values, 'maxKm')}.`,
  social_transport_distance_open: (values) =>
    `No distance is given. Social transport goes no further than ${said(values, 'limit')} km.`,
  social_transport_price: (values) =>
    `Social transport asks at most ${euros(values, 'limit')} a kilometre; this offer asks ${euros(values, 'centsPerKm')}.`,
  social_transport_beneficiaries: () =>
    'Social transport is for people of rural places or of small means: say so in “For whom”.',
  social_transport_association: (values) =>
    `Social transport is run by an association; ${said(values, 'name')} is not one.`,
};

const LEGAL: Readonly<Record<LegalReference, string>> = {
  'L3133-1': 'Transport code, article L3133-1',
  'decret-2019-850': 'Decree 2019-850 of 20 August 2019',
  'arrete-2019-10-17': 'Order of 17 October 2019',
};

export const enNotices = {
  sentence: ({ code, values, field }: OfferNotice): string => SENTENCES[code](values, field),
  legal: LEGAL,
  groups: {
    error: 'To mend before publishing',
    warning: 'Worth a look',
    info: 'To help',
  },
} satisfies typeof frNotices;
