// Each indicator of the observatory in plain French: the question, the sentence above the map, the method.

import type { IndicatorId } from '#domain/access/indicators.ts';

/** What the sentence above the map is made of, figures already written. */
export type ToldFigures = {
  /** « 4 100 habitants, dont 620 de 75 ans et plus, »; null: nobody is concerned. */
  who: string | null;
  /** False: one person only. */
  isMany: boolean;
  /** Value of the territory with its unit; null: not known. */
  mean: string | null;
};

export type IndicatorWords = {
  /** In the list of questions. */
  question: string;
  /** Head of the column, title of the map. */
  short: string;
  told: (figures: ToldFigures) => string;
  /** « Comment c’est calculé », in a few short paragraphs. */
  how: readonly string[];
};

const concerned =
  (one: string, many: string, nobody: string) =>
  ({ who, isMany }: ToldFigures): string =>
    who === null ? nobody : `${who} ${isMany ? many : one}`;

const onAverage =
  (place: string) =>
  ({ mean }: ToldFigures): string =>
    mean === null
      ? 'La valeur du territoire n’est pas encore connue.'
      : `Sur le territoire, en moyenne : ${mean} ${place}.`;

const POSTS_HOW = [
  'Nous comparons les professionnels que l’on peut joindre en voiture et les habitants qui se les partagent. Un professionnel à plus de 20 minutes ne compte pas ; plus il est loin, moins il compte.',
  'Le ministère ne publie pas les paliers de distance de ce métier : nous prenons ceux de la médecine générale. Chaque habitant compte autant, quel que soit son âge.',
  'Personne ne publie leur temps de travail : chacun compte pour un temps plein, et qui a deux cabinets pour une moitié dans chacun. La moyenne du pays, elle, est en temps pleins : la comparaison flatte un peu le territoire.',
];
const WALK_HOW = [
  'Au carroyage seulement : le calcul part de chaque carré de 200 mètres habité (Insee). Dans une commune connue par un seul point, personne ne sait qui habite près du bourg : la réponse est alors « pas connu ».',
  'Un quart d’heure à pied, c’est environ un kilomètre au pas d’une personne âgée, par les rues et les chemins ; sans carte des routes, le temps est estimé d’après la distance. C’est un choix de ce site : aucun texte ne fixe ce seuil.',
  'Là où l’on ne connaît que le nombre de professionnels de la commune, ils sont placés au bourg.',
];
const TIMES_HOW =
  'Le temps est celui de la route, en voiture, du bourg de la commune au lieu de soin. Sans carte des routes, il est estimé d’après la distance : c’est alors écrit.';

export const FR_INDICATORS: Readonly<Record<IndicatorId, IndicatorWords>> = {
  gp_access: {
    question: 'Trouver un médecin généraliste',
    short: 'Consultations de généraliste',
    told: concerned(
      'dispose de moins de 2,5 consultations de généraliste par an : en dessous de ce seuil, la loi parle de manque de médecins.',
      'disposent de moins de 2,5 consultations de généraliste par an : en dessous de ce seuil, la loi parle de manque de médecins.',
      'Aucune commune n’est sous 2,5 consultations de généraliste par an et par habitant, le seuil en dessous duquel la loi parle de manque de médecins.',
    ),
    how: [
      'Combien de consultations par an les généralistes joignables peuvent-ils donner à chaque habitant ? C’est l’« accessibilité potentielle localisée » (APL) du ministère de la Santé, que nous recalculons avec les médecins de l’annuaire et les temps de route.',
      'Un médecin à moins de 10 minutes compte entièrement, à moins de 15 minutes pour deux tiers, à moins de 20 minutes pour un tiers, au-delà pour rien. Il est partagé entre tous ceux qui peuvent le joindre. Une personne âgée consulte davantage : elle compte pour plus d’un habitant.',
      'Nous comptons 5 400 consultations par an pour un médecin à plein temps. Sous 2,5 consultations par an et par habitant, les textes parlent de zone sous-dense.',
    ],
  },
  nurse_access: {
    question: 'Trouver une infirmière ou un infirmier',
    short: 'Infirmières et infirmiers',
    told: onAverage('sont joignables'),
    how: POSTS_HOW,
  },
  physio_access: {
    question: 'Trouver un kinésithérapeute',
    short: 'Kinésithérapeutes',
    told: onAverage('sont joignables'),
    how: POSTS_HOW,
  },
  dentist_access: {
    question: 'Trouver un dentiste',
    short: 'Dentistes',
    told: onAverage('sont joignables'),
    how: POSTS_HOW,
  },
  midwife_access: {
    question: 'Trouver une sage-femme',
    short: 'Sages-femmes',
    told: onAverage('sont joignables'),
    how: POSTS_HOW,
  },
  gp_nearest: {
    question: 'Aller chez le généraliste le plus proche',
    short: 'Temps jusqu’au généraliste',
    told: concerned(
      'n’a aucun généraliste à moins de 20 minutes en voiture.',
      'n’ont aucun généraliste à moins de 20 minutes en voiture.',
      'Chaque commune a un généraliste à moins de 20 minutes en voiture.',
    ),
    how: [TIMES_HOW, 'Ce chiffre ne dit pas si ce médecin prend de nouveaux patients.'],
  },
  gp_nearest_3: {
    question: 'Avoir le choix entre trois généralistes',
    short: 'Temps jusqu’au troisième généraliste',
    told: concerned(
      'n’a pas le choix entre trois généralistes à moins de 20 minutes en voiture.',
      'n’ont pas le choix entre trois généralistes à moins de 20 minutes en voiture.',
      'Dans chaque commune, on a le choix entre trois généralistes à moins de 20 minutes en voiture.',
    ),
    how: [
      'C’est le temps en voiture jusqu’au troisième généraliste le plus proche. Trois médecins d’une même maison de santé comptent pour trois : quand le premier part ou n’a plus de place, il en reste deux.',
      TIMES_HOW,
    ],
  },
  pharmacy_nearest: {
    question: 'Aller à la pharmacie la plus proche',
    short: 'Temps jusqu’à la pharmacie',
    told: concerned(
      'n’a aucune pharmacie à moins de 20 minutes en voiture.',
      'n’ont aucune pharmacie à moins de 20 minutes en voiture.',
      'Chaque commune a une pharmacie à moins de 20 minutes en voiture.',
    ),
    how: [TIMES_HOW],
  },
  emergency_nearest: {
    question: 'Aller à l’hôpital avec urgences le plus proche',
    short: 'Temps jusqu’aux urgences',
    told: concerned(
      'est à plus de 30 minutes en voiture d’un hôpital avec urgences.',
      'sont à plus de 30 minutes en voiture d’un hôpital avec urgences.',
      'Chaque commune est à moins de 30 minutes en voiture d’un hôpital avec urgences.',
    ),
    how: [
      'C’est le premier hôpital vers qui l’on se tourne : celui qui a un service d’urgences. Il n’a pas toujours la spécialité cherchée. Avant de partir, appelez le 15.',
      TIMES_HOW,
    ],
  },
  basket_missing: {
    question: 'Les soins de tous les jours : que manque-t-il ?',
    short: 'Soins de tous les jours manquants',
    told: concerned(
      'n’a pas, près de chez lui, les cinq soins de tous les jours.',
      'n’ont pas, près de chez eux, les cinq soins de tous les jours.',
      'Les cinq soins de tous les jours sont partout à portée.',
    ),
    how: [
      'Les cinq soins de tous les jours : généraliste, infirmière ou infirmier, kinésithérapeute, dentiste, pharmacie. Nous comptons ceux qui sont à plus de 15 minutes en voiture : c’est notre choix.',
      'Une valeur à virgule vient d’une commune où certains quartiers ont plus que d’autres.',
    ],
  },
  deficits: {
    question: 'Les manques qui s’ajoutent',
    short: 'Métiers en manque',
    told: concerned(
      'manque à la fois d’au moins un métier du soin, compte tenu des habitants qui se le partagent.',
      'manquent d’au moins un métier du soin, compte tenu des habitants qui se le partagent.',
      'Aucun métier du soin n’est en manque sur le territoire.',
    ),
    how: [
      'Nous regardons trois métiers, ceux que le ministère additionne : généralistes, infirmiers et kinésithérapeutes. Un métier manque sous 2,5 consultations par an pour les généralistes. Aucun texte ne fixe de seuil pour les deux autres : nous prenons la moitié de la moyenne du territoire. C’est notre choix.',
    ],
  },
  useful_days_gp: {
    question: 'Sans voiture, combien de jours par semaine chez un généraliste ?',
    short: 'Jours utiles, généraliste',
    told: concerned(
      'ne peut aller chez un généraliste sans voiture, et en revenir, aucun jour de la semaine.',
      'ne peuvent aller chez un généraliste sans voiture, et en revenir, aucun jour de la semaine.',
      'Partout, on peut aller chez un généraliste sans voiture, et en revenir, au moins un jour par semaine.',
    ),
    how: [
      'Un jour est « utile » quand on peut, le même jour et sans voiture, partir, arriver pendant l’ouverture, rester une demi-heure au moins et rentrer. Comptent la marche (20 minutes au plus), les trains, les cars et les transports à la demande ouverts à tous, si l’on peut réserver : 90 minutes au plus à l’aller comme au retour. Ce qui est « à confirmer » compte.',
      'Le transport solidaire a ses conditions (âge, inscription, ressources) : il n’est pas compté ici. La fiche de chaque commune dit les jours qu’il ajoute.',
      'Nous essayons les trois lieux les plus proches, et les deux plus proches qu’une ligne dessert, avec les mêmes calculs que la recherche de trajet de ce site.',
    ],
  },
  useful_days_pharmacy: {
    question: 'Sans voiture, combien de jours par semaine à la pharmacie ?',
    short: 'Jours utiles, pharmacie',
    told: concerned(
      'ne peut aller à la pharmacie sans voiture, et en revenir, aucun jour de la semaine.',
      'ne peuvent aller à la pharmacie sans voiture, et en revenir, aucun jour de la semaine.',
      'Partout, on peut aller à la pharmacie sans voiture, et en revenir, au moins un jour par semaine.',
    ),
    how: ['Même calcul que pour le généraliste, vers la pharmacie.'],
  },
  older_out_of_reach: {
    question: 'Les plus de 75 ans loin d’un généraliste, sans voiture',
    short: 'Personnes de 75 ans et plus',
    told: ({ mean }) =>
      mean === null
        ? 'La valeur du territoire n’est pas encore connue.'
        : `${mean} de 75 ans et plus n’ont aucun jour où aller chez un généraliste sans voiture.`,
    how: [
      'Nous comptons les habitants de 75 ans et plus des lieux où l’on ne peut aller chez un généraliste sans voiture aucun jour de la semaine.',
    ],
  },
  gp_gap_without_car: {
    question: 'Ce que l’on perd sans voiture',
    short: 'Consultations perdues sans voiture',
    told: ({ mean }) =>
      mean === null
        ? 'La valeur du territoire n’est pas encore connue.'
        : `Sans voiture, on dispose en moyenne de ${mean} de généraliste de moins.`,
    how: [
      'Même calcul que l’accès au généraliste, fait deux fois : avec une voiture, et sans. L’écart est ce que coûte l’absence de voiture.',
    ],
  },
  gp_walk: {
    question: 'Aller à pied chez un généraliste',
    short: 'Habitants à 15 min à pied d’un généraliste',
    told: ({ mean }) =>
      mean === null
        ? 'La valeur du territoire n’est pas encore connue.'
        : `Sur le territoire, ${mean} vivent à un quart d’heure à pied, au plus, d’un généraliste.`,
    how: WALK_HOW,
  },
  pharmacy_walk: {
    question: 'Aller à pied à la pharmacie',
    short: 'Habitants à 15 min à pied d’une pharmacie',
    told: ({ mean }) =>
      mean === null
        ? 'La valeur du territoire n’est pas encore connue.'
        : `Sur le territoire, ${mean} vivent à un quart d’heure à pied, au plus, d’une pharmacie.`,
    how: WALK_HOW,
  },
};
