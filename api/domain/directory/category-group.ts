// Which categories may two registers give to one and the same thing? Used to look for duplicates, never
// to show or to search.

import type { Category } from '#domain/directory/directory.ts';

export const CATEGORY_GROUP: Readonly<Record<Category, string>> = {
  gp: 'gp',
  specialist: 'specialist',
  nurse: 'nurse',
  physio: 'physio',
  dentist: 'dentist',
  midwife: 'midwife',
  paramedical: 'paramedical',
  pharmacy: 'pharmacy',
  laboratory: 'laboratory',
  health_house: 'health_house',
  health_centre: 'health_house',
  hospital: 'hospital',
  mental_health: 'hospital',
  elderly: 'elderly',
  home_care: 'elderly',
  family: 'office',
  rights: 'office',
  social: 'office',
  institution: 'office',
  mobility: 'mobility',
};
