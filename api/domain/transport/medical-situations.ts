// Which cases of the official list of transport paid by the health insurance do the answers point to?

import { medicalAmount } from '#domain/transport/medical-facts.ts';

/** How the person can travel: the doctor chooses the vehicle from this. */
export const MEDICAL_POSTURES = ['alone', 'with_relative', 'seated_helped', 'lying'] as const;
export type MedicalPosture = (typeof MEDICAL_POSTURES)[number];

/** What the care is for, in the words of the official list. */
export const MEDICAL_REASONS = [
  'hospital_stay',
  'repeated_treatment',
  'consultation',
  'summons',
  'child_centre',
  'emergency',
] as const;
export type MedicalReason = (typeof MEDICAL_REASONS)[number];

/** Absent: not asked or not answered, which is never « non ». Nothing of it is kept. */
export type MedicalAnswers = {
  reason?: MedicalReason | undefined;
  hasPrescription?: boolean | undefined;
  /** « Affection de longue durée » the care is for. */
  longTermIllness?: boolean | undefined;
  workAccident?: boolean | undefined;
  /** From the 6th month of pregnancy to 12 days after the birth. */
  maternity?: boolean | undefined;
  /** Complémentaire santé solidaire, or aide médicale de l’État. */
  solidarityCover?: boolean | undefined;
  ageYears?: number | undefined;
  posture?: MedicalPosture | undefined;
  /** One way, by road. */
  oneWayKm?: number | undefined;
  /** Trips to the care planned over two months for the same treatment. */
  tripsInTwoMonths?: number | undefined;
};
export const MEDICAL_QUESTIONS = [
  'reason',
  'hasPrescription',
  'posture',
  'longTermIllness',
  'oneWayKm',
  'tripsInTwoMonths',
  'workAccident',
  'maternity',
  'solidarityCover',
  'ageYears',
] as const satisfies readonly (keyof MedicalAnswers)[];
export type MedicalQuestion = (typeof MEDICAL_QUESTIONS)[number];

/** A case of the official list the answers point to; `unknown`: an answer is missing to tell. */
export type MedicalSituation = {
  code:
    | 'hospital_stay'
    | 'long_term_illness'
    | 'lying_or_watched'
    | 'long_distance'
    | 'series'
    | 'work_accident'
    | 'summons'
    | 'child_centre'
    | 'maternity';
  match: 'said' | 'unknown';
};

/** The official list, each case only when the answers say so or leave it open by a missing number. */
export function medicalSituations(answers: MedicalAnswers): MedicalSituation[] {
  const { reason, oneWayKm: km, tripsInTwoMonths: trips } = answers;
  const found: MedicalSituation[] = [];
  const add = (code: MedicalSituation['code'], is: boolean | undefined) => {
    if (is === true) found.push({ code, match: 'said' });
  };
  add('hospital_stay', reason === 'hospital_stay');
  add('long_term_illness', answers.longTermIllness);
  add('lying_or_watched', answers.posture === 'lying');
  add('work_accident', answers.workAccident);
  add('maternity', answers.maternity);
  add('summons', reason === 'summons');
  add('child_centre', reason === 'child_centre');
  add('long_distance', km === undefined ? undefined : km > medicalAmount('long_distance'));
  const far = km === undefined ? null : km > medicalAmount('series_distance');
  const often =
    trips === undefined
      ? reason === 'repeated_treatment'
        ? null
        : false
      : trips >= medicalAmount('series_trips');
  if (far === true && often === true) found.push({ code: 'series', match: 'said' });
  else if (far !== false && often !== false) found.push({ code: 'series', match: 'unknown' });
  return found;
}

/** No flat charge: minors, maternity, solidarity cover. */
export function isFranchiseExempt({
  ageYears,
  maternity,
  solidarityCover,
}: MedicalAnswers): boolean {
  return (
    (ageYears !== undefined && ageYears < 18) || maternity === true || solidarityCover === true
  );
}
