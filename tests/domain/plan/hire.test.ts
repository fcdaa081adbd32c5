// A vehicle hired or lent as a way to care and back: fetched in time, given back while the place is open.

import { describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { FareComponent, HireVehicle } from '#domain/transport/fare.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { journeyRequest, offer, town, village } from '#tests/domain/plan/drawn-plan.ts';
import { clock, plainRoads } from '#tests/domain/plan/sud-charente.ts';
import {
  bookingRule,
  communes,
  everywhere,
  provenance,
  serviceCalendar,
  slots,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

/** Some 700 m from the village, 12 minutes on foot by the drawn roads. */
const NEAR: LonLat = [0.0585, 45.302];
const FAR: LonLat = [0.05, 45.42];
const TUESDAY = '2025-02-11';

const pays = (vehicle: HireVehicle, cents: number, hours: number): FareComponent => ({
  kind: 'period',
  options: [{ hours, cents }],
  vehicle,
  note: null,
  provenance,
});

function hire(
  change: {
    pattern?: Partial<TravelPattern>;
    at?: LonLat | null;
    vehicle?: HireVehicle;
    offer?: Partial<Offer>;
  } = {},
): Offer {
  const { at = NEAR, vehicle = 'car' } = change;
  return offer({
    id: 'hire',
    kind: 'rental',
    booking: bookingRule(),
    fares: [pays(vehicle, 900, 6)],
    places: [{ name: 'Le garage', address: null, insee: '16900', point: at }],
    patterns: [
      travelPattern({
        id: 'hire-counter',
        rule: 'starts_in',
        origin: communes(village.insee ?? ''),
        pickup: 'stop',
        calendar: serviceCalendar(),
        windows: slots('8-18'),
        durationFactor: 1,
        durationOffsetSeconds: 0,
        transferMarginMinutes: 10,
        ...change.pattern,
      }),
    ],
    ...change.offer,
  });
}

const licensed = { hasLicence: true };

function plan(request: Partial<JourneyRequest>, offers: Offer[]) {
  const asked = journeyRequest({ to: town, profile: licensed, ...request });
  return planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers,
    view: null,
    roads: plainRoads,
  });
}

function wayOf(request: Partial<JourneyRequest>, offers: Offer[]): JourneyOption {
  const { options, almost } = plan(request, offers);
  const found = [...options, ...almost].find(({ hire: kept }) => kept !== undefined);
  if (!found) throw new Error('No vehicle is proposed.');
  return found;
}

const at = (date: string, time: string, durationMinutes = 45) => ({
  date,
  minute: clock(time),
  durationMinutes,
});
const modes = (trip: JourneyOption['back']) => trip?.legs.map(({ mode }) => mode);
const codes = ({ notes }: JourneyOption) => notes.map(({ code }) => code);

describe('a car hired near home', () => {
  const way = wayOf({ appointment: at(TUESDAY, '10:00') }, [hire()]);
  const walk = way.outbound.legs[0];
  const drive = way.outbound.legs[1];

  test('is reached on foot, driven there, driven back, and left before walking home', () => {
    expect(modes(way.outbound)).toEqual(['walk', 'car']);
    expect(modes(way.back)).toEqual(['car', 'walk']);
    expect(way.back?.legs[0]?.from.name).toBe(town.name);
    expect(way.back?.legs.at(-1)?.to.name).toBe(village.name);
    expect(way.hire).toMatchObject({ vehicle: 'car', placeName: 'Le garage', fetch: null });
    expect(way.tier).toBe(0);
  });

  test('leaves the time of papers and keys, and arrives in time by road', () => {
    expect(drive?.departMinute).toBe((walk?.arriveMinute ?? 0) + 10);
    expect(drive?.arriveMinute).toBe(clock('9:50'));
    expect(way.hire?.fromMinute).toBe(walk?.arriveMinute);
    expect(way.back?.departMinute).toBe(clock('10:55'));
    expect(way.back?.legs[1]?.departMinute).toBe((way.hire?.toMinute ?? 0) + 10);
  });

  test('costs the time it is kept, the deposit apart, and is booked before it is fetched', () => {
    const deposit: FareComponent = { kind: 'deposit', cents: 30_000, note: null, provenance };
    const dear = pays('moped', 99_900, 1);
    const { price, calls } = wayOf({ appointment: at(TUESDAY, '10:00', 420) }, [
      hire({ offer: { fares: [pays('car', 300, 1), deposit, dear] } }),
    ]);
    // From 9:0x to 17:2x: nine hours; the scooter of the same offer is not counted.
    expect(price).toMatchObject({ minCents: 2700, maxCents: 2700, partial: false });
    expect(price.lines.find(({ code }) => code === 'deposit')?.minCents).toBe(30_000);
    expect(calls[0]).toMatchObject({
      rides: [],
      hire: { vehicle: 'car', placeName: 'Le garage', from: { date: TUESDAY } },
      deadline: { limit: { date: '2025-02-10', minute: 1020 } },
    });
  });

  test('is for nobody who has a car already', () => {
    const all = plan({ mode: 'car' }, [hire()]);
    expect([...all.options, ...all.almost].map(({ kind }) => kind)).toEqual(['own_car']);
  });

  test('is reached by whoever drives the person there, when that is quicker', () => {
    const { outbound, back } = wayOf({ mode: 'driven' }, [hire({ at: FAR })]);
    expect(outbound.legs.map(({ mode, offerId }) => [mode, offerId])).toEqual([
      ['car', null],
      ['car', 'hire'],
    ]);
    expect(back?.legs.map(({ offerId }) => offerId)).toEqual(['hire', null]);
  });
});

describe('a vehicle too far to walk to', () => {
  test('is kept apart, with how far it is, and never without a way back', () => {
    const way = wayOf({}, [hire({ at: FAR })]);
    expect(way.tier).toBe(3);
    expect(codes(way)).toContain('hire_out_of_reach');
    expect(way.back).not.toBeNull();
  });

  test('is reached where the same offer has another place, nearer', () => {
    const places = [FAR, NEAR].map((point, index) => ({
      name: `Place ${index}`,
      address: null,
      insee: null,
      point,
    }));
    expect(wayOf({}, [hire({ offer: { places } })]).hire?.placeName).toBe('Place 1');
  });

  test('is not even listed at the other end of the country', () => {
    const { options, almost } = plan({}, [hire({ at: [2.35, 48.85] })]);
    expect([...options, ...almost]).toEqual([]);
  });

  test('comes home when the offer brings it there, and is kept for as long', () => {
    const brought = hire({ at: null, pattern: { pickup: 'door' } });
    const way = wayOf({ appointment: at(TUESDAY, '10:00') }, [brought]);
    expect(way.tier).toBe(0);
    expect(way.hire).toMatchObject({ isDelivered: true, placeName: null, fetch: null });
    expect(modes(way.outbound)).toEqual(['car']);
    expect(way.hire?.fromMinute).toBe((way.outbound.departMinute ?? 0) - 10);
    expect(way.hire?.toMinute).toBe(way.back?.arriveMinute);
  });
});

describe('the hours of the place', () => {
  test('closed at the return, it is brought back the next morning, and the night is paid', () => {
    const way = wayOf({ appointment: at(TUESDAY, '17:00') }, [
      hire({ offer: { fares: [pays('car', 900, 12)] } }),
    ]);
    expect(modes(way.back)).toEqual(['car']);
    expect(way.hire?.bringBack?.legs.map(({ mode }) => mode)).toEqual(['car', 'walk']);
    expect(way.hire?.toMinute).toBe(1440 + clock('8:00'));
    expect(way.price.minCents).toBe(1800);
    // Hours asleep at home are not time on the way.
    expect(way.totalMinutes).toBeLessThan(240);
  });

  test('closed at the pick-up, it is fetched the evening before, and asked for before that', () => {
    const way = wayOf({ appointment: at(TUESDAY, '8:15') }, [hire()]);
    expect(way.hire?.fromMinute).toBe(clock('17:50') - 1440);
    expect(way.hire?.fetch?.legs.map(({ mode }) => mode)).toEqual(['walk', 'car']);
    expect(modes(way.outbound)).toEqual(['car']);
    expect(way.calls[0]?.hire?.from).toEqual({ date: '2025-02-10', minute: clock('17:50') });
    expect(way.calls[0]?.deadline?.limit.date).toBe('2025-02-09');
  });

  test('closed at noon, one waits a little, or goes home and comes back', () => {
    const noon = (to: string) => hire({ pattern: { windows: slots(`8-12 ${to}-18`) } });
    const appointment = at(TUESDAY, '10:40');
    expect(wayOf({ appointment }, [noon('12:30')]).hire?.bringBack).toBeNull();
    const later = wayOf({ appointment }, [noon('14')]);
    expect(later.hire?.bringBack?.departMinute).toBeLessThan(clock('14:00'));
    expect(later.hire?.toMinute).toBe(clock('14:00'));
  });

  test('open on Monday and Friday only, it is lent for the days between', () => {
    const lent = hire({
      pattern: { calendar: serviceCalendar({ weekdays: [1, 5] }), windows: slots('9-12') },
      offer: { kind: 'garage', fares: [pays('car', 500, 24)] },
    });
    const way = wayOf({ appointment: at('2025-02-12', '10:00') }, [lent]);
    expect(way.kind).toBe('garage');
    expect(way.calls[0]?.hire).toMatchObject({
      from: { date: '2025-02-10', minute: clock('11:50') },
      to: { date: '2025-02-14', minute: clock('9:00') },
    });
    expect(way.price.minCents).toBe(2000);
    expect(way.back).not.toBeNull();
  });

  test('open on no day around, it is kept apart and says so', () => {
    const never = hire({ pattern: { calendar: serviceCalendar({ endsOn: '2025-01-31' }) } });
    const way = wayOf({}, [never]);
    expect(way.tier).toBe(3);
    expect(codes(way)).toContain('hire_closed');
  });

  test('not known, they are to be asked: the way is to check', () => {
    const way = wayOf({}, [hire({ pattern: { windows: [] } })]);
    expect(way.tier).toBe(1);
    expect(codes(way)).toContain('hire_hours_unknown');
  });
});

describe('who may drive it', () => {
  test('nobody without a licence drives a car, and a licence not said is asked for', () => {
    expect(wayOf({ profile: { hasLicence: false } }, [hire()])).toMatchObject({
      tier: 3,
      eligibility: { value: false },
    });
    const unsaid = plan({ profile: {} }, [hire()]);
    expect(unsaid.options[0]).toMatchObject({ tier: 1, eligibility: { value: null } });
    expect(unsaid.questions).toEqual(['hasLicence']);
  });

  test('the licence is not asked when the vehicle cannot be reached anyway', () => {
    expect(plan({ profile: {} }, [hire({ at: FAR })]).questions).toEqual([]);
  });

  test('a bicycle asks for no licence, at its own speed, and not too far', () => {
    const near = { ...town, point: [0.09, 45.32] as LonLat };
    const way = wayOf({ to: near, profile: { hasLicence: false } }, [hire({ vehicle: 'bicycle' })]);
    expect(way).toMatchObject({ tier: 0, eligibility: { value: true } });
    const ride = way.outbound.legs[1];
    expect(ride?.mode).toBe('cycle');
    const minutes = (ride?.arriveMinute ?? 0) - (ride?.departMinute ?? 0);
    expect(minutes).toBe(Math.ceil((ride?.meters ?? 0) / 200));
    const far = plan({}, [hire({ vehicle: 'bicycle' })]);
    expect([...far.options, ...far.almost]).toEqual([]);
  });

  test('nobody who needs help to get in is proposed to ride alone', () => {
    const near = { ...town, point: [0.09, 45.32] as LonLat };
    const alone = (needs: JourneyRequest['needs'], vehicle: HireVehicle) =>
      plan({ to: near, needs }, [hire({ vehicle })]).options.filter((way) => way.hire);
    expect(alone(['wheelchair'], 'bicycle')).toEqual([]);
    expect(alone(['transfer_aid'], 'car')).toEqual([]);
    expect(alone(['transfer_aid', 'companion'], 'car')).toHaveLength(1);
  });

  test('a scooter is for a licence, for who was born before 1988, else to check; its time is an estimate', () => {
    const scooter = hire({ vehicle: 'moped' });
    const value = (profile: JourneyRequest['profile']) =>
      wayOf({ profile }, [scooter]).eligibility.value;
    expect(value({ hasLicence: true })).toBe(true);
    expect(value({ hasLicence: false, ageYears: 38 })).toBe(true);
    expect(value({ hasLicence: false, ageYears: 37 })).toBe(null);
    const ride = wayOf({}, [scooter]).outbound.legs[1];
    expect(ride).toMatchObject({ mode: 'moped', estimate: true });
    expect(
      (ride?.meters ?? 0) / ((ride?.arriveMinute ?? 0) - (ride?.departMinute ?? 0)),
    ).toBeLessThan(667);
  });

  test('the conditions of the offer count too, with their proof', () => {
    const way = wayOf({ profile: { hasLicence: true, benefits: [] } }, [
      hire({
        offer: {
          eligibility: {
            criterion: { kind: 'benefit', anyOf: ['rsa'] },
            proof: 'Attestation de RSA',
            weight: 'hard',
          },
        },
      }),
    ]);
    expect(way.tier).toBe(3);
    const unsaid = wayOf({}, [
      hire({
        offer: {
          eligibility: {
            criterion: { kind: 'low_income', label: 'moins de 1 000 €' },
            proof: 'Avis d’impôt',
            weight: 'hard',
          },
        },
      }),
    ]);
    expect(unsaid).toMatchObject({ tier: 1, toHave: ['Avis d’impôt'] });
  });
});

describe('what is not known of it', () => {
  test('without a known place it is kept apart: nobody is sent nowhere', () => {
    const way = wayOf({}, [hire({ at: null, pattern: { origin: everywhere } })]);
    expect(way).toMatchObject({ tier: 3, hire: { fromMinute: null, placeName: null } });
    expect(codes(way)).toContain('hire_place_unknown');
    expect(way.price).toMatchObject({ minCents: 900, partial: true });
  });

  test('an offer that says no vehicle proposes none', () => {
    const { options, almost } = plan({}, [hire({ offer: { fares: [] } })]);
    expect([...options, ...almost]).toEqual([]);
  });

  test('a way only to be driven by who may not drive does not stop looking for another', () => {
    const { changes } = plan({ profile: {} }, [
      hire(),
      offer({
        id: 'ride',
        kind: 'on_demand',
        booking: bookingRule({ channels: ['none'] }),
        patterns: [
          travelPattern({
            id: 'ride-door',
            origin: everywhere,
            calendar: serviceCalendar({ weekdays: [3] }),
          }),
        ],
      }),
    ]);
    expect(changes).toMatchObject([{ kind: 'other_day', date: '2025-02-12' }]);
  });
});
