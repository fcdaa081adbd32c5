import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseMedicalTransport, MEDICAL_STEPS } from '#domain/transport/medical-advice.ts';
import { MEDICAL_FACTS, medicalFact } from '#domain/transport/medical-facts.ts';
import {
  MEDICAL_POSTURES,
  type MEDICAL_QUESTIONS,
  MEDICAL_REASONS,
  type MedicalAnswers,
} from '#domain/transport/medical-situations.ts';

const codesOf = (answers: MedicalAnswers) =>
  adviseMedicalTransport(answers).steps.map(({ code }) => code);
const situationsOf = (answers: MedicalAnswers) =>
  adviseMedicalTransport(answers).situations.map(({ code, match }) => `${code} ${match}`);

describe('what to ask before a trip to care', () => {
  it('begins with the prescription, to have before the trip, and with who decides the vehicle', () => {
    expect(codesOf({}).slice(0, 2)).toEqual(['ask_prescription_before', 'ask_vehicle']);
    expect(codesOf({ hasPrescription: true })[0]).toBe('check_prescription');
  });

  it('asks the doctor to write that the care is for a long-term illness', () => {
    expect(codesOf({ longTermIllness: true })).toContain('ask_illness_link');
    expect(codesOf({ longTermIllness: false })).not.toContain('ask_illness_link');
    expect(situationsOf({ longTermIllness: true })).toEqual(['long_term_illness said']);
  });

  it('asks for a prior agreement beyond 150 km, not at 150', () => {
    expect(codesOf({ oneWayKm: 150 })).not.toContain('ask_prior_agreement');
    expect(codesOf({ oneWayKm: 151 })).toContain('ask_prior_agreement');
    expect(situationsOf({ oneWayKm: 151 })).toContain('long_distance said');
  });

  it('sees a series in four trips of more than 50 km, and leaves it open while a number misses', () => {
    expect(situationsOf({ tripsInTwoMonths: 4, oneWayKm: 51 })).toEqual(['series said']);
    expect(situationsOf({ tripsInTwoMonths: 3, oneWayKm: 51 })).toEqual([]);
    expect(situationsOf({ tripsInTwoMonths: 4, oneWayKm: 50 })).toEqual([]);
    expect(situationsOf({ reason: 'repeated_treatment', oneWayKm: 60 })).toEqual([
      'series unknown',
    ]);
    expect(codesOf({ reason: 'repeated_treatment', oneWayKm: 60 })).toEqual(
      expect.arrayContaining(['ask_series', 'ask_prior_agreement', 'wait_agreement']),
    );
  });

  it('speaks of shared transport and its refusal to those who travel seated with help', () => {
    expect(codesOf({ posture: 'seated_helped' })).toContain('ask_shared');
    expect(codesOf({ posture: 'lying' })).not.toContain('ask_shared');
    expect(codesOf({ posture: 'seated_helped', solidarityCover: true })).not.toContain(
      'ask_shared',
    );
  });

  it('keeps the flat charge away from minors, maternity and solidarity cover', () => {
    for (const exempt of [{ ageYears: 17 }, { maternity: true }, { solidarityCover: true }]) {
      const advice = adviseMedicalTransport({ posture: 'lying', ...exempt });
      expect(advice.steps.map(({ code }) => code)).toContain('no_franchise');
      expect(advice.estimates).toEqual([]);
    }
    const usual = adviseMedicalTransport({ posture: 'lying', ageYears: 18 });
    expect(usual.estimates).toEqual([
      {
        code: 'franchise_round_trip',
        cents: 800,
        km: null,
        facts: ['franchise_trip', 'franchise_day'],
      },
    ]);
  });

  it('counts the kilometres of one’s own car there and back, without a flat charge', () => {
    const advice = adviseMedicalTransport({ posture: 'with_relative', oneWayKm: 45 });
    expect(advice.estimates.map(({ code, cents, km }) => [code, cents, km])).toEqual([
      ['own_car_base', 2700, 90],
      ['own_car_usual_rate', 1485, 90],
    ]);
    expect(advice.steps.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['ask_companion', 'keep_receipts']),
    );
  });

  it('sends an emergency to the emergency number and asks nothing more', () => {
    const advice = adviseMedicalTransport({ reason: 'emergency' });
    expect(advice.steps.map(({ code }) => code)).toEqual(['call_emergency', 'no_franchise']);
    expect(advice.questions).toEqual([]);
  });

  it('says that no case of the list was named only when enough was answered', () => {
    const told: MedicalAnswers = {
      reason: 'consultation',
      posture: 'alone',
      longTermIllness: false,
      oneWayKm: 20,
    };
    expect(codesOf(told)).toContain('no_listed_situation');
    expect(codesOf({ reason: 'consultation' })).not.toContain('no_listed_situation');
  });
});

describe('the official amounts', () => {
  it('each have a public source and a date, or are to be confirmed', () => {
    for (const fact of MEDICAL_FACTS.map(medicalFact)) {
      expect(fact.source.url).toMatch(/^https:\/\//);
      expect(fact.toConfirm || fact.asOf !== null).toBe(true);
      if (fact.confidence === 'low') expect(fact.toConfirm).toBe(true);
    }
    expect(medicalFact('usual_rate')).toMatchObject({ amount: 55, toConfirm: true });
    expect(medicalFact('own_car')).toMatchObject({ amount: 30, since: '2015-04-19' });
  });
});

const anyAnswers: fc.Arbitrary<MedicalAnswers> = fc.record(
  {
    reason: fc.constantFrom(...MEDICAL_REASONS),
    hasPrescription: fc.boolean(),
    longTermIllness: fc.boolean(),
    workAccident: fc.boolean(),
    maternity: fc.boolean(),
    solidarityCover: fc.boolean(),
    ageYears: fc.integer({ min: 0, max: 100 }),
    posture: fc.constantFrom(...MEDICAL_POSTURES),
    oneWayKm: fc.integer({ min: 0, max: 300 }),
    tripsInTwoMonths: fc.integer({ min: 0, max: 30 }),
  },
  { requiredKeys: [] },
);

describe('any answers', () => {
  it('lead to the doctor before the trip, once each step, with every fact it rests on', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { steps, facts, estimates, questions } = adviseMedicalTransport(answers);
        const codes = steps.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        for (const code of codes) expect(MEDICAL_STEPS).toContain(code);
        if (answers.reason !== 'emergency') {
          expect(steps.some(({ to }) => to === 'doctor')).toBe(true);
        }
        const used = [...steps, ...estimates].flatMap((each) => each.facts);
        expect(new Set(facts.map(({ id }) => id))).toEqual(new Set(used));
        for (const question of questions) expect(answers[question]).toBeUndefined();
      }),
    );
  });

  it('change nothing once a question was judged not worth asking', () => {
    const samples: MedicalAnswers[] = [
      { maternity: true },
      { workAccident: true },
      { solidarityCover: true },
      { hasPrescription: true },
      { longTermIllness: true },
    ];
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { questions, ...advice } = adviseMedicalTransport(answers);
        for (const sample of samples) {
          const [question] = Object.keys(sample) as (typeof MEDICAL_QUESTIONS)[number][];
          if (question === undefined || answers[question] !== undefined) continue;
          if (questions.includes(question)) continue;
          const { questions: _, ...other } = adviseMedicalTransport({ ...answers, ...sample });
          expect(other).toEqual(advice);
        }
      }),
      { numRuns: 300 },
    );
  });
});
