// Which questions are worth asking: only those whose answer could change who may ride?

import type { Criterion, Eligibility, Profile } from '#domain/transport/eligibility.ts';
import {
  type EligibilityContext,
  evaluateEligibility,
} from '#domain/transport/evaluate-eligibility.ts';

type ProfileQuestion = keyof Profile;

/** Order of asking when two questions settle as many offers: the easiest to answer first. */
const ASKING_ORDER: readonly ProfileQuestion[] = [
  'residenceInsee',
  'hasVehicle',
  'hasLicence',
  'ageYears',
  'prescription',
  'coveredByInsurance',
  'member',
  'disabilityCard',
  'lowIncome',
  'benefits',
];

/** Beyond this many combinations of answers every open question is taken as worth asking. */
const MAX_COMBINATIONS = 4096;

/** Beyond this many benefits they are tried one by one and all together. */
const MAX_BENEFITS_COMBINED = 5;

/** A commune code no area holds: « elsewhere ». */
const ELSEWHERE = '00000';

/**
 * Unanswered questions that can change the result of at least one offer, whatever else is answered:
 * those that settle the most offers first.
 */
export function relevantQuestions(
  expressions: readonly (Eligibility | null)[],
  profile: Profile,
  context?: EligibilityContext,
): ProfileQuestion[] {
  return relevantQuestionsOf(
    expressions.map((expression) => ({ expression, profile })),
    context,
  );
}

/** The same where the person is not the same for every offer: registered with one and not with another. */
export function relevantQuestionsOf(
  asked: readonly { expression: Eligibility | null; profile: Profile }[],
  context?: EligibilityContext,
): ProfileQuestion[] {
  const counts = new Map<ProfileQuestion, number>();
  for (const { expression, profile } of asked) {
    if (expression === null) continue;
    for (const question of questionsOf(expression, profile, context)) {
      counts.set(question, (counts.get(question) ?? 0) + 1);
    }
  }
  return [...counts.keys()].sort(
    (a, b) =>
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      ASKING_ORDER.indexOf(a) - ASKING_ORDER.indexOf(b),
  );
}

/** Exact by trial: a question counts when two answers to it differ under some answers to the others. */
function questionsOf(
  expression: Eligibility,
  profile: Profile,
  context: EligibilityContext | undefined,
): ProfileQuestion[] {
  const answers = new Map<ProfileQuestion, Profile[]>();
  for (const criterion of criteriaOf(expression)) {
    const question = questionFor(criterion);
    if (question === null || profile[question] !== undefined) continue;
    answers.set(question, [...(answers.get(question) ?? []), ...sampleAnswers(criterion)]);
  }
  if (answers.has('residenceInsee')) answers.set('residenceInsee', residences(expression));
  if (answers.has('benefits')) answers.set('benefits', benefitSets(expression));
  const open = [...answers.keys()];
  const size = [...answers.values()].reduce((product, each) => product * (each.length + 1), 1);
  if (size > MAX_COMBINATIONS) return open;
  const valueWith = (extra: Profile) =>
    evaluateEligibility(expression, { ...profile, ...extra }, context).value;
  return open.filter((question) =>
    combinations(
      // Another question may be left without an answer.
      open.filter((each) => each !== question).map((each) => [{}, ...(answers.get(each) ?? [])]),
    ).some((others) => {
      const values = (answers.get(question) ?? []).map((one) => valueWith({ ...others, ...one }));
      return values.some((value) => value !== values[0]);
    }),
  );
}

function combinations(choices: readonly Profile[][]): Profile[] {
  return choices.reduce<Profile[]>(
    (partial, next) => partial.flatMap((base) => next.map((one) => ({ ...base, ...one }))),
    [{}],
  );
}

/** Every criterion of an expression, in order of writing. */
function criteriaOf(expression: Eligibility): Criterion[] {
  if ('criterion' in expression) return [expression.criterion];
  if ('not' in expression) return criteriaOf(expression.not);
  return ('all' in expression ? expression.all : expression.any).flatMap(criteriaOf);
}

/** The question that settles a criterion; null when none does (to be asked on the phone). */
function questionFor(criterion: Criterion): ProfileQuestion | null {
  switch (criterion.kind) {
    case 'age':
      return 'ageYears';
    case 'residence':
      return 'residenceInsee';
    case 'benefit':
      return 'benefits';
    case 'low_income':
      return 'lowIncome';
    case 'licence':
    case 'no_licence':
      return 'hasLicence';
    case 'no_vehicle':
      return 'hasVehicle';
    case 'disability_card':
      return 'disabilityCard';
    case 'prescription':
      return 'prescription';
    case 'member':
      return 'member';
    case 'not_covered_by_insurance':
      return 'coveredByInsurance';
    case 'no_other_solution':
    case 'moped_licence':
    case 'referral':
    case 'pension':
    case 'other':
      return null;
  }
}

/** One commune of each combination of areas, and one of none: areas may overlap. */
function residences(expression: Eligibility): Profile[] {
  const areas = criteriaOf(expression).flatMap((each) =>
    each.kind === 'residence' ? [new Set(each.insees)] : [],
  );
  const kinds = new Map<string, Profile>();
  for (const residenceInsee of [ELSEWHERE, ...areas.flatMap((area) => [...area])]) {
    const signature = areas.map((area) => Number(area.has(residenceInsee))).join('');
    if (!kinds.has(signature)) kinds.set(signature, { residenceInsee });
  }
  return [...kinds.values()];
}

/** A person may receive several benefits: all together, and each of few or each alone. */
function benefitSets(expression: Eligibility): Profile[] {
  const codes = [
    ...new Set(
      criteriaOf(expression).flatMap((each) => (each.kind === 'benefit' ? each.anyOf : [])),
    ),
  ];
  if (codes.length > MAX_BENEFITS_COMBINED) {
    return [[], codes, ...codes.map((code) => [code])].map((benefits) => ({ benefits }));
  }
  return Array.from({ length: 2 ** codes.length }, (_, chosen) => ({
    benefits: codes.filter((_code, index) => (chosen >> index) % 2 === 1),
  }));
}

/** Answers on every side of the criterion; areas and benefits are tried together, above. */
function sampleAnswers(criterion: Criterion): Profile[] {
  switch (criterion.kind) {
    case 'age': {
      const edges = [criterion.min, criterion.max].filter((edge) => edge !== null);
      return edges.flatMap((edge) => [edge - 1, edge, edge + 1]).map((ageYears) => ({ ageYears }));
    }
    case 'low_income':
      return [{ lowIncome: true }, { lowIncome: false }];
    case 'licence':
    case 'no_licence':
      return [{ hasLicence: true }, { hasLicence: false }];
    case 'no_vehicle':
      return [{ hasVehicle: true }, { hasVehicle: false }];
    case 'disability_card':
      return [{ disabilityCard: true }, { disabilityCard: false }];
    case 'prescription':
      return [{ prescription: true }, { prescription: false }];
    case 'member':
      return [{ member: true }, { member: false }];
    case 'not_covered_by_insurance':
      return [{ coveredByInsurance: true }, { coveredByInsurance: false }];
    case 'residence':
    case 'benefit':
    case 'no_other_solution':
    case 'moped_licence':
    case 'referral':
    case 'pension':
    case 'other':
      return [];
  }
}
