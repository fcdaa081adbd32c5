import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion, Eligibility, Profile } from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import { relevantQuestions } from '#domain/transport/relevant-questions.ts';

const leaf = (criterion: Criterion, proof: string | null = null): Eligibility => ({
  criterion,
  proof,
  weight: 'hard',
});
const wish = (criterion: Criterion): Eligibility => ({ criterion, proof: null, weight: 'soft' });

/** Cumulative conditions of the solidarity transport of Sud Charente, 2019. */
const solidarity: Eligibility = {
  all: [
    leaf(
      { kind: 'residence', insees: ['16020', '16073'], label: 'Sud Charente' },
      'justificatif de domicile',
    ),
    leaf({ kind: 'member' }, 'carte d’adhérent'),
    leaf({ kind: 'no_licence' }),
    leaf({ kind: 'no_vehicle' }),
    leaf({ kind: 'no_other_solution' }),
    leaf({ kind: 'low_income', label: 'faibles revenus' }, 'avis d’imposition'),
    leaf({ kind: 'not_covered_by_insurance' }),
  ],
};
const outings: Eligibility = {
  all: [
    leaf({ kind: 'age', min: 75, max: null }),
    leaf({ kind: 'pension', label: 'retraite complémentaire Agirc-Arrco' }),
  ],
};
const solidarityFare: Eligibility = {
  any: [
    leaf({ kind: 'low_income', label: 'quotient familial de moins de 870 €' }),
    leaf({ kind: 'benefit', anyOf: ['aah', 'ada'] }),
  ],
};
const kindsOf = (expression: Eligibility, profile: Profile) =>
  evaluateEligibility(expression, profile).reasons.map(
    ({ criterion, value }) => `${criterion.kind} ${value}`,
  );

describe('who may ride', () => {
  it('is everybody without conditions', () => {
    expect(evaluateEligibility(null, {})).toEqual({ value: true, reasons: [] });
    expect(evaluateEligibility({ all: [] }, {}).value).toBe(true);
  });

  it('stays to be checked while nothing is answered, whatever the conditions', () => {
    for (const expression of [solidarity, outings, solidarityFare]) {
      expect(evaluateEligibility(expression, {}).value).toBeNull();
    }
  });

  it('is refused by one condition, and only that one is given as the reason', () => {
    expect(evaluateEligibility(solidarity, { hasLicence: true, residenceInsee: '16020' })).toEqual({
      value: false,
      reasons: [{ criterion: { kind: 'no_licence' }, value: false, proof: null }],
    });
    expect(kindsOf(solidarity, { residenceInsee: '33063' })).toEqual(['residence false']);
    expect(kindsOf(solidarity, { coveredByInsurance: true })).toEqual([
      'not_covered_by_insurance false',
    ]);
  });

  it('keeps the conditions met and those open, with their proofs, while it is to be checked', () => {
    const result = evaluateEligibility(solidarity, { residenceInsee: '16020', hasVehicle: false });
    expect(result.value).toBeNull();
    expect(result.reasons.map((reason) => reason.value)).toEqual([
      true,
      null,
      null,
      true,
      null,
      null,
      null,
    ]);
    expect(result.reasons[0]?.proof).toBe('justificatif de domicile');
  });

  it('is granted when every condition is met', () => {
    const profile: Profile = {
      residenceInsee: '16073',
      member: true,
      hasLicence: false,
      hasVehicle: false,
      lowIncome: true,
      coveredByInsurance: false,
    };
    expect(evaluateEligibility(solidarity, profile).value).toBeNull();
    expect(evaluateEligibility(solidarity, profile, { otherSolution: false }).value).toBe(true);
    expect(evaluateEligibility(solidarity, profile, { otherSolution: true }).value).toBe(false);
  });

  it('is not refused to a person who has not joined yet: one can join', () => {
    const notMember = evaluateEligibility(leaf({ kind: 'member' }), { member: false });
    expect(notMember).toMatchObject({ value: null, reasons: [{ value: false }] });
  });

  it('counts both ends of an age range, and only the open end otherwise', () => {
    const range = leaf({ kind: 'age', min: 6, max: 18 });
    expect(
      [5, 6, 18, 19].map((ageYears) => evaluateEligibility(range, { ageYears }).value),
    ).toEqual([false, true, true, false]);
    expect(evaluateEligibility(outings, { ageYears: 74 }).value).toBe(false);
    expect(evaluateEligibility(outings, { ageYears: 75 }).value).toBeNull();
  });

  it('needs one of several, and keeps the one that was enough', () => {
    expect(kindsOf(solidarityFare, { benefits: ['aah'] })).toEqual(['benefit true']);
    expect(kindsOf(solidarityFare, { benefits: [] })).toEqual(['low_income null']);
    expect(kindsOf(solidarityFare, { benefits: [], lowIncome: false })).toEqual([
      'low_income false',
      'benefit false',
    ]);
    expect(evaluateEligibility(solidarityFare, { benefits: [], lowIncome: false }).value).toBe(
      false,
    );
  });

  it('never refuses on a wish of the manager', () => {
    const preferred = { all: [wish({ kind: 'age', min: 60, max: null })] };
    expect(evaluateEligibility(preferred, { ageYears: 70 }).value).toBe(true);
    expect(evaluateEligibility(preferred, {}).value).toBe(true);
    expect(evaluateEligibility(preferred, { ageYears: 40 })).toMatchObject({
      value: null,
      reasons: [{ value: false }],
    });
    const notPreferred = { not: wish({ kind: 'prescription' }) };
    expect(evaluateEligibility(notPreferred, { prescription: true }).value).toBeNull();
    expect(evaluateEligibility(notPreferred, { prescription: false }).value).toBe(true);
  });

  it('marks a condition asked the other way round', () => {
    const without = { not: leaf({ kind: 'disability_card' }) };
    expect(evaluateEligibility(without, { disabilityCard: true })).toEqual({
      value: false,
      reasons: [
        { criterion: { kind: 'disability_card' }, value: true, proof: null, negated: true },
      ],
    });
  });
});

const anyCriterion = fc.constantFrom<Criterion>(
  { kind: 'age', min: 60, max: null },
  { kind: 'age', min: null, max: 25 },
  { kind: 'residence', insees: ['16020'], label: 'Aubeterre' },
  { kind: 'no_licence' },
  { kind: 'no_vehicle' },
  { kind: 'low_income', label: '' },
  { kind: 'member' },
  { kind: 'benefit', anyOf: ['rsa', 'aah'] },
  { kind: 'referral', by: 'travailleur social' },
  { kind: 'other', label: '' },
);
const anyExpression: fc.Arbitrary<Eligibility> = fc.letrec<{ node: Eligibility }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({
      criterion: anyCriterion,
      proof: fc.constant(null),
      weight: fc.constantFrom('hard', 'soft'),
    }),
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;
const anyProfile: fc.Arbitrary<Profile> = fc.record(
  {
    ageYears: fc.constantFrom(20, 25, 26, 59, 60, 90),
    residenceInsee: fc.constantFrom('16020', '33063'),
    hasLicence: fc.boolean(),
    hasVehicle: fc.boolean(),
    lowIncome: fc.boolean(),
    benefits: fc.constantFrom([], ['rsa'], ['other']),
  },
  { requiredKeys: [] },
);

describe('any conditions and any answers', () => {
  it('keep a settled result when more is answered, wishes and membership aside', () => {
    const strict = (expression: Eligibility): boolean =>
      'criterion' in expression
        ? expression.weight === 'hard' && expression.criterion.kind !== 'member'
        : 'not' in expression
          ? strict(expression.not)
          : ('all' in expression ? expression.all : expression.any).every(strict);
    fc.assert(
      fc.property(anyExpression, anyProfile, anyProfile, (expression, known, more) => {
        fc.pre(strict(expression));
        const before = evaluateEligibility(expression, known).value;
        if (before !== null) {
          expect(evaluateEligibility(expression, { ...more, ...known }).value).toBe(before);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('give the contrary to the contrary', () => {
    fc.assert(
      fc.property(anyExpression, anyProfile, (expression, profile) => {
        const { value } = evaluateEligibility({ not: { not: expression } }, profile);
        expect(value).toBe(evaluateEligibility(expression, profile).value);
      }),
    );
  });
});

describe('questions worth asking', () => {
  it('are those whose answer could change an offer, the most useful first', () => {
    expect(relevantQuestions([solidarity, outings], {})).toEqual([
      'residenceInsee',
      'hasVehicle',
      'hasLicence',
      'ageYears',
      'coveredByInsurance',
      'lowIncome',
    ]);
    // Membership refuses nobody: it counts once nothing else keeps the offer open.
    expect(relevantQuestions([solidarity], {}, { otherSolution: false })).toContain('member');
    expect(relevantQuestions([solidarity, solidarityFare], {})[0]).toBe('lowIncome');
  });

  it('are not asked again, nor once the offer is refused', () => {
    expect(relevantQuestions([solidarity], { hasLicence: true })).toEqual([]);
    expect(relevantQuestions([outings], { ageYears: 80 })).toEqual([]);
    expect(relevantQuestions([null], {})).toEqual([]);
  });

  it('are not asked where another condition already opens the offer', () => {
    expect(relevantQuestions([solidarityFare], { lowIncome: true })).toEqual([]);
    expect(relevantQuestions([solidarityFare], { lowIncome: false })).toEqual(['benefits']);
  });

  it('are not asked when what cannot be known hides the answer', () => {
    const hidden: Eligibility = {
      any: [
        leaf({ kind: 'other', label: 'commission' }),
        { all: [leaf({ kind: 'no_vehicle' }), leaf({ kind: 'referral', by: 'CCAS' })] },
      ],
    };
    expect(relevantQuestions([hidden], {})).toEqual([]);
  });

  it('are asked when only two benefits together, or one area without another, open the offer', () => {
    const both: Eligibility = {
      all: [leaf({ kind: 'benefit', anyOf: ['rsa'] }), leaf({ kind: 'benefit', anyOf: ['pch'] })],
    };
    expect(relevantQuestions([both], {})).toEqual(['benefits']);
    const around: Eligibility = {
      all: [
        leaf({ kind: 'residence', insees: ['16230', '16020'], label: 'canton' }),
        { not: leaf({ kind: 'residence', insees: ['16230'], label: 'bourg' }) },
      ],
    };
    expect(relevantQuestions([around], {})).toEqual(['residenceInsee']);
  });

  it('never leave out a question whose answer changes the result', () => {
    fc.assert(
      fc.property(anyExpression, anyProfile, anyProfile, (expression, known, others) => {
        const asked = relevantQuestions([expression], known);
        const value = (extra: Profile) =>
          evaluateEligibility(expression, { ...others, ...known, ...extra }).value;
        for (const [question, answers] of [
          ['hasVehicle', [{ hasVehicle: true }, { hasVehicle: false }]],
          ['ageYears', [{ ageYears: 20 }, { ageYears: 40 }, { ageYears: 90 }]],
          ['benefits', [{ benefits: [] }, { benefits: ['aah'] }]],
        ] as [keyof Profile, Profile[]][]) {
          if (known[question] !== undefined || asked.includes(question)) continue;
          expect(new Set(answers.map(value)).size).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
