// What is a doctor, a dentist or a nurse of the register called in plain French? Ordinal specialities
// (TRE_R38) and exclusive competences: codes a resident does not tell apart share one title.

import type { Category } from '#domain/directory/directory.ts';

/** `needIds`: needs the category alone does not answer. */
export type RppsWork = { category: Category; title: string; needIds: readonly string[] };

/** Known, and not somebody one goes to by name: laboratories, administration, intensive care. */
export const ELSEWHERE = 'elsewhere';

type Rows = readonly (readonly [
  codes: string,
  title: string,
  category?: Category,
  needs?: string,
])[];

const DOCTORS: Rows = [
  ['SM26 SM53 SM54 PAC00', 'Médecin généraliste', 'gp'],
  ['SM02 SM76', 'Anesthésiste', 'specialist', 'chirurgie'],
  ['SM04 SM73 SM79 SM80 SM81', 'Cardiologue', 'specialist', 'cardiologue'],
  ['SM05', 'Chirurgien', 'specialist', 'chirurgien chirurgie'],
  [
    'SM06 SM07 SM68 SM77',
    'Chirurgien du visage et de la mâchoire',
    'specialist',
    'chirurgien chirurgie',
  ],
  ['SM08', 'Chirurgien orthopédiste', 'specialist', 'chirurgien chirurgie'],
  ['SM09 SM69 SM70', 'Chirurgien pour enfants', 'specialist', 'chirurgien chirurgie'],
  ['SM10', 'Chirurgien plasticien', 'specialist', 'chirurgien chirurgie'],
  ['SM11', 'Chirurgien du thorax et du cœur', 'specialist', 'chirurgien chirurgie'],
  ['SM12 CEX64', 'Urologue', 'specialist', 'urologue'],
  ['SM13', 'Chirurgien des vaisseaux', 'specialist', 'chirurgien chirurgie'],
  ['SM14 SM78', 'Chirurgien digestif', 'specialist', 'chirurgien chirurgie'],
  ['SM15', 'Dermatologue', 'specialist', 'dermatologue'],
  ['SM16 SM62', 'Endocrinologue, diabétologue', 'specialist', 'endocrinologue'],
  ['SM17', 'Médecin généticien'],
  ['SM18', 'Gériatre', 'specialist', 'geriatre memoire'],
  ['SM19 SM52 CEX24', 'Gynécologue', 'specialist', 'gynecologue contraception'],
  ['SM20 SM51 CEX22 CEX26', 'Gynécologue obstétricien', 'specialist', 'gynecologue grossesse'],
  ['SM21 SM22 SM23 SM71', 'Hématologue'],
  ['SM24', 'Gastro-entérologue', 'specialist', 'gastro-enterologue'],
  ['SM27 SM72', 'Médecin interniste'],
  ['SM28', 'Médecin nucléaire', 'specialist', 'radio-scanner'],
  ['SM29', 'Médecin de rééducation'],
  ['SM30 SM83', 'Néphrologue', 'specialist', 'nephrologue'],
  ['SM31', 'Neurochirurgien', 'specialist', 'chirurgien chirurgie'],
  ['SM32 SM84', 'Neurologue', 'specialist', 'neurologue'],
  ['SM33 SM42 SM93', 'Psychiatre', 'mental_health', 'psychiatrie'],
  ['SM43 SM92', 'Psychiatre pour enfants et adolescents', 'mental_health', 'psychiatrie'],
  ['SM34 SM39 SM86', 'ORL', 'specialist', 'orl'],
  ['SM35 SM36 SM37 SM45', 'Cancérologue', 'specialist', 'cancerologue'],
  ['SM38 SM85', 'Ophtalmologue', 'specialist', 'medecin-ophtalmologue ophtalmologue'],
  ['SM40 SM87 SM88 SM89 SM90', 'Pédiatre', 'specialist', 'pediatre sante-enfant'],
  ['SM41 SM91', 'Pneumologue', 'specialist', 'pneumologue'],
  ['SM44 SM55 SM74 SM94', 'Radiologue', 'specialist', 'radio-scanner'],
  ['SM48', 'Rhumatologue', 'specialist', 'rhumatologue'],
  ['SM50', 'Stomatologue'],
  ['SM56', 'Chirurgien oral', 'dentist'],
  ['SM57', 'Allergologue', 'specialist', 'allergologue'],
  ['SM58', 'Infectiologue'],
  ['SM59', 'Médecin urgentiste'],
  ['SM61', 'Médecin vasculaire', 'specialist', 'medecin-vasculaire'],
];
const DOCTORS_ELSEWHERE =
  'SM01 SM03 SM25 SM46 SM47 SM49 SM60 SM63 SM64 SM65 SM66 SM67 SM75 SM82 SM95';

const DENTISTS: Rows = [
  ['SCD01', 'Orthodontiste', 'dentist', 'orthodontiste'],
  ['SCD02', 'Chirurgien oral'],
  ['SCD03', 'Dentiste'],
];

const NURSES: Rows = [
  ['SI01 SI02 SI03 SI04 SI05', 'Infirmier en pratique avancée'],
  ['SI06 SI07', 'Infirmier'],
  ['SI08', 'Puéricultrice, puériculteur', 'nurse', 'sante-enfant'],
];

const tableOf = (rows: Rows, usual: Category): ReadonlyMap<string, RppsWork> =>
  new Map(
    rows.flatMap(([codes, title, category = usual, needs]) => {
      const work: RppsWork = { category, title, needIds: needs?.split(' ') ?? [] };
      return codes.split(' ').map((code): [string, RppsWork] => [code, work]);
    }),
  );

const BY_PROFESSION: Readonly<Record<string, ReadonlyMap<string, RppsWork>>> = {
  '10': tableOf(DOCTORS, 'specialist'),
  '40': tableOf(DENTISTS, 'dentist'),
  '60': tableOf(NURSES, 'nurse'),
};
const ELSEWHERE_CODES = new Set(DOCTORS_ELSEWHERE.split(' '));

/** Specialities and exclusive competences say what one practises; other know-how is beside it. */
export const saysWork = (code: string): boolean => /^(SM|SCD|SI|CEX|PAC)\d/.test(code);

/** Null: no code of ours. */
export function specialityWork(
  professionCode: string,
  specialityCode: string,
): RppsWork | typeof ELSEWHERE | null {
  if (professionCode === '10' && ELSEWHERE_CODES.has(specialityCode)) return ELSEWHERE;
  return BY_PROFESSION[professionCode]?.get(specialityCode) ?? null;
}

/** Among the specialities of one person at one place, the one that says most: general practice says least. */
export function specialityRank(code: string): number {
  if (code === '' || code === 'PAC00') return 0;
  if (['SM26', 'SM53', 'SM54', 'SCD03', 'SI06', 'SI07'].includes(code)) return 1;
  return ELSEWHERE_CODES.has(code) ? 2 : 3;
}
