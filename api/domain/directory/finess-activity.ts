// Which activities of the register are said to the public, in which words, and which need do they
// answer? Care activities by their codes; equipment of the old file by its label, as published.

export type ShownActivity = { needId: string | null; name: string };

/** Activity and modality, when the modality changes what it is; else the activity alone. */
const CARE: Readonly<Record<string, ShownActivity>> = {
  '01': { needId: null, name: 'Médecine (hospitalisation)' },
  '02': { needId: 'chirurgie', name: 'Chirurgie' },
  '03/01': { needId: 'maternite', name: 'Gynécologie et obstétrique' },
  '04/06': { needId: 'psychiatrie', name: 'Psychiatrie de l’adulte' },
  '04/07': { needId: 'psychiatrie', name: 'Psychiatrie de l’enfant et de l’adolescent' },
  '07': { needId: 'long-sejour', name: 'Soins de longue durée' },
  '14/23': { needId: 'urgences', name: 'Urgences' },
  '14/24': { needId: 'urgences', name: 'Urgences pédiatriques' },
  '16': { needId: 'dialyse', name: 'Dialyse' },
  '16/45': { needId: 'dialyse', name: 'Dialyse à domicile' },
  '16/46': { needId: 'dialyse', name: 'Dialyse à domicile' },
  '18/67': { needId: null, name: 'Traitements médicaux du cancer' },
  '18/68': { needId: null, name: 'Radiothérapie' },
};

/** Medicine practised at the patient's home is hospital care at home. */
const AT_HOME: ShownActivity = {
  needId: 'hospitalisation-a-domicile',
  name: 'Hospitalisation à domicile',
};
const HOME_FORM = '05';

const REHABILITATION: ShownActivity = {
  needId: 'readaptation',
  name: 'Soins de suite et de réadaptation',
};

/** Codes shared by the natures ASDR, ASOCR and ASMR. */
const SOCIAL: Readonly<Record<string, ShownActivity>> = {
  '358': { needId: 'soins-a-domicile', name: 'Soins infirmiers à domicile' },
};

/** Labels of the old file, compared without case nor accents. */
const EQUIPMENT: Readonly<Record<string, string | null>> = {
  'soins infirmiers a domicile': 'soins-a-domicile',
  'aide a domicile': 'aide-a-domicile',
  'aide menagere a domicile': 'aide-a-domicile',
  'accueil pour personnes agees': 'hebergement-personnes-agees',
  'accueil temporaire pour personnes agees': 'hebergement-personnes-agees',
  "plateforme d'accompagnement et de repit des aidants (pfr)": 'aidants',
  "unites d'hebergement renforcees": 'memoire',
  "poles d'activite et de soins adaptes": 'memoire',
  "activite soins d'accompagnement et de rehabilitation": 'memoire',
  'activite c.m.p.p.': 'sante-enfant',
  'action medico-sociale precoce': 'sante-enfant',
  'centre de ressources territorial pour les personnes agees': 'perte-autonomie',
};

/** Null: not shown. `code` is « activity/modality/form ». */
export function shownActivity(nature: string, code: string): ShownActivity | null {
  const [activity = '', modality = '', form = ''] = code.split('/');
  if (nature === 'AMF' || nature === 'AASA') {
    if (activity === '01' && form === HOME_FORM) return AT_HOME;
    if (/^5\d$/.test(activity)) return REHABILITATION;
    return CARE[`${activity}/${modality}`] ?? CARE[activity] ?? null;
  }
  return /^(ASDR|ASOCR|ASMR|AMSR)$/.test(nature) ? (SOCIAL[activity] ?? null) : null;
}

/** The need a label of equipment answers; undefined: the label is not shown. */
export function equipmentNeed(label: string): string | null | undefined {
  return EQUIPMENT[label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()];
}
