import { describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import type { JourneyRequest, Moment } from '#domain/journey/journey.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { journeyRequest, offer, volunteers } from '#tests/domain/plan/drawn-plan.ts';
import {
  bookingRule,
  communes,
  lineHours,
  provenance,
  serviceCalendar,
  travelPattern,
  unknownArea,
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
      // Nobody said where on the map, but it is the commune of the home.
      place: { name: 'Place de la mairie', crowMeters: null, inHomeCommune: true },
      // Monday 3 February at 10:00: the bus comes the next day.
      next: { date: '2025-02-04', hours: [{ from: 540, to: 720 }] },
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

  test('that says no area is kept, and said to be checked', () => {
    const [pattern] = careBus().patterns;
    const anywhere = pattern ? [{ ...pattern, origin: unknownArea }] : [];
    expect(visits([careBus({ patterns: anywhere })])[0]?.areaKnown).toBe(false);
    expect(visits([careBus()])[0]?.areaKnown).toBe(true);
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
    expect(found[1]).toMatchObject({ next: null, place: null, others: [] });
    expect(found[1]?.calls[0]).toMatchObject({ phone: '05 99 00 00 00', deadline: null });
  });
});

describe('the need care is looked for', () => {
  const teeth = careBus({ id: 'teeth', needIds: ['dentiste'] });
  const vaccines = careBus({ id: 'vaccines', needIds: ['vaccination', 'medecin-generaliste'] });
  const silent = careBus({ id: 'a-silent', needIds: [] });
  const told = (careNeeds: readonly string[]) =>
    visits([silent, teeth, vaccines], { careNeeds }).map(({ offerId, needMatch }) => [
      offerId,
      needMatch,
    ]);

  test('leaves out services that say they answer others, and puts those that say nothing last', () => {
    expect(told(['vaccination'])).toEqual([
      ['vaccines', 'yes'],
      ['a-silent', 'to_check'],
    ]);
  });

  test('may be any of those a care place answers', () => {
    expect(told(['kine', 'dentiste', 'medecin-generaliste']).map(([id]) => id)).toEqual([
      'teeth',
      'vaccines',
      'a-silent',
    ]);
  });

  test('when it is not known leaves nobody out and asks nothing', () => {
    expect(told([])).toEqual([
      ['a-silent', 'not_asked'],
      ['teeth', 'not_asked'],
      ['vaccines', 'not_asked'],
    ]);
  });

  test('comes before the day: a later service that answers it is told first', () => {
    const later = { ...vaccines, patterns: [{ ...round('17900', 3), origin: communes('16900') }] };
    const found = visits([silent, later], { careNeeds: ['vaccination'] });
    expect(found.map(({ offerId }) => offerId)).toEqual(['vaccines', 'a-silent']);
    expect(found[0]?.next?.date.localeCompare(found[1]?.next?.date ?? '')).toBe(1);
  });
});

/** Every week on that day, in that commune, for whoever lives in the three communes around. */
function round(insee: string, weekday: number): TravelPattern {
  return travelPattern({
    id: `round-${insee}-${weekday}`,
    origin: communes('16900', '16901', '16902'),
    destination: { kind: 'communes', insees: [insee], label: `Bourg ${insee}` },
    calendar: serviceCalendar({ weekdays: [weekday] }),
    windows: [
      { from: 840, to: 1020 },
      { from: 540, to: 720 },
    ],
  });
}

describe('a round', () => {
  const walkIn = bookingRule({ channels: ['none'] });
  const centres = new Map<string, LonLat>([
    ['16900', [0.05, 45.3]],
    ['16901', [0.135, 45.4]],
    ['16902', [0.16, 45.65]],
  ]);
  const go = (weekdays: readonly [insee: string, weekday: number][], at = NOW) =>
    visitingServices(journeyRequest(), {
      now: at,
      offers: [
        careBus({
          places: [],
          patterns: weekdays.map(([insee, weekday]) => round(insee, weekday)),
          booking: walkIn,
          phone: '05 99 00 00 00',
        }),
      ],
      communeCentres: centres,
    })[0];

  test('names the place of each visit, how far it is, and a few other days', () => {
    const found = go([
      ['16901', 4],
      ['16900', 2],
    ]);
    const here = { name: 'Bourg 16900', crowMeters: 0, inHomeCommune: true };
    const there = { name: 'Bourg 16901', inHomeCommune: false };
    expect(found?.next).toEqual({
      date: '2025-02-04',
      hours: [
        { from: 540, to: 720 },
        { from: 840, to: 1020 },
      ],
      place: here,
    });
    expect(found?.others).toMatchObject([
      { date: '2025-02-06', place: there },
      { date: '2025-02-11', place: here },
      { date: '2025-02-13', place: there },
    ]);
    // 0.1° north and 0.085° east.
    expect(found?.others[0]?.place?.crowMeters).toBeGreaterThan(12_500);
    expect(found?.others[0]?.place?.crowMeters).toBeLessThan(13_500);
    expect(found).toMatchObject({ state: 'not_needed', phone: '05 99 00 00 00', calls: [] });
  });

  test('is told first where it is nearest, even when it stands sooner elsewhere', () => {
    const found = go([
      ['16901', 2],
      ['16900', 5],
    ]);
    expect(found?.next).toMatchObject({ date: '2025-02-07', place: { name: 'Bourg 16900' } });
    expect(found?.others.map(({ date }) => date)).toEqual([
      '2025-02-04',
      '2025-02-11',
      '2025-02-14',
    ]);
  });

  test('tells the stops near home only, unless it has none', () => {
    const near = go([
      ['16902', 2],
      ['16900', 5],
    ]);
    const stops = [near?.next, ...(near?.others ?? [])].map((visit) => visit?.place?.name);
    expect(new Set(stops)).toEqual(new Set(['Bourg 16900']));
    expect(go([['16902', 2]])?.place?.name).toBe('Bourg 16902');
  });

  test('without an appointment is still on while it stands there, with what is left of the day', () => {
    const during = { date: '2025-02-04', minute: 700 };
    expect(go([['16900', 2]], during)?.next).toMatchObject({
      date: '2025-02-04',
      hours: [
        { from: 540, to: 720 },
        { from: 840, to: 1020 },
      ],
    });
    expect(go([['16900', 2]], { ...during, minute: 721 })?.next?.hours).toEqual([
      { from: 840, to: 1020 },
    ]);
    expect(go([['16900', 2]], { ...during, minute: 1021 })?.next?.date).toBe('2025-02-11');
  });

  test('is told up to two months ahead, no further', () => {
    const [pattern] = [round('16900', 2)];
    const rare = { ...pattern, calendar: serviceCalendar({ startsOn: '2025-04-07' }) };
    const found = (now: Moment) =>
      visits([careBus({ patterns: [rare], booking: walkIn })], {}, now);
    // 62 days after 4 February is 7 April.
    expect(found({ date: '2025-02-03', minute: 0 })).toEqual([]);
    expect(found({ date: '2025-02-04', minute: 0 })[0]?.next?.date).toBe('2025-04-07');
  });
});
