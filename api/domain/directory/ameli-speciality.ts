// Which profession is a row of the Assurance Maladie's directory? Its codes are its own, not those of
// the register of professionals: only pairs that are known are read, the others are refused.

import type { Category } from '#domain/directory/directory.ts';

/** What two sources must agree on before two records are taken for one person. */
export type ProfessionGroup =
  | 'doctor'
  | 'dentist'
  | 'midwife'
  | 'nurse'
  | 'physio'
  | 'podiatrist'
  | 'speech_therapist'
  | 'orthoptist';

/** Codes of profession of the RPPS. */
export const RPPS_GROUPS: Readonly<Record<string, ProfessionGroup>> = {
  '10': 'doctor',
  '40': 'dentist',
  '50': 'midwife',
  '60': 'nurse',
  '70': 'physio',
  '80': 'podiatrist',
  '91': 'speech_therapist',
  '92': 'orthoptist',
};

/** For practices no register describes. */
export const CATEGORY_GROUPS: Readonly<Partial<Record<Category, ProfessionGroup>>> = {
  gp: 'doctor',
  dentist: 'dentist',
  midwife: 'midwife',
  nurse: 'nurse',
  physio: 'physio',
};

/** `type_ps_code` → what it holds. Types 3 and 4 (laboratories; pharmacies, transport, equipment) are places. */
const DOCTORS = '1';
const OTHER_PROFESSIONS = '2';
const DENTISTS = '5';
const PLACES: readonly string[] = ['3', '4'];

const OTHER_CODES: Readonly<Record<string, ProfessionGroup>> = {
  '21': 'midwife',
  '24': 'nurse',
  '26': 'physio',
  '27': 'podiatrist',
  '28': 'speech_therapist',
  '29': 'orthoptist',
  '86': 'nurse',
};
const DENTIST_CODES: readonly string[] = ['19', '36', '53', '54'];

/**
 * `left_out`: not a professional; null: codes that do not go together or are not known. A doctor's own
 * speciality is not read out of its code: the type says doctor, the label is kept as published.
 */
export function professionGroupOf(
  typeCode: string,
  specialityCode: string,
): ProfessionGroup | 'left_out' | null {
  if (PLACES.includes(typeCode)) return 'left_out';
  if (!/^\d{2}$/.test(specialityCode)) return null;
  const isOther = specialityCode in OTHER_CODES;
  const isDentist = DENTIST_CODES.includes(specialityCode);
  if (typeCode === DOCTORS) return isOther || isDentist ? null : 'doctor';
  if (typeCode === DENTISTS) return isDentist ? 'dentist' : null;
  if (typeCode === OTHER_PROFESSIONS) return OTHER_CODES[specialityCode] ?? null;
  return null;
}
