// A car hired near the drawn village, with one thing changed at a time, and the way it makes.

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
  provenance,
  serviceCalendar,
  slots,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

/** Some 700 m from the village, 12 minutes on foot by the drawn roads. */
export const NEAR: LonLat = [0.0585, 45.302];
export const FAR: LonLat = [0.05, 45.42];
export const TUESDAY = '2025-02-11';

export const pays = (vehicle: HireVehicle, cents: number, hours: number): FareComponent => ({
  kind: 'period',
  options: [{ hours, cents }],
  vehicle,
  note: null,
  provenance,
});

export function hire(
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

export const licensed = { hasLicence: true };

export function plan(request: Partial<JourneyRequest>, offers: Offer[]) {
  const asked = journeyRequest({ to: town, profile: licensed, ...request });
  return planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers,
    view: null,
    roads: plainRoads,
  });
}

export function wayOf(request: Partial<JourneyRequest>, offers: Offer[]): JourneyOption {
  const { options, almost } = plan(request, offers);
  const found = [...options, ...almost].find(({ hire: kept }) => kept !== undefined);
  if (!found) throw new Error('No vehicle is proposed.');
  return found;
}

export const at = (date: string, time: string, durationMinutes = 45) => ({
  date,
  minute: clock(time),
  durationMinutes,
});
export const modes = (trip: JourneyOption['back']) => trip?.legs.map(({ mode }) => mode);
export const codes = ({ notes }: JourneyOption) => notes.map(({ code }) => code);
