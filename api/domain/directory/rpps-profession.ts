// Is this activity of the register somebody people go to, and what do they come for? Several official
// tables share the column « Code profession »: a code counts with the word that goes with it.

import type { Category } from '#domain/directory/directory.ts';
import {
  ELSEWHERE,
  type RppsWork,
  saysWork,
  specialityWork,
} from '#domain/directory/rpps-speciality.ts';
import { plainWords } from '#domain/directory/rpps-words.ts';

type Profession = { word: string; work: RppsWork | typeof ELSEWHERE };

const shown = (
  word: string,
  title: string,
  category: Category = 'paramedical',
  ...needIds: readonly string[]
): Profession => ({ word, work: { category, title, needIds } });
const elsewhere = (word: string): Profession => ({ word, work: ELSEWHERE });

/** TRE_G15, and of TRE_R94, R95 and R291 what the file also holds. `word`: how its label begins. */
const PROFESSIONS: Readonly<Record<string, Profession>> = {
  '10': shown('medecin', 'Médecin généraliste', 'gp'),
  // The pharmacy is the entry, out of the register of establishments.
  '21': elsewhere('pharmacien'),
  '26': shown('audioprothesiste', 'Audioprothésiste'),
  '28': shown('opticien', 'Opticien', 'paramedical', 'ophtalmologue'),
  '31': elsewhere('assistant dentaire'),
  '32': elsewhere('physicien'),
  '35': elsewhere('aide soignant'),
  '36': elsewhere('ambulancier'),
  '37': elsewhere('auxiliaire'),
  '38': elsewhere('preparateur'),
  '39': elsewhere('preparateur'),
  '40': shown('chirurgien dentiste', 'Dentiste', 'dentist'),
  '41': elsewhere('assistant'),
  '50': shown('sage femme', 'Sage-femme', 'midwife'),
  '60': shown('infirmier', 'Infirmière ou infirmier', 'nurse'),
  '69': shown('infirmier', 'Infirmière ou infirmier', 'nurse'),
  '70': shown('masseur', 'Kinésithérapeute', 'physio'),
  '71': shown('osteopathe', 'Ostéopathe', 'paramedical', 'osteopathe'),
  '72': shown('psychotherapeute', 'Psychothérapeute', 'mental_health'),
  '73': shown('chiropracteur', 'Chiropracteur'),
  '80': shown('pedicure', 'Pédicure-podologue', 'paramedical', 'pedicure-podologue'),
  '81': shown('orthoprothesiste', 'Orthoprothésiste'),
  '82': shown('podo orthesiste', 'Podo-orthésiste'),
  '83': shown('orthopediste', 'Orthopédiste-orthésiste'),
  '84': shown('oculariste', 'Oculariste'),
  '85': shown('epithesiste', 'Épithésiste'),
  '86': elsewhere('technicien'),
  '91': shown('orthophoniste', 'Orthophoniste', 'paramedical', 'orthophoniste'),
  '92': shown('orthoptiste', 'Orthoptiste', 'paramedical', 'ophtalmologue'),
  '93': shown('psychologue', 'Psychologue', 'mental_health'),
  '94': shown('ergotherapeute', 'Ergothérapeute'),
  '95': shown('dieteticien', 'Diététicien', 'paramedical', 'dieteticien'),
  '96': shown('psychomotricien', 'Psychomotricien'),
  '98': elsewhere('manipulateur'),
  '99': elsewhere(''),
};

/** TRE_R02: health centres, practices alone, in group and in company, health houses. */
const SHOWN_SECTORS: ReadonlySet<string> = new Set(['SA05', 'SA07', 'SA08', 'SA09', 'SA52']);
/** TRE_R22: as a substitute, or without patients. */
const HIDDEN_KINDS: ReadonlySet<string> = new Set(['GENR02', 'GENR03', 'GENR04', 'GENR13']);
/** TRE_R21: substitutes, students, advisers, regulators, teachers, night and week-end duty. */
const HIDDEN_FUNCTIONS: ReadonlySet<string> = new Set(
  '04 19 21 22 24 29 32 36 43 45 46 47 48 49 50 51 52 54 57 60 63'
    .split(' ')
    .map((number) => `FON-${number}`),
);

/** The codes of one row, '' when absent. */
export type ActivityCodes = {
  profession: string;
  professionLabel: string;
  /** Categories of TRE_R09: E is a student. */
  professionalCategory: string;
  speciality: string;
  mode: string;
  sector: string;
  activityFunction: string;
  kind: string;
};

export type Judgement =
  | { kind: 'shown'; work: RppsWork }
  | { kind: 'left_out' }
  | { kind: 'unknown'; column: 'profession' | 'speciality'; value: string };

/** `left_out`: known, and not an entry of its own (a hospital's doctor, a substitute, a pharmacist). */
export function judgeActivity(codes: ActivityCodes): Judgement {
  const profession = Object.hasOwn(PROFESSIONS, codes.profession)
    ? PROFESSIONS[codes.profession]
    : undefined;
  const label = plainWords(codes.professionLabel);
  if (profession === undefined || !(label === '' || label.startsWith(profession.word))) {
    const value = `${codes.profession} ${codes.professionLabel}`.trim();
    return { kind: 'unknown', column: 'profession', value };
  }
  if (profession.work === ELSEWHERE || !isShown(codes)) return { kind: 'left_out' };
  if (!saysWork(codes.speciality)) return { kind: 'shown', work: profession.work };
  const work = specialityWork(codes.profession, codes.speciality);
  if (work === null) return { kind: 'unknown', column: 'speciality', value: codes.speciality };
  return work === ELSEWHERE ? { kind: 'left_out' } : { kind: 'shown', work };
}

function isShown({
  professionalCategory,
  mode,
  sector,
  activityFunction,
  kind,
}: ActivityCodes): boolean {
  const isPractice = SHOWN_SECTORS.has(sector) || (sector === '' && mode === 'L');
  return (
    isPractice &&
    professionalCategory !== 'E' &&
    !HIDDEN_KINDS.has(kind) &&
    !HIDDEN_FUNCTIONS.has(activityFunction)
  );
}
