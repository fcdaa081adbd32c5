// Offers, rules and fares drawn for the tests of transport, with one thing changed at a time.

import type { LonLat } from '#domain/geo.ts';
import type { Provenance } from '#domain/provenance.ts';
import type {
  BookingRule,
  LineHours,
  ServiceArea,
  ServiceCalendar,
  TravelPattern,
} from '#domain/transport/offer.ts';

export const provenance: Provenance = {
  sourceId: 'drawn',
  asOf: '2026-11',
  confirmedOn: null,
  confidence: 'high',
};

/** Hours as « 9-12 14-17:30 » for each day, Monday first; empty text: closed. */
export function lineHours(days: readonly string[], closedOnHolidays = true): LineHours {
  return { week: days.map(slots), closedOnHolidays };
}

export function slots(text: string): { from: number; to: number }[] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => {
      const [from, to] = each.split('-').map((clock) => {
        const [hours, minutes] = clock.split(':');
        return Number(hours) * 60 + Number(minutes ?? 0);
      });
      return { from: from ?? 0, to: to ?? 0 };
    });
}

export function bookingRule(change: Partial<BookingRule> = {}): BookingRule {
  return {
    notice: {
      kind: 'days_before',
      days: 1,
      businessDays: false,
      atMinute: 1020,
      opensDaysBefore: null,
    },
    channels: ['phone'],
    phone: '05 99 00 00 00',
    url: null,
    email: null,
    lineHours: null,
    firstTripDays: null,
    urgentPossible: false,
    cancelBeforeMinutes: null,
    toSay: [],
    provenance,
    ...change,
  };
}

export function serviceCalendar(change: Partial<ServiceCalendar> = {}): ServiceCalendar {
  return {
    weekdays: [1, 2, 3, 4, 5],
    holidays: 'closed',
    school: 'any',
    nthOfMonth: null,
    startsOn: null,
    endsOn: null,
    exceptions: [],
    ...change,
  };
}

export function communes(...insees: string[]): ServiceArea {
  return { kind: 'communes', insees, label: insees.join(', ') };
}

export function namedPoints(
  ...points: [name: string, point: LonLat, radiusMeters: number][]
): ServiceArea {
  return {
    kind: 'points',
    points: points.map(([name, point, radiusMeters]) => ({ id: name, name, point, radiusMeters })),
    label: points.map(([name]) => name).join(', '),
  };
}

export const everywhere: ServiceArea = { kind: 'everywhere', label: 'partout' };
export const unknownArea: ServiceArea = { kind: 'unknown', label: 'à préciser' };

export function travelPattern(change: Partial<TravelPattern> = {}): TravelPattern {
  return {
    id: 'pattern',
    rule: 'within',
    origin: everywhere,
    destination: null,
    bothWays: false,
    pickup: 'door',
    roundTrip: 'allowed',
    waitMaxMinutes: null,
    maxKm: null,
    calendar: serviceCalendar(),
    windows: [],
    durationFactor: 1.3,
    durationOffsetSeconds: 300,
    feeder: 'no',
    transferMarginMinutes: 10,
    ...change,
  };
}
