// May this person ride: yes, no, or to be asked on the phone, and because of what?
//
// Kleene's three-valued logic: what was not answered is unknown, and unknown is never « non ».

import type {
  Criterion,
  Eligibility,
  EligibilityReason,
  EligibilityResult,
  Profile,
} from '#domain/transport/eligibility.ts';

/** What the planner knows and the person was not asked. */
export type EligibilityContext = {
  /** Whether another way exists for this trip, for offers of last resort; null: not known. */
  otherSolution: boolean | null;
};

const NO_CONTEXT: EligibilityContext = { otherSolution: null };

/**
 * `reasons`: of a « non », the criteria that refuse; of a « oui », those that were enough; otherwise
 * those that remain open and those already met, with their proofs. No expression: open to everybody.
 */
export function evaluateEligibility(
  expression: Eligibility | null,
  profile: Profile,
  context: EligibilityContext = NO_CONTEXT,
): EligibilityResult {
  if (expression === null) return { value: true, reasons: [] };
  const result = evaluate(expression, profile, context, false);
  const asks = result.reasons.some(
    ({ criterion, value }) => criterion.kind === 'prescription' && value === null,
  );
  if (result.value !== null || !asks) return result;
  const without = evaluate(expression, { ...profile, prescription: false }, context, false);
  return without.value === false ? { ...result, awaitsPrescription: true } : result;
}

/** Whether the person meets one criterion; null when it was not asked, not answered or cannot be. */
function meetsCriterion(
  criterion: Criterion,
  profile: Profile,
  context: EligibilityContext = NO_CONTEXT,
): boolean | null {
  switch (criterion.kind) {
    case 'age':
      return profile.ageYears === undefined
        ? null
        : profile.ageYears >= (criterion.min ?? 0) &&
            profile.ageYears <= (criterion.max ?? Number.POSITIVE_INFINITY);
    case 'residence':
      return profile.residenceInsee === undefined
        ? null
        : criterion.insees.includes(profile.residenceInsee);
    case 'benefit':
      return profile.benefits === undefined
        ? null
        : criterion.anyOf.some((code) => profile.benefits?.includes(code));
    case 'low_income':
      return profile.lowIncome ?? null;
    case 'licence':
      return profile.hasLicence ?? null;
    case 'no_licence':
      return opposite(profile.hasLicence);
    case 'no_vehicle':
      return opposite(profile.hasVehicle);
    case 'no_other_solution':
      return opposite(context.otherSolution);
    case 'disability_card':
      return profile.disabilityCard ?? null;
    case 'prescription':
      return profile.prescription ?? null;
    case 'member':
      return profile.member ?? null;
    case 'not_covered_by_insurance':
      return opposite(profile.coveredByInsurance);
    case 'moped_licence':
    case 'referral':
    case 'pension':
    case 'other':
      return null;
  }
}

function evaluate(
  expression: Eligibility,
  profile: Profile,
  context: EligibilityContext,
  negated: boolean,
): EligibilityResult {
  if ('criterion' in expression) {
    const met = meetsCriterion(expression.criterion, profile, context);
    const reason: EligibilityReason = {
      criterion: expression.criterion,
      value: met,
      proof: expression.proof,
      ...(negated ? { negated } : {}),
    };
    return { value: weigh(expression, met, negated), reasons: [reason] };
  }
  if ('not' in expression) {
    const inner = evaluate(expression.not, profile, context, !negated);
    return { value: opposite(inner.value), reasons: inner.reasons };
  }
  const isAll = 'all' in expression;
  const parts = (isAll ? expression.all : expression.any).map((part) =>
    evaluate(part, profile, context, negated),
  );
  const values = parts.map((part) => part.value);
  // `all` is settled by one false, `any` by one true; else one unknown leaves it open.
  const value = values.includes(!isAll) ? !isAll : values.includes(null) ? null : isAll;
  const kept =
    value === false && !isAll
      ? parts
      : parts.filter((part) => part.value === value || (isAll && value === null));
  return { value, reasons: kept.flatMap((part) => part.reasons) };
}

/**
 * A soft criterion never refuses: not met, it is to be discussed; not answered, it does not count.
 * Membership never refuses either: one can join.
 */
function weigh(
  leaf: Extract<Eligibility, { criterion: Criterion }>,
  met: boolean | null,
  negated: boolean,
): boolean | null {
  if (leaf.weight === 'soft') {
    const refusing = negated;
    return met === refusing ? null : !refusing;
  }
  return leaf.criterion.kind === 'member' && !negated && met === false ? null : met;
}

function opposite(value: boolean | null | undefined): boolean | null {
  return value === undefined || value === null ? null : !value;
}
