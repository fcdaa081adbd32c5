import { describe, expect, test } from 'vitest';
import type { JourneyRequest, Moment } from '#domain/journey/journey.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { journeyRequest, offer, volunteers } from '#tests/domain/plan/drawn-plan.ts';
import {
  bookingRule,
  communes,
  lineHours,
  provenance,
  serviceCalendar,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const NOW: Moment = { date: '2025-02-03', minute: 600 };

function visits(offers: readonly Offer[], change: Partial<JourneyRequest> = {}, now = NOW) {
  return visitingServices(journeyRequest(change), { now, offers });
}

/** A bus of care on the first Tuesday of the month, from 9 to 12, booked the day before by 17 h. */
const careBus = (change: Partial<Offer> = {}): Offer =>
  offer({
    id: 'care-bus',
    kind: 'itinerant',
    places: [{ name: 'Place de la mairie', address: null, insee: '16900', point: null }],
    patterns: [
      travelPattern({
        origin: communes('16900'),
        calendar: serviceCalendar({ weekdays: [2], nthOfMonth: [1] }),
        windows: [{ from: 540, to: 720 }],
      }),
    ],
    booking: bookingRule({
      lineHours: lineHours(['9-17', '9-17', '9-17', '9-17', '9-17', '', '']),
    }),
    fares: [{ kind: 'free', note: null, provenance }],
    ...change,
  });

describe('the service that comes', () => {
  test('says where it stands, when it comes next and whom to call before', () => {
    const [found] = visits([careBus()]);
    expect(found).toMatchObject({
      offerId: 'care-bus',
      placeName: 'Place de la mairie',
      // Monday 3 February at 10:00: the bus comes the next day.
      next: { date: '2025-02-04', fromMinute: 540, toMinute: 720 },
      price: { minCents: 0, maxCents: 0 },
    });
    expect(found?.calls[0]?.deadline?.answered).toEqual({ date: '2025-02-03', minute: 1020 });
  });

  test('is the next one that can still be booked', () => {
    const [found] = visits([careBus()], {}, { date: '2025-02-03', minute: 1021 });
    // The first Tuesday of March.
    expect(found?.next?.date).toBe('2025-03-04');
    expect(found?.state).toBe('open');
  });

  test('is left out when it never comes again, or not to this home', () => {
    const [pattern] = careBus().patterns;
    const ended = serviceCalendar({ weekdays: [2], endsOn: '2025-02-03' });
    expect(
      visits([careBus({ patterns: pattern ? [{ ...pattern, calendar: ended }] : [] })]),
    ).toEqual([]);
    const from = { ...journeyRequest().from, insee: '16999' };
    expect(visits([careBus()], { from })).toEqual([]);
    expect(visits([volunteers()])).toEqual([]);
  });

  test('is left out when it refuses the person or cannot meet a need', () => {
    const elders = careBus({
      eligibility: {
        criterion: { kind: 'age', min: 75, max: null },
        proof: 'Carte d’identité',
        weight: 'hard',
      },
    });
    expect(visits([elders], { profile: { ageYears: 60 } })).toEqual([]);
    expect(visits([elders])[0]?.eligibility.value).toBeNull();
    const stairs = careBus({ accommodations: [{ code: 'wheelchair', value: 'no', note: null }] });
    expect(visits([stairs], { needs: ['wheelchair'] })).toEqual([]);
  });

  test('comes at a time to agree when no hours are given, after those that have some', () => {
    const home = offer({
      id: 'a-nurse',
      kind: 'home_visit',
      patterns: [travelPattern({ origin: communes('16900') })],
      booking: bookingRule(),
    });
    const found = visits([home, careBus()]);
    expect(found.map(({ offerId }) => offerId)).toEqual(['care-bus', 'a-nurse']);
    expect(found[1]).toMatchObject({ next: null, placeName: null });
    expect(found[1]?.calls[0]).toMatchObject({ phone: '05 99 00 00 00', deadline: null });
  });
});
