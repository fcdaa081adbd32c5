// Who may drive or ride a hired vehicle, and what is asked of them.

import { describe, expect, test } from 'vitest';
import type { LonLat } from '#domain/geo.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';
import { FAR, hire, plan, wayOf } from '#tests/domain/plan/drawn-hire.ts';
import { town } from '#tests/domain/plan/drawn-plan.ts';

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
