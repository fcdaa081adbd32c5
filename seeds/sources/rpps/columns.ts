// Which columns of the extract are read? Its header drifts: « d'exercice » or « exercice », « coord. structure »
// or « coord. Structure », « fonction » or « rôle ».

import type { Places } from '#seeds/pipeline/byte-rows.ts';

export const DELIMITER = '|';

const inStructure = (name: string): string[] => [
  `${name} (coord. structure)`,
  `${name} (structure)`,
];

export const RPPS_COLUMNS = {
  identifierType: ["Type d'identifiant PP", 'Type identifiant PP'],
  identifier: ['Identifiant PP'],
  civilityCode: ["Code civilité d'exercice", 'Code civilité exercice'],
  lastName: ["Nom d'exercice", 'Nom exercice'],
  firstName: ["Prénom d'exercice", 'Prénom exercice'],
  profession: ['Code profession'],
  professionLabel: ['Libellé profession'],
  professionalCategory: ['Code catégorie professionnelle'],
  speciality: ['Code savoir-faire'],
  mode: ['Code mode exercice', "Code mode d'exercice"],
  siret: ['Numéro SIRET site'],
  finess: ['Numéro FINESS site'],
  structure: ['Identifiant technique de la structure', 'Identifiant technique structure'],
  companyName: ['Raison sociale site'],
  brandName: ['Enseigne commerciale site', 'Enseigne site'],
  addressee: inStructure('Complément destinataire'),
  geographicComplement: inStructure('Complément point géographique'),
  streetNumber: inStructure('Numéro Voie'),
  streetRepetition: inStructure('Indice répétition voie'),
  streetType: inStructure('Code type de voie'),
  streetTypeLabel: inStructure('Libellé type de voie'),
  streetName: inStructure('Libellé Voie'),
  distribution: inStructure('Mention distribution'),
  postcode: inStructure('Code postal'),
  commune: inStructure('Code commune'),
  communeLabel: inStructure('Libellé commune'),
  phone: inStructure('Téléphone'),
  phone2: inStructure('Téléphone 2'),
  sector: ["Code secteur d'activité", 'Code secteur activité'],
  activityFunction: ['Code fonction', 'Code rôle'],
  kind: ['Code genre activité', "Code genre d'activité"],
} as const;

export type RppsPlaces = Places<keyof typeof RPPS_COLUMNS>;

export const RPPS_NAMES = Object.keys(RPPS_COLUMNS) as readonly (keyof typeof RPPS_COLUMNS)[];

/** A variant keeps know-how in a file of its own; others leave out what is seldom filled in. */
export const OPTIONAL_COLUMNS: readonly (keyof typeof RPPS_COLUMNS)[] = [
  'professionLabel',
  'professionalCategory',
  'speciality',
  'brandName',
  'addressee',
  'geographicComplement',
  'streetRepetition',
  'streetType',
  'streetTypeLabel',
  'distribution',
  'phone2',
  'activityFunction',
  'kind',
];

export const RPPS_EXPECTS =
  'l’extraction PS_LibreAcces_Personne_activite de l’Annuaire Santé (.txt, colonnes séparées par « | »), seule ou en .zip';

/** An archive of all extracts holds others beside it. */
export const isActivityFile = (path: string): boolean =>
  /personne[-_ ]?activite[^/]*\.(txt|csv)$/i.test(path) && !path.startsWith('__MACOSX');
