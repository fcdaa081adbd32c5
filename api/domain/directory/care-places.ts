// Where does one go to be treated? The rest of the directory helps, lodges or informs.

import type { Category } from '#domain/directory/directory.ts';

export const CARE_CATEGORIES: readonly Category[] = [
  'gp',
  'specialist',
  'nurse',
  'physio',
  'dentist',
  'midwife',
  'paramedical',
  'pharmacy',
  'laboratory',
  'health_house',
  'health_centre',
  'hospital',
  'mental_health',
];
