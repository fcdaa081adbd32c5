// What does a new condition hold, by its kind, before somebody fills it?

import type { Criterion } from '#domain/transport/eligibility.ts';

export type CriterionKind = Criterion['kind'];

/** In the order people think of them. */
export const CRITERION_KINDS: readonly CriterionKind[] = [
  'residence',
  'age',
  'member',
  'low_income',
  'benefit',
  'licence',
  'moped_licence',
  'no_licence',
  'no_vehicle',
  'no_other_solution',
  'disability_card',
  'prescription',
  'not_covered_by_insurance',
  'pension',
  'referral',
  'other',
];

/** Codes of the aids people know; the words are those of the rules. */
export const BENEFIT_CODES = [
  'c2s',
  'rsa',
  'aspa',
  'aah',
  'apa',
  'ald',
  'ass',
  'asi',
  'pch',
  'ame',
  'chomage',
] as const;

export function blankCriterion(kind: CriterionKind): Criterion {
  switch (kind) {
    case 'age':
      return { kind, min: 60, max: null };
    case 'residence':
      return { kind, insees: [], label: '' };
    case 'benefit':
      return { kind, anyOf: [] };
    case 'low_income':
    case 'pension':
    case 'other':
      return { kind, label: '' };
    case 'referral':
      return { kind, by: '' };
    default:
      return { kind };
  }
}
