// The answers of the form about transport prescribed by a doctor: read, and never written anywhere.

import {
  MEDICAL_POSTURES,
  MEDICAL_REASONS,
  type MedicalAnswers,
  type MedicalQuestion,
} from '#domain/transport/medical-situations.ts';

/** Asked at once; the others wait behind « D’autres situations ». */
export const FIRST_QUESTIONS: readonly MedicalQuestion[] = [
  'reason',
  'posture',
  'hasPrescription',
  'longTermIllness',
  'oneWayKm',
];
export const OTHER_QUESTIONS: readonly MedicalQuestion[] = [
  'tripsInTwoMonths',
  'workAccident',
  'maternity',
  'solidarityCover',
  'ageYears',
];

export const NUMBER_LIMITS = { ageYears: 130, oneWayKm: 2000, tripsInTwoMonths: 200 } as const;
type NumberQuestion = keyof typeof NUMBER_LIMITS;

const YES_NO = [
  'hasPrescription',
  'longTermIllness',
  'workAccident',
  'maternity',
  'solidarityCover',
] as const satisfies readonly MedicalQuestion[];

/** Only what is well formed is kept: an answer that is not understood is not an answer. */
export function readMedicalAnswers(form: URLSearchParams): MedicalAnswers {
  const answers: MedicalAnswers = {};
  const reason = MEDICAL_REASONS.find((each) => each === form.get('reason'));
  if (reason !== undefined) answers.reason = reason;
  const posture = MEDICAL_POSTURES.find((each) => each === form.get('posture'));
  if (posture !== undefined) answers.posture = posture;
  for (const question of YES_NO) {
    const answer = form.get(question);
    if (answer === 'oui') answers[question] = true;
    if (answer === 'non') answers[question] = false;
  }
  for (const question of Object.keys(NUMBER_LIMITS) as NumberQuestion[]) {
    const text = form.get(question)?.trim() ?? '';
    if (/^\d{1,4}$/.test(text) && Number(text) <= NUMBER_LIMITS[question])
      answers[question] = Number(text);
  }
  return answers;
}

export function isNumberQuestion(question: MedicalQuestion): question is NumberQuestion {
  return question in NUMBER_LIMITS;
}
