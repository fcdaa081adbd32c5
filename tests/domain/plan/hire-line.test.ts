// A hired vehicle too far to walk to, reached by a line.

import { describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import { dayView } from '#domain/journey/day-view.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import type { FareComponent } from '#domain/transport/fare.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { at, hire, licensed, modes, TUESDAY } from '#tests/domain/plan/drawn-hire.ts';
import { journeyRequest, lineTimetable, town } from '#tests/domain/plan/drawn-plan.ts';
import { clock, plainRoads } from '#tests/domain/plan/sud-charente.ts';
import { everywhere, provenance } from '#tests/domain/transport/drawn.ts';

describe('a vehicle at the other end of a line', () => {
  const timetable = lineTimetable();
  // In the city, next to its station; the care is 15 km further, where no line goes.
  const station = hire({ at: [0.166, 45.655], pattern: { origin: everywhere } });
  const beyond = { name: 'Maison de santé', point: [0.295, 45.751] as LonLat, insee: '16903' };
  const byTrain = (time: string, offers: Offer[] = [station]) => {
    const request = journeyRequest({
      from: town,
      to: beyond,
      profile: licensed,
      appointment: at(TUESDAY, time),
    });
    const { options, almost } = planJourney(request, {
      now: { date: '2025-01-27', minute: 600 },
      offers,
      view: dayView(timetable, TUESDAY),
      roads: plainRoads,
    });
    return [...options, ...almost].find((way) => way.hire);
  };

  test('is reached by the train before, and left for the train after', () => {
    const way = byTrain('9:45');
    expect(modes(way?.outbound ?? null)).toEqual(['walk', 'transit', 'walk', 'car']);
    expect(modes(way?.back ?? null)).toEqual(['car', 'walk', 'transit', 'walk']);
    expect(way?.outbound.legs[1]?.departMinute).toBe(clock('7:56'));
    expect(way?.outbound.arriveMinute).toBe(clock('9:35'));
    expect(way?.back?.legs[2]?.departMinute).toBe(clock('12:39'));
    expect(way?.tier).toBe(0);
    expect(way?.hire).toMatchObject({ fetch: null, bringBack: null });
    // Kilometres of the train are not driven.
    expect(way?.price.partial).toBe(true);
  });

  test('pays for the kilometres driven, not for those of the train', () => {
    const fares: FareComponent[] = [
      { kind: 'per_km', centsPerKm: 10, basis: 'trip', waitRule: null, note: null, provenance },
    ];
    const priced = hire({
      at: [0.166, 45.655],
      pattern: { origin: everywhere },
      offer: { fares: fares.map((fare) => ({ ...fare, vehicle: 'car' as const })) },
    });
    const way = byTrain('9:45', [priced]);
    const driven = [...(way?.outbound.legs ?? []), ...(way?.back?.legs ?? [])]
      .filter(({ offerId }) => offerId === 'hire')
      .reduce((meters, leg) => meters + leg.meters, 0);
    expect(way?.price.lines.find(({ code }) => code === 'per_km')?.km).toBeCloseTo(
      driven / 1000,
      0,
    );
  });

  test('is kept apart when no train comes home soon after', () => {
    const way = byTrain('17:30');
    expect(way?.tier).toBe(3);
    expect(way?.notes.map(({ code }) => code)).toContain('hire_out_of_reach');
  });
});
