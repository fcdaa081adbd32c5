// Offers each at fault in one way: every notice a check may give, by its code.

import type { Offer } from '#domain/transport/offer.ts';
import type { LineTimetable, LineTrip, OfferDocument } from '#domain/transport/offer-document.ts';
import type { NoticeCode } from '#domain/transport/offer-notice.ts';
import {
  bookingRule,
  communes,
  lineHours,
  provenance,
  serviceCalendar,
  unknownArea,
} from './drawn.ts';
import { ASSOCIATION, offerWith, perKm, withNotice, withPattern } from './drawn-offers.ts';

const flat = (cents: number, maxCents: number) =>
  ({ kind: 'flat', cents, maxCents, per: 'leg', note: null, provenance }) as const;
const banded = (fromKm: number, toKm: number) => ({ ...perKm(30), band: { fromKm, toKm } });
const zones = (names: readonly string[], from: string, to: string): OfferDocument =>
  offerWith({
    fares: [
      {
        kind: 'zone',
        zones: names.map((name) => ({ name, insees: [] })),
        prices: [{ from, to, cents: 200 }],
        note: null,
        provenance,
      },
    ],
  });
const bookedBy = (change: Parameters<typeof bookingRule>[0]) =>
  offerWith({ booking: bookingRule(change) });
const week = (first: { from: number; to: number }) => ({
  ...lineHours(['', '9-12', '', '', '', '', '']),
  week: [[first], [{ from: 540, to: 720 }], [], [], [], [], []],
});

const STOPS = ['Gare', 'Mairie', 'Santé'].map((name, rank) => ({
  id: `s${rank}`,
  name,
  insee: null,
  point: [0.1 * rank, 45] as const,
}));

/** A line whose second trip is the faulty one, there or back. */
export function lineWith(change: Partial<LineTrip>, more: Partial<LineTimetable> = {}) {
  const document = offerWith({ kind: 'scheduled_line', booking: null, patterns: [] });
  const way = { headsign: 'Santé', stopIds: STOPS.map(({ id }) => id) };
  const trip: LineTrip = {
    id: 't1',
    direction: 0,
    calendar: 'semaine',
    minutes: [480, 490, 500],
    note: null,
  };
  const timetable: LineTimetable = {
    stops: STOPS.map((stop) => ({ ...stop, point: [...stop.point] })),
    directions: [way, { ...way, headsign: 'Gare' }],
    calendars: [{ name: 'semaine', calendar: serviceCalendar() }],
    trips: [trip, { ...trip, id: 't2', ...change }],
    ...more,
  };
  return { ...document, timetable };
}

export const FAULTY_OFFERS: Readonly<Record<NoticeCode, readonly OfferDocument[]>> = {
  missing_required_field: [offerWith({ name: ' ' })],
  missing_recommended_field: [offerWith({ summary: '' })],
  missing_pickup_drop_off_booking_rule_id: [offerWith({ booking: null })],
  invalid_pickup_drop_off_window: [withPattern({ windows: [{ from: 720, to: 540 }] })],
  service_has_no_active_day_of_the_week: [
    withPattern({ calendar: serviceCalendar({ weekdays: [] }) }),
  ],
  start_and_end_range_out_of_order: [
    withPattern({ calendar: serviceCalendar({ startsOn: '2027-02-01', endsOn: '2027-01-01' }) }),
  ],
  expired_calendar: [withPattern({ calendar: serviceCalendar({ endsOn: '2026-11-26' }) })],
  prior_notice_last_day_after_start_day: [
    withNotice({
      kind: 'days_before',
      days: 3,
      businessDays: false,
      atMinute: 1020,
      opensDaysBefore: 2,
    }),
    withNotice({ kind: 'elapsed', minMinutes: 5000, maxMinutes: null, opensDaysBefore: 2 }),
  ],
  invalid_prior_notice_duration_min: [
    withNotice({ kind: 'elapsed', minMinutes: 2880, maxMinutes: 1440 }),
  ],
  forbidden_prior_notice_start_day: [
    withNotice({ kind: 'elapsed', minMinutes: 60, maxMinutes: 1440, opensDaysBefore: 3 }),
  ],
  forbidden_prior_notice_start_time: [
    withNotice({ kind: 'elapsed', minMinutes: 60, maxMinutes: null, opensAtMinute: 480 }),
  ],
  foreign_key_violation: [
    offerWith({ needIds: ['sorcier'] }),
    offerWith({ feedId: 'perdu' }),
    zones(['A'], 'A', 'B'),
    lineWith({ calendar: 'fériés' }),
    lineWith(
      {},
      {
        directions: [
          { headsign: '', stopIds: ['s9'] },
          { headsign: '', stopIds: [] },
        ],
      },
    ),
  ],
  duplicate_key: [zones(['A', 'A'], 'A', 'A')],
  invalid_phone_number: [offerWith({ phone: '05 99' }), bookedBy({ phone: '05 98' })],
  invalid_email: [
    offerWith({ email: 'chez moi' }),
    bookedBy({ channels: ['email'], email: 'chez nous' }),
  ],
  invalid_url: [
    offerWith({ url: 'javascript:alert(1)' }),
    bookedBy({ channels: ['online'], url: 'ici' }),
  ],
  stop_time_with_arrival_before_previous_departure_time: [
    lineWith({ minutes: [480, 470, 500] }),
    lineWith({ direction: 1, minutes: [480, 490, 460] }),
  ],
  fast_travel_between_consecutive_stops: [lineWith({ minutes: [480, 481, 500] })],
  unusable_trip: [
    lineWith({ minutes: [null, 490, null] }),
    lineWith({ direction: 1, minutes: [] }),
  ],
  no_area: [withPattern({ origin: communes() }), withPattern({ rule: 'from_to' })],
  unknown_area: [
    withPattern({ origin: unknownArea }),
    withPattern({ rule: 'from_to', destination: unknownArea }),
  ],
  no_way_of_working: [offerWith({ patterns: [] })],
  no_way_to_book: [
    bookedBy({ channels: ['none'] }),
    bookedBy({ phone: null }),
    bookedBy({ channels: ['text'], phone: null }),
    bookedBy({ channels: ['email'] }),
    bookedBy({ channels: ['online'] }),
  ],
  windows_overlap: [
    withPattern({
      windows: [
        { from: 480, to: 600 },
        { from: 590, to: 700 },
      ],
    }),
  ],
  never_runs: [
    withPattern({
      calendar: serviceCalendar({ weekdays: [7], startsOn: '2026-11-30', endsOn: '2026-12-05' }),
    }),
  ],
  school_calendar_unknown: [
    withPattern({ calendar: serviceCalendar({ startsOn: '2027-09-01', school: 'term' }) }),
  ],
  line_hours_reversed: [bookedBy({ lineHours: week({ from: 720, to: 540 }) })],
  line_never_open: [bookedBy({ lineHours: lineHours(['', '', '', '', '', '', '']) })],
  line_hours_unknown: [bookedBy({ lineHours: null })],
  unknown_price: [offerWith({ fares: [] })],
  price_range_reversed: [
    offerWith({ fares: [flat(300, 200)] }),
    offerWith({ fares: [perKm(31, 20)] }),
    offerWith({
      fares: [
        perKm(30),
        { kind: 'limits', minCents: 900, maxCents: 700, per: 'leg', note: null, provenance },
      ],
    }),
  ],
  distance_range_reversed: [
    withPattern({ minKm: 40, maxKm: 20 }),
    offerWith({ fares: [banded(30, 10)] }),
    offerWith({ fares: [{ ...flat(200, 300), band: { fromKm: 30, toKm: 10 } }] }),
  ],
  no_timetable: [offerWith({ kind: 'scheduled_line', patterns: [], booking: null })],
  foreign_territory: [offerWith({ territoryCodes: ['ailleurs'] })],
  social_transport_distance: [withPattern({ maxKm: 130 })],
  social_transport_distance_open: [withPattern({ maxKm: null })],
  social_transport_price: [
    offerWith({ fares: [perKm(45)] }),
    offerWith({ fares: [perKm(20, 40)] }),
  ],
  social_transport_beneficiaries: [offerWith({ eligibility: null })],
  social_transport_association: [
    offerWith({ provider: { ...ASSOCIATION, kind: 'company' } as Offer['provider'] }),
  ],
};
