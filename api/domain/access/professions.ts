// Whose care does the observatory speak of?

export const ACCESS_PROFESSIONS = [
  'gp',
  'nurse',
  'physio',
  'dentist',
  'midwife',
  'pharmacy',
] as const;

export type AccessProfession = (typeof ACCESS_PROFESSIONS)[number];

/**
 * The five whose presence makes a pole of a « bassin de santé de proximité » (ARS Auvergne 2010; the study of
 * Sud Charente of 2010 takes the same).
 */
export const PROXIMITY_PROFESSIONS = ['gp', 'nurse', 'physio', 'dentist', 'pharmacy'] as const;

export type ProximityProfession = (typeof PROXIMITY_PROFESSIONS)[number];
