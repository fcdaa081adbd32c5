// How is an establishment of the register shown: which symbol, which plain words, which need it answers?
// Codes of the official list (TRE_R397) that people of a territory go to, or call. Those not here are
// kept in the snapshot and not shown: boarding for children or adults sent by a decision, groupings
// without a door (695 to 699), prisons, and schools.

import type { Category } from '#domain/directory/directory.ts';

export type ShownCategory = {
  code: string;
  category: Category;
  /** What it is, in plain French. */
  title: string;
  /** The need its code alone proves it answers. */
  needId: string | null;
};

type Row = readonly [codes: string, category: Category, title: string, needId?: string];

const ROWS: readonly Row[] = [
  ['603', 'health_house', 'Maison de santé'],
  ['124', 'health_centre', 'Centre de santé'],
  ['636', 'health_centre', 'Centre de soins et de prévention'],
  ['620 628 629', 'pharmacy', 'Pharmacie'],
  ['641', 'pharmacy', 'Antenne de pharmacie'],
  ['610 611 612', 'laboratory', 'Laboratoire d’analyses médicales'],
  ['101', 'hospital', 'Centre hospitalier régional'],
  ['106 355', 'hospital', 'Hôpital'],
  ['114 115', 'hospital', 'Hôpital des armées'],
  ['122', 'hospital', 'Clinique chirurgicale et obstétricale'],
  ['128', 'hospital', 'Clinique chirurgicale'],
  ['129', 'hospital', 'Établissement de soins médicaux'],
  ['131', 'hospital', 'Centre de lutte contre le cancer'],
  ['365', 'hospital', 'Clinique'],
  ['109', 'hospital', 'Soins de suite et de réadaptation', 'readaptation'],
  ['362', 'hospital', 'Soins de longue durée', 'long-sejour'],
  ['141', 'hospital', 'Centre de dialyse', 'dialyse'],
  ['146', 'hospital', 'Dialyse hors centre', 'dialyse'],
  ['294', 'hospital', 'Consultations de cancérologie'],
  ['631', 'hospital', 'Maison de naissance', 'maternite'],
  ['292', 'mental_health', 'Hôpital psychiatrique', 'psychiatrie'],
  ['161', 'mental_health', 'Clinique psychiatrique', 'psychiatrie'],
  ['156', 'mental_health', 'Centre médico-psychologique (CMP)', 'psychiatrie'],
  ['425', 'mental_health', 'Accueil thérapeutique à temps partiel (CATTP)', 'psychiatrie'],
  ['430', 'mental_health', 'Centre de postcure psychiatrique', 'psychiatrie'],
  ['444', 'mental_health', 'Centre d’accueil de crise', 'psychiatrie'],
  ['189', 'mental_health', 'Centre médico-psycho-pédagogique (CMPP)', 'sante-enfant'],
  ['221', 'mental_health', 'Aide psychologique aux étudiants'],
  ['197', 'mental_health', 'Centre d’addictologie (CSAPA)', 'addictions'],
  ['178', 'mental_health', 'Réduction des risques, drogues (CAARUD)', 'addictions'],
  ['500', 'elderly', 'EHPAD', 'hebergement-personnes-agees'],
  ['501 502', 'elderly', 'Maison de retraite', 'hebergement-personnes-agees'],
  ['202', 'elderly', 'Résidence autonomie', 'hebergement-personnes-agees'],
  ['207', 'elderly', 'Accueil de jour pour personnes âgées', 'aidants'],
  ['354', 'home_care', 'Soins infirmiers à domicile (SSIAD)', 'soins-a-domicile'],
  ['209', 'home_care', 'Aide et soins à domicile', 'soins-a-domicile'],
  ['460', 'home_care', 'Aide à domicile', 'aide-a-domicile'],
  ['640', 'home_care', 'Aide à domicile aux familles', 'aide-a-domicile'],
  ['127', 'home_care', 'Hospitalisation à domicile', 'hospitalisation-a-domicile'],
  ['223', 'family', 'Protection maternelle et infantile (PMI)', 'sante-enfant'],
  ['230', 'family', 'Consultation de jeunes enfants', 'sante-enfant'],
  ['190', 'family', 'Action médico-sociale précoce (CAMSP)', 'sante-enfant'],
  ['228', 'family', 'Centre de santé sexuelle', 'contraception'],
  ['638', 'family', 'Dépistage gratuit (CeGIDD)', 'contraception'],
  ['224', 'family', 'Consultation avant et après la naissance', 'grossesse'],
  ['231', 'family', 'Conseil conjugal et familial'],
  ['463', 'rights', 'Information des personnes âgées (CLIC)', 'perte-autonomie'],
  ['609', 'rights', 'Maison des personnes handicapées (MDPH)', 'handicap'],
  ['220', 'social', 'Centre social', 'aide-sociale'],
  ['359 405', 'social', 'Service social', 'aide-sociale'],
  ['604', 'institution', 'Communauté de soignants (CPTS)'],
  ['606', 'institution', 'Appui aux parcours de santé (DAC)'],
  ['347', 'institution', 'Centre d’examens de santé'],
  ['645 646', 'institution', 'Centre de vaccination', 'vaccination'],
];

export const SHOWN_CATEGORIES: readonly ShownCategory[] = ROWS.flatMap(
  ([codes, category, title, needId = null]) =>
    codes.split(' ').map((code) => ({ code, category, title, needId })),
);

const BY_CODE: ReadonlyMap<string, ShownCategory> = new Map(
  SHOWN_CATEGORIES.map((shown) => [shown.code, shown]),
);

/** Null: not shown. */
export function shownCategory(code: string): ShownCategory | null {
  return BY_CODE.get(code) ?? null;
}
