// With what steps, age weights and thresholds is the French indicator reckoned, who says so, how surely?
//
// The ministry prints neither the values of its steps nor its age coefficients: what stands here is as sure as
// it says. Thresholds are those of legal texts; where none exists there is none.

import type { Decay } from './decay.ts';
import type { AccessProfession } from './professions.ts';
import type { AgeWeight } from './standardised-demand.ts';

/** `published`: read in a text of its author; `usual_reading`: repeated, not found there; `ours`: our choice. */
export type Certainty = 'published' | 'usual_reading' | 'ours';

export type Sourced<T> = { value: T; source: string; certainty: Certainty };

export type AplParameters = {
  profession: Exclude<AccessProfession, 'pharmacy'>;
  /** Year of the texts. */
  vintage: string;
  decay: Sourced<Decay>;
  /** Access below which a place is short of care; null: no text says. */
  threshold: Sourced<number> | null;
  ageWeights: Sourced<readonly AgeWeight[]>;
  /** `acts`: consultations a year an inhabitant; `full_time`: posts for 100,000 inhabitants. */
  unit: 'acts' | 'full_time';
  /** Mean of the country, in the unit. */
  nationalMean: Sourced<number> | null;
};

/** Consultations and visits a year of one general practitioner at full time (ARS 2018). */
export const ACTS_A_FULL_TIME: Sourced<number> = {
  value: 5_400,
  source: 'ARS Bourgogne-Franche-Comté 2018',
  certainty: 'published',
};

/** What access in posts is multiplied by before it is shown. */
export const FULL_TIME_FOR_PEOPLE = 100_000;

const STEPS_TO_20: Decay = {
  kind: 'step',
  closed: 'right',
  steps: [
    { minutes: 10, weight: 1 },
    { minutes: 15, weight: 2 / 3 },
    { minutes: 20, weight: 1 / 3 },
  ],
};

/** The steps of 2012, reckoned on other travel times: not to be compared with those of today. */
export const STEPS_OF_2012: Sourced<Decay> = {
  value: {
    kind: 'step',
    closed: 'left',
    steps: [
      { minutes: 5, weight: 1 },
      { minutes: 10, weight: 0.3 },
      { minutes: 15, weight: 0.1 },
    ],
  },
  source: 'Irdes, Drees 2012 (−70 %, −90 %, rien au-delà de 15 min)',
  certainty: 'published',
};

/**
 * Share of acts over share of people, by age, in the national reimbursements of 2021: weighted by people they
 * average 1. A computation of a university, not the coefficients of the ministry.
 */
export const GP_AGE_WEIGHTS: Sourced<readonly AgeWeight[]> = {
  value: [
    { ageFrom: 0, ageTo: 19, weight: 0.759_201_627 },
    { ageFrom: 20, ageTo: 29, weight: 0.784_999_993 },
    { ageFrom: 30, ageTo: 39, weight: 0.870_039_329 },
    { ageFrom: 40, ageTo: 49, weight: 0.956_744_751 },
    { ageFrom: 50, ageTo: 59, weight: 1.149_408_816 },
    { ageFrom: 60, ageTo: 69, weight: 1.208_394_88 },
    { ageFrom: 70, ageTo: 79, weight: 1.595_276_688 },
    { ageFrom: 80, ageTo: null, weight: 1.191_995_125 },
  ],
  source: 'SNDS 2021, actes de médecine générale par âge',
  certainty: 'ours',
};

/** Everybody alike: no use by age is known for these professions. */
const EVERYBODY: Sourced<readonly AgeWeight[]> = {
  value: [{ ageFrom: 0, ageTo: null, weight: 1 }],
  source: 'Aucune consommation par âge publiée pour cette profession',
  certainty: 'ours',
};

const otherProfession = (
  profession: AplParameters['profession'],
  nationalMean: Sourced<number> | null,
): AplParameters => ({
  profession,
  vintage: '2023',
  decay: {
    value: STEPS_TO_20,
    source: 'Paliers de la médecine générale, faute de paliers publiés',
    certainty: 'ours',
  },
  threshold: null,
  ageWeights: EVERYBODY,
  unit: 'full_time',
  nationalMean,
});

export const APL_PARAMETERS: Readonly<Record<AplParameters['profession'], AplParameters>> = {
  gp: {
    profession: 'gp',
    vintage: '2023',
    decay: {
      value: STEPS_TO_20,
      source: 'Arrêtés de 2017, 2020 et 2024 : décroissance, nulle au-delà de 20 min',
      certainty: 'usual_reading',
    },
    threshold: {
      value: 2.5,
      source: 'Arrêté du 13 novembre 2017 ; Les dossiers de la Drees 17, 2017',
      certainty: 'published',
    },
    ageWeights: GP_AGE_WEIGHTS,
    unit: 'acts',
    nationalMean: { value: 3.3, source: 'Drees, 2023', certainty: 'published' },
  },
  nurse: otherProfession('nurse', null),
  physio: otherProfession('physio', null),
  dentist: otherProfession('dentist', { value: 59, source: 'Drees, 2021', certainty: 'published' }),
  midwife: otherProfession('midwife', null),
};
