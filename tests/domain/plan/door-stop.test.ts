// Is a ride from stop to stop told with its stops, and the way on foot to them?

import { describe, expect, test } from 'vitest';
import { dayView } from '#domain/journey/day-view.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import {
  citySurgery,
  journeyRequest,
  lineTimetable,
  offer,
  town,
  village,
} from '#tests/domain/plan/drawn-plan.ts';
import { plainRoads } from '#tests/domain/plan/sud-charente.ts';
import {
  bookingRule,
  communes,
  namedPoints,
  travelPattern,
} from '#tests/domain/transport/drawn.ts';

const TIMETABLE = lineTimetable();
/** About 800 m from the door of the village, and 1.1 km; 400 m from that of the town. */
const CHURCH = [0.06, 45.3] as const;
const MILL = [0.05, 45.31] as const;
const MARKET = [0.14, 45.4] as const;
const SURGERY = [town.point[0] + 0.0001, town.point[1]] as const;

function bus(pattern: Partial<TravelPattern>, change: Partial<Offer> = {}): Offer {
  return offer({
    id: 'bus',
    kind: 'on_demand',
    booking: bookingRule({ notice: { kind: 'real_time' } }),
    patterns: [
      travelPattern({
        pickup: 'stop',
        bothWays: true,
        origin: namedPoints(['Le Moulin', MILL, 2_000], ['Église', CHURCH, 2_000]),
        rule: 'from_to',
        destination: namedPoints(['Halles', MARKET, 1_000]),
        durationFactor: 1,
        durationOffsetSeconds: 0,
        ...pattern,
      }),
    ],
    ...change,
  });
}

function plan(one: Offer, request: Partial<JourneyRequest> = {}, withLine = false) {
  const asked = journeyRequest({ to: town, ...request });
  return planJourney(asked, {
    now: { date: '2025-01-27', minute: 600 },
    offers: [one],
    roads: plainRoads,
    view: withLine ? dayView(TIMETABLE, asked.appointment.date) : null,
  });
}

describe('a ride from stop to stop', () => {
  test('is reached on foot at the nearest stop that counts, and left at the one near care', () => {
    const [way] = plan(bus({})).options;
    const legs = way?.outbound.legs ?? [];
    expect(legs.map(({ mode, from, to }) => [mode, from.name, to.name])).toEqual([
      ['walk', village.name, 'Église'],
      ['ride', 'Église', 'Halles'],
      ['walk', 'Halles', town.name],
    ]);
    expect(legs[0]?.meters).toBeGreaterThan(900);
    expect(legs[0]?.arriveMinute).toBe(legs[1]?.departMinute);
    expect(way?.outbound.arriveMinute).toBe(590);
    expect(way?.back?.legs.map(({ to }) => to.name)).toEqual(['Halles', 'Église', village.name]);
    expect(way?.back?.departMinute).toBe(655);
    expect(way?.walkMeters).toBeGreaterThan(2_500);
  });

  test('is asked for at its stops', () => {
    const [way] = plan(bus({})).options;
    expect(way?.calls[0]?.rides.map(({ from, to }) => [from, to])).toEqual([
      ['Église', 'Halles'],
      ['Halles', 'Église'],
    ]);
    expect(way?.calls[0]?.rides[0]?.minute).toBe(way?.outbound.legs[1]?.departMinute);
  });

  test('that stops at the door asks nobody to walk', () => {
    const [way] = plan(bus({ destination: namedPoints(['Cabinet', SURGERY, 500]) })).options;
    expect(way?.outbound.legs.map(({ mode }) => mode)).toEqual(['walk', 'ride']);
  });

  test('uses the places of the offer where its zone names none, else says to ask', () => {
    const zone = { origin: communes('16900'), destination: communes('16901') };
    const places = [{ name: 'Mairie', address: null, insee: '16900', point: CHURCH }];
    const [known] = plan(bus(zone, { places })).options;
    expect(known?.outbound.legs[0]).toMatchObject({ mode: 'walk', to: { name: 'Mairie' } });
    const [unknown] = plan(bus(zone)).options;
    expect(unknown?.outbound.legs.map(({ mode }) => mode)).toEqual(['ride']);
    expect(unknown?.notes).toContainEqual({ code: 'stop_unknown' });
    expect(known?.notes).not.toContainEqual({ code: 'stop_unknown' });
  });

  test('to a station is walked to as well', () => {
    const destination = namedPoints(['Gare du Bourg', TIMETABLE.stops[0]?.point ?? MARKET, 500]);
    const answer = plan(bus({ destination, feeder: 'only' }), { to: citySurgery }, true);
    const way = answer.options.find(({ kind }) => kind === 'scheduled_line');
    expect(way?.outbound.legs.map(({ mode, from }) => [mode, from.name])).toEqual([
      ['walk', village.name],
      ['ride', 'Église'],
      ['transit', 'Gare du Bourg'],
      ['walk', 'Gare de la Ville'],
    ]);
    const legs = way?.back?.legs ?? [];
    expect(legs.at(-2)).toMatchObject({ mode: 'ride', to: { name: 'Église' } });
    expect(legs.at(-1)).toMatchObject({ mode: 'walk', to: { name: village.name } });
    expect(legs.at(-1)?.departMinute).toBe(legs.at(-2)?.arriveMinute);
    expect(way?.calls[0]?.rides.map(({ from, to }) => [from, to])).toEqual([
      ['Église', 'Gare du Bourg'],
      ['Gare du Bourg', 'Église'],
    ]);
  });
});
