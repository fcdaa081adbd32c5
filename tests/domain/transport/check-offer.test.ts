// Is every fault that would mislead a resident told before a publication, with where to mend it?

import { describe, expect, test } from 'vitest';
import { canPublish, checkOffer } from '#domain/transport/check-offer.ts';
import { blankDocument, type OfferDocument } from '#domain/transport/offer-document.ts';
import {
  bookingRule,
  communes,
  lineHours,
  provenance,
  serviceCalendar,
  unknownArea,
} from './drawn.ts';

import { GROUND, offerWith, told, withNotice, withPattern } from './drawn-offers.ts';

describe('an offer to publish', () => {
  test('that says everything has no notice', () => {
    expect(told(offerWith())).toEqual([]);
  });

  test('begun and left blank says what is missing, errors first', () => {
    const blank = blankDocument({
      id: 'o',
      kind: 'on_demand',
      territoryCodes: [],
      provider: null,
      sourceId: 'drawn',
    });
    expect(told(blank)).toEqual([
      'error missing_required_field offer.name',
      'error no_way_of_working offer.patterns',
      'error missing_pickup_drop_off_booking_rule_id offer.booking',
      'warning missing_recommended_field offer.summary',
      'warning unknown_price offer.fares',
    ]);
    expect(canPublish(checkOffer(blank, GROUND))).toBe(false);
  });

  test.each<[string, OfferDocument, string]>([
    ['no zone', withPattern({ origin: communes() }), 'error no_area offer.patterns.0.origin'],
    [
      'a zone not known',
      withPattern({ origin: unknownArea }),
      'warning unknown_area offer.patterns.0.origin',
    ],
    [
      'a way without its other end',
      withPattern({ rule: 'from_to' }),
      'error no_area offer.patterns.0.destination',
    ],
    [
      'a window that ends before it starts',
      withPattern({ windows: [{ from: 720, to: 540 }] }),
      'error invalid_pickup_drop_off_window offer.patterns.0.windows.0',
    ],
    [
      'windows that overlap',
      withPattern({
        windows: [
          { from: 480, to: 600 },
          { from: 590, to: 700 },
        ],
      }),
      'warning windows_overlap offer.patterns.0.windows.1',
    ],
    [
      'no day of the week',
      withPattern({ calendar: serviceCalendar({ weekdays: [] }) }),
      'error service_has_no_active_day_of_the_week offer.patterns.0.calendar.weekdays',
    ],
    [
      'a season over',
      withPattern({ calendar: serviceCalendar({ endsOn: '2026-11-26' }) }),
      'error expired_calendar offer.patterns.0.calendar.endsOn',
    ],
    [
      'a season that ends before it starts',
      withPattern({ calendar: serviceCalendar({ startsOn: '2027-02-01', endsOn: '2027-01-01' }) }),
      'error start_and_end_range_out_of_order offer.patterns.0.calendar.endsOn',
    ],
    [
      'a calendar without a day in its season',
      withPattern({
        calendar: serviceCalendar({ weekdays: [7], startsOn: '2026-11-30', endsOn: '2026-12-05' }),
      }),
      'error never_runs offer.patterns.0.calendar',
    ],
    [
      'distances the wrong way round',
      withPattern({ minKm: 40, maxKm: 20 }),
      'error distance_range_reversed offer.patterns.0.maxKm',
    ],
    [
      'a limit before bookings open',
      withNotice({
        kind: 'days_before',
        days: 3,
        businessDays: false,
        atMinute: 1020,
        opensDaysBefore: 2,
      }),
      'error prior_notice_last_day_after_start_day offer.booking.notice.opensDaysBefore',
    ],
    [
      'a limit at the hour bookings open',
      withNotice({
        kind: 'days_before',
        days: 2,
        businessDays: false,
        atMinute: 480,
        opensDaysBefore: 2,
        opensAtMinute: 480,
      }),
      'error prior_notice_last_day_after_start_day offer.booking.notice.opensDaysBefore',
    ],
    [
      'a longest notice under the shortest',
      withNotice({ kind: 'elapsed', minMinutes: 2880, maxMinutes: 1440 }),
      'error invalid_prior_notice_duration_min offer.booking.notice.maxMinutes',
    ],
    [
      'two openings',
      withNotice({ kind: 'elapsed', minMinutes: 60, maxMinutes: 1440, opensDaysBefore: 3 }),
      'error forbidden_prior_notice_start_day offer.booking.notice.opensDaysBefore',
    ],
    [
      'an hour of opening without its day',
      withNotice({ kind: 'elapsed', minMinutes: 60, maxMinutes: null, opensAtMinute: 480 }),
      'error forbidden_prior_notice_start_time offer.booking.notice.opensAtMinute',
    ],
    [
      'no way to book',
      offerWith({ booking: bookingRule({ channels: ['none'] }) }),
      'error no_way_to_book offer.booking.channels',
    ],
    [
      'a phone without its number',
      offerWith({ booking: bookingRule({ phone: null }) }),
      'error no_way_to_book offer.booking.phone',
    ],
    [
      'a number that is none',
      offerWith({ phone: '05 99' }),
      'error invalid_phone_number offer.phone',
    ],
    ['a mail that is none', offerWith({ email: 'chez moi' }), 'error invalid_email offer.email'],
    [
      'an address a browser would run',
      offerWith({ url: 'javascript:alert(1)' }),
      'error invalid_url offer.url',
    ],
    [
      'a line that never answers',
      offerWith({ booking: bookingRule({ lineHours: lineHours(['', '', '', '', '', '', '']) }) }),
      'error line_never_open offer.booking.lineHours',
    ],
    [
      'hours of a line not known',
      offerWith({ booking: bookingRule() }),
      'info line_hours_unknown offer.booking.lineHours',
    ],
    [
      'a price not said',
      offerWith({
        fares: [{ kind: 'membership', cents: 1000, per: 'year', note: null, provenance }],
      }),
      'warning unknown_price offer.fares',
    ],
    [
      'a range the wrong way round',
      offerWith({
        fares: [{ kind: 'flat', cents: 300, maxCents: 200, per: 'leg', note: null, provenance }],
      }),
      'error price_range_reversed offer.fares.0.maxCents',
    ],
    [
      'a zone that is not named',
      offerWith({
        fares: [
          {
            kind: 'zone',
            zones: [{ name: 'A', insees: [] }],
            prices: [{ from: 'A', to: 'B', cents: 200 }],
            note: null,
            provenance,
          },
        ],
      }),
      'error foreign_key_violation offer.fares.0.prices.0.to',
    ],
    [
      'a territory of others',
      offerWith({ territoryCodes: ['ailleurs'] }),
      'error foreign_territory offer.territoryCodes.0',
    ],
    [
      'a need that is not one',
      offerWith({ needIds: ['sorcier'] }),
      'error foreign_key_violation offer.needIds.0',
    ],
    [
      'a timetable nobody imported',
      offerWith({ feedId: 'perdu' }),
      'error foreign_key_violation offer.feedId',
    ],
    [
      'a line without hours',
      offerWith({ kind: 'scheduled_line', patterns: [], booking: null }),
      'error no_timetable timetable',
    ],
  ])('with %s is told', (_what, document, expected) => {
    expect(told(document)).toContain(expected);
  });

  test('may run only on days named one by one', () => {
    const exceptions = [{ date: '2026-12-24', runs: true, label: 'Réveillon' }];
    const calendar = serviceCalendar({ weekdays: [], exceptions });
    expect(told(withPattern({ calendar }))).toEqual([]);
  });

  test('says each fault in the step where it is mended', () => {
    const notices = checkOffer(withPattern({ windows: [{ from: 720, to: 540 }] }), GROUND);
    expect(notices).toMatchObject([{ step: 'quand', values: { from: 720, to: 540 } }]);
  });
});
