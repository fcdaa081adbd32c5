// May this person ride? Yes, no, or « à vérifier » — with the reason and the proof to have ready.

import type { Insee } from '#domain/territory/territory.ts';

/** One condition. `proof`: what to show; `weight` soft: a wish of the manager, never a refusal. */
export type Criterion =
  | { kind: 'age'; min: number | null; max: number | null }
  | { kind: 'residence'; insees: readonly Insee[]; label: string }
  | { kind: 'benefit'; anyOf: readonly string[] }
  | { kind: 'low_income'; label: string }
  | { kind: 'no_licence' }
  | { kind: 'licence' }
  | { kind: 'moped_licence' }
  | { kind: 'no_vehicle' }
  | { kind: 'no_other_solution' }
  | { kind: 'disability_card' }
  | { kind: 'prescription' }
  | { kind: 'member' }
  | { kind: 'referral'; by: string }
  | { kind: 'pension'; label: string }
  | { kind: 'not_covered_by_insurance' }
  | { kind: 'other'; label: string };

export type Eligibility =
  | { all: readonly Eligibility[] }
  | { any: readonly Eligibility[] }
  | { not: Eligibility }
  | { criterion: Criterion; proof: string | null; weight: 'hard' | 'soft' };

/** Answers a person gave; absent means not asked or not answered, which is never « non ». */
export type Profile = {
  ageYears?: number;
  residenceInsee?: Insee;
  hasLicence?: boolean;
  hasVehicle?: boolean;
  lowIncome?: boolean;
  /** Of the offer looked at: of which ones the person is, `Person` says. */
  member?: boolean;
  prescription?: boolean;
  coveredByInsurance?: boolean;
  disabilityCard?: boolean;
  benefits?: readonly string[];
};

/** `value`: whether the person meets the criterion as written; `negated`: the offer asks for the contrary. */
export type EligibilityReason = {
  criterion: Criterion;
  value: boolean | null;
  proof: string | null;
  negated?: true;
};

/**
 * `value` null: to check on the phone. `reasons` holds the criteria that decided or remain open.
 * `awaitsPrescription`: open, and « non » whatever the other answers unless a doctor prescribes it.
 */
export type EligibilityResult = {
  value: boolean | null;
  reasons: readonly EligibilityReason[];
  awaitsPrescription?: true;
};
