// A trip to care: what should be asked of the doctor, before, and of whom else?
//
// Never a verdict: who is reimbursed is for the doctor and the health insurance to say. The words are
// the interface's; what is here is which of them apply, and the dated facts they rest on.

import {
  type MedicalFact,
  type MedicalFactId,
  medicalAmount,
  medicalFact,
} from '#domain/transport/medical-facts.ts';
import {
  isFranchiseExempt,
  MEDICAL_POSTURES,
  MEDICAL_REASONS,
  type MedicalAnswers,
  type MedicalQuestion,
  type MedicalSituation,
  medicalSituations,
} from '#domain/transport/medical-situations.ts';

export const MEDICAL_STEPS = [
  'call_emergency',
  'ask_prescription_before',
  'check_prescription',
  'ask_vehicle',
  'ask_illness_link',
  'ask_series',
  'ask_prior_agreement',
  'ask_companion',
  'ask_shared',
  'ask_nearest_place',
  'no_listed_situation',
  'keep_summons',
  'confirm_rate',
  'know_franchise',
  'no_franchise',
  'wait_agreement',
  'choose_carrier',
  'show_documents',
  'keep_receipts',
] as const;
export type MedicalStepCode = (typeof MEDICAL_STEPS)[number];

/** One thing to do, in order; `to`: whom to speak to; `facts`: what the sentence rests on. */
export type MedicalStep = {
  code: MedicalStepCode;
  to: 'emergency' | 'doctor' | 'insurance' | 'carrier';
  facts: readonly MedicalFactId[];
};

/** Orders of magnitude for one trip there and back, never an entitlement. */
export type MedicalEstimate = {
  code: 'own_car_base' | 'own_car_usual_rate' | 'franchise_round_trip';
  cents: number;
  km: number | null;
  facts: readonly MedicalFactId[];
};

export type MedicalAdvice = {
  situations: readonly MedicalSituation[];
  steps: readonly MedicalStep[];
  estimates: readonly MedicalEstimate[];
  /** Those steps and estimates rest on, each once. */
  facts: readonly MedicalFact[];
  /** Unanswered questions whose answer would change the advice, in the order to ask them. */
  questions: readonly MedicalQuestion[];
};

const QUESTIONS: readonly (readonly [MedicalQuestion, readonly MedicalAnswers[]])[] = [
  ['reason', MEDICAL_REASONS.map((reason) => ({ reason }))],
  ['hasPrescription', [{ hasPrescription: true }, { hasPrescription: false }]],
  ['posture', MEDICAL_POSTURES.map((posture) => ({ posture }))],
  ['longTermIllness', [{ longTermIllness: true }, { longTermIllness: false }]],
  ['oneWayKm', [{ oneWayKm: 10 }, { oneWayKm: 80 }, { oneWayKm: 200 }]],
  ['tripsInTwoMonths', [{ tripsInTwoMonths: 1 }, { tripsInTwoMonths: 8 }]],
  ['workAccident', [{ workAccident: true }, { workAccident: false }]],
  ['maternity', [{ maternity: true }, { maternity: false }]],
  ['solidarityCover', [{ solidarityCover: true }, { solidarityCover: false }]],
  ['ageYears', [{ ageYears: 10 }, { ageYears: 17 }, { ageYears: 70 }]],
];

export function adviseMedicalTransport(answers: MedicalAnswers): MedicalAdvice {
  const { situations, steps, estimates } = advise(answers);
  const used = new Set([...steps, ...estimates].flatMap((each) => each.facts));
  return {
    situations,
    steps,
    estimates,
    facts: [...used].map(medicalFact),
    questions: QUESTIONS.filter(
      ([question, samples]) =>
        answers[question] === undefined &&
        new Set(samples.map((sample) => JSON.stringify(advise({ ...answers, ...sample })))).size >
          1,
    ).map(([question]) => question),
  };
}

type Core = Pick<MedicalAdvice, 'situations' | 'steps' | 'estimates'>;

function advise(answers: MedicalAnswers): Core {
  if (answers.reason === 'emergency') {
    return {
      situations: [],
      steps: [step('call_emergency', 'emergency'), step('no_franchise', 'insurance')],
      estimates: [],
    };
  }
  const situations = medicalSituations(answers);
  const match = (code: MedicalSituation['code']) =>
    situations.find((each) => each.code === code)?.match ?? null;
  const byCarrier = answers.posture === 'seated_helped' || answers.posture === 'lying';
  const alone = answers.posture === 'alone' || answers.posture === 'with_relative';
  const isChild = answers.ageYears !== undefined && answers.ageYears < 16;
  const agreement = (['long_distance', 'series', 'child_centre'] as const).some(
    (code) => match(code) !== null,
  );
  const exempt = isFranchiseExempt(answers);
  const steps: (MedicalStep | false)[] = [
    answers.reason === 'summons' && step('keep_summons', 'doctor'),
    answers.hasPrescription === true
      ? step('check_prescription', 'doctor', 'prescription_first')
      : step('ask_prescription_before', 'doctor', 'prescription_first'),
    isFullyTold(answers) && situations.length === 0 && step('no_listed_situation', 'doctor'),
    step('ask_vehicle', 'doctor'),
    match('long_term_illness') !== null && step('ask_illness_link', 'doctor', 'full_rate'),
    match('series') !== null &&
      step('ask_series', 'doctor', 'series_trips', 'series_distance', 'series_period'),
    agreement &&
      step('ask_prior_agreement', 'doctor', 'long_distance', 'series_trips', 'series_distance'),
    (isChild || answers.posture === 'with_relative') && step('ask_companion', 'doctor'),
    answers.posture !== 'lying' &&
      !alone &&
      answers.solidarityCover !== true &&
      step('ask_shared', 'doctor', 'shared_refusal'),
    step('ask_nearest_place', 'doctor'),
    agreement && step('wait_agreement', 'insurance', 'agreement_reply'),
    step('confirm_rate', 'insurance', 'usual_rate', 'full_rate'),
    !alone &&
      (exempt
        ? step('no_franchise', 'insurance')
        : step('know_franchise', 'insurance', 'franchise_trip', 'franchise_day', 'franchise_year')),
    !alone &&
      step(
        'choose_carrier',
        'carrier',
        ...(byCarrier && answers.posture === 'lying' ? [] : (['taxi_pickup'] as const)),
      ),
    !alone && step('show_documents', 'carrier'),
    !byCarrier && step('keep_receipts', 'insurance', 'own_car'),
  ];
  return {
    situations,
    steps: steps.filter((each) => each !== false),
    estimates: [
      ...(byCarrier ? [] : ownCarEstimates(answers)),
      ...(!byCarrier || exempt ? [] : [franchiseEstimate()]),
    ],
  };
}

/** Enough was answered to say that no case of the list was named. */
function isFullyTold(answers: MedicalAnswers): boolean {
  const needed = ['reason', 'posture', 'longTermIllness', 'oneWayKm'] as const;
  return needed.every((question) => answers[question] !== undefined);
}

function ownCarEstimates({ oneWayKm }: MedicalAnswers): MedicalEstimate[] {
  if (oneWayKm === undefined) return [];
  const km = Math.round(oneWayKm * 2);
  const base = km * medicalAmount('own_car');
  const usual = Math.round((base * medicalAmount('usual_rate')) / 100);
  return [
    { code: 'own_car_base', cents: base, km, facts: ['own_car'] },
    { code: 'own_car_usual_rate', cents: usual, km, facts: ['own_car', 'usual_rate'] },
  ];
}

function franchiseEstimate(): MedicalEstimate {
  const cents = Math.min(2 * medicalAmount('franchise_trip'), medicalAmount('franchise_day'));
  return {
    code: 'franchise_round_trip',
    cents,
    km: null,
    facts: ['franchise_trip', 'franchise_day'],
  };
}

function step(
  code: MedicalStepCode,
  to: MedicalStep['to'],
  ...facts: readonly MedicalFactId[]
): MedicalStep {
  return { code, to, facts };
}
