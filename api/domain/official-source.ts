// Which files of the country can an operator import, from whom, how often do they change, by which command?

import type { PartialDate } from '#domain/provenance.ts';
import { addDays, type LocalDate } from '#domain/time.ts';

/** `name` is the word of `npm run import -- NAME`. Texts are in both languages of the interface. */
export type OfficialSource = {
  name: string;
  title: { fr: string; en: string };
  publisher: string;
  /** Null: each file has its own. */
  licence: string | null;
  cadence: { fr: string; en: string };
  /** The producer's page, where a person finds the file. */
  page: string;
  /** What to give the command. */
  takes: { fr: string; en: string };
  /** Where the newest file always is; null: the person names the file. */
  defaultUrl: string | null;
  /** Days after which an import should be done again; null: the file's own dates say it. */
  oldAfterDays: number | null;
};

/** What an instance holds of one source, or of one network of a source that keeps several. */
export type ImportedEdition = {
  /** The network's name; null when the source has one edition. */
  name: string | null;
  /** Its own; null: that of its source, or not stated. */
  licence: string | null;
  /** The date the data speaks of. */
  asOf: PartialDate | null;
  importedOn: LocalDate;
  /** The last day its producer's file was compared with ours. */
  checkedOn: LocalDate;
  keptCount: number;
  rejectedCount: number;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
};

/** `old`: it should be imported again; `expired`: its last day is over. */
export type EditionState = 'fresh' | 'old' | 'expired';

export type SourceFreshness = OfficialSource & {
  editions: readonly (ImportedEdition & { state: EditionState })[];
};

export function editionState(
  { oldAfterDays }: Pick<OfficialSource, 'oldAfterDays'>,
  { checkedOn, validTo }: Pick<ImportedEdition, 'checkedOn' | 'validTo'>,
  today: LocalDate,
): EditionState {
  if (validTo !== null && validTo < today) return 'expired';
  return oldAfterDays !== null && addDays(checkedOn, oldAfterDays) < today ? 'old' : 'fresh';
}

const DATA_GOUV = 'https://www.data.gouv.fr/api/1/datasets/r';
const OPEN_LICENCE = 'Licence Ouverte 2.0';
const DAILY = { fr: 'chaque jour', en: 'every day' };
const WEEKLY = { fr: 'chaque semaine', en: 'every week' };
const YEARLY = { fr: 'chaque année', en: 'every year' };

export const OFFICIAL_SOURCES: readonly OfficialSource[] = [
  {
    name: 'communes',
    title: { fr: 'Communes et contours', en: 'Communes and their outlines' },
    publisher: 'IGN, Insee',
    licence: OPEN_LICENCE,
    cadence: YEARLY,
    page: 'https://geo.api.gouv.fr/decoupage-administratif',
    takes: {
      fr: 'contours, intercommunalités (GeoJSON) ; communes et mouvements de l’Insee (CSV)',
      en: 'outlines, groups of communes (GeoJSON); Insee communes and their changes (CSV)',
    },
    defaultUrl: null,
    oldAfterDays: 400,
  },
  {
    name: 'population',
    title: { fr: 'Population par âge', en: 'Population by age' },
    publisher: 'Insee',
    licence: OPEN_LICENCE,
    cadence: YEARLY,
    page: 'https://www.insee.fr/fr/information/2880845',
    takes: {
      fr: 'âges par commune (TD_POP1B de l’Insee, ou JSON), populations légales (ensemble.zip), carreaux de 200 m (Filosofi)',
      en: 'ages by commune (TD_POP1B of Insee, or JSON), legal populations (ensemble.zip), 200 m squares (Filosofi)',
    },
    defaultUrl: null,
    oldAfterDays: 400,
  },
  {
    name: 'places',
    title: { fr: 'Adresses et codes postaux', en: 'Addresses and postcodes' },
    publisher: 'La Poste, Base Adresse Nationale',
    licence: OPEN_LICENCE,
    cadence: WEEKLY,
    page: 'https://adresse.data.gouv.fr/outils/telechargements',
    takes: {
      fr: 'codes postaux (019HexaSmal.csv, « base officielle des codes postaux » de data.gouv.fr), adresses (adresses-16.csv.gz)',
      en: 'postcodes (019HexaSmal.csv, “base officielle des codes postaux” on data.gouv.fr), addresses (adresses-16.csv.gz)',
    },
    defaultUrl: null,
    oldAfterDays: 200,
  },
  {
    name: 'finess',
    title: { fr: 'Établissements de santé', en: 'Health establishments' },
    publisher: 'Agence du numérique en santé (FINESS+)',
    licence: OPEN_LICENCE,
    cadence: DAILY,
    page: 'https://www.data.gouv.fr/datasets/finess-structures-1',
    takes: {
      fr: 'structures, activités (JSON ou JSON.gz), nomenclature (XML), anciens fichiers (CSV)',
      en: 'structures, activities (JSON or JSON.gz), nomenclature (XML), older files (CSV)',
    },
    defaultUrl: `${DATA_GOUV}/cd493959-fb03-41e5-9347-0edd14dfbc22`,
    oldAfterDays: 45,
  },
  {
    name: 'rpps',
    title: { fr: 'Professionnels de santé', en: 'Health professionals' },
    publisher: 'Agence du numérique en santé (RPPS)',
    licence: OPEN_LICENCE,
    cadence: DAILY,
    page: 'https://www.data.gouv.fr/datasets/annuaire-sante-extractions-des-donnees-en-libre-acces-des-professionnels-intervenant-dans-le-systeme-de-sante-rpps',
    takes: {
      fr: 'PS_LibreAcces_Personne_activite (texte ou zip)',
      en: 'PS_LibreAcces_Personne_activite (text or zip)',
    },
    defaultUrl: `${DATA_GOUV}/fffda7e9-0ea2-4c35-bba0-4496f3af935d`,
    oldAfterDays: 45,
  },
  {
    name: 'ameli',
    title: {
      fr: 'Téléphones et tarifs des professionnels',
      en: 'Phones and fees of professionals',
    },
    publisher: 'Assurance Maladie (annuaire santé Ameli)',
    licence: OPEN_LICENCE,
    cadence: WEEKLY,
    page: 'https://www.data.gouv.fr/datasets/annuaire-sante-ameli',
    takes: {
      fr: 'liste-ps (professionnels) et liste-cds (centres de santé), en CSV',
      en: 'liste-ps (professionals) and liste-cds (health centres), as CSV',
    },
    defaultUrl: `${DATA_GOUV}/432983b9-2e6f-473a-b35a-20403c300a5f`,
    oldAfterDays: 45,
  },
  {
    name: 'acceslibre',
    title: { fr: 'Accessibilité des lieux', en: 'Accessibility of places' },
    publisher: 'Acceslibre (ministère chargé de l’écologie)',
    licence: OPEN_LICENCE,
    cadence: DAILY,
    page: 'https://www.data.gouv.fr/datasets/accessibilite-des-etablissements-recevant-du-public-erp-pour-les-personnes-en-situation-de-handicap',
    takes: { fr: 'l’export des établissements (CSV)', en: 'the export of establishments (CSV)' },
    defaultUrl: `${DATA_GOUV}/93ae96a7-1db7-4cb4-a9f1-6d778370b640`,
    oldAfterDays: 90,
  },
  {
    name: 'apl',
    title: { fr: 'Accessibilité aux soins publiée', en: 'Published access to care' },
    publisher: 'Drees',
    licence: OPEN_LICENCE,
    cadence: YEARLY,
    page: 'https://data.drees.solidarites-sante.gouv.fr/explore/dataset/530_l-accessibilite-potentielle-localisee-apl/',
    takes: {
      fr: 'valeurs par commune et par année (classeur de la Drees, ou CSV)',
      en: 'values by commune and year (workbook of the Drees, or CSV)',
    },
    // Address read in several public programs of 2026; another one before the edition of July 2026.
    defaultUrl:
      'https://data.drees.solidarites-sante.gouv.fr/api/explore/v2.1/catalog/datasets/530_l-accessibilite-potentielle-localisee-apl/attachments/indicateur_d_apl_aux_medecins_generalistes_xlsx',
    oldAfterDays: null,
  },
  {
    name: 'supply',
    title: { fr: 'Soignants par commune', en: 'Care by commune' },
    publisher: 'Insee, Drees',
    licence: OPEN_LICENCE,
    cadence: YEARLY,
    page: 'https://www.insee.fr/fr/metadonnees/source/serie/s1161',
    takes: {
      fr: 'effectifs par commune (CSV insee, gp, nurse, physio, dentist, midwife, pharmacy, hospital, emergency)',
      en: 'counts by commune (CSV insee, gp, nurse, physio, dentist, midwife, pharmacy, hospital, emergency)',
    },
    defaultUrl: null,
    oldAfterDays: 400,
  },
  {
    name: 'gtfs',
    title: { fr: 'Horaires des trains et des cars', en: 'Train and coach timetables' },
    publisher: 'Le réseau de transport',
    licence: null,
    cadence: { fr: 'selon le réseau', en: 'depends on the network' },
    page: 'https://transport.data.gouv.fr',
    takes: { fr: 'une archive GTFS (zip)', en: 'a GTFS archive (zip)' },
    defaultUrl: null,
    oldAfterDays: null,
  },
  {
    name: 'gtfs-flex',
    title: { fr: 'Transports à la demande', en: 'On-demand transport' },
    publisher: 'Le réseau de transport',
    licence: null,
    cadence: { fr: 'selon le réseau', en: 'depends on the network' },
    page: 'https://transport.data.gouv.fr',
    takes: { fr: 'une archive GTFS-Flex (zip)', en: 'a GTFS-Flex archive (zip)' },
    defaultUrl: null,
    oldAfterDays: null,
  },
  {
    name: 'osm',
    title: { fr: 'Routes', en: 'Roads' },
    publisher: 'Les contributeurs d’OpenStreetMap',
    licence: 'ODbL 1.0',
    cadence: DAILY,
    page: 'https://www.openstreetmap.org/copyright',
    takes: { fr: 'un extrait .osm.pbf', en: 'an .osm.pbf extract' },
    defaultUrl: null,
    oldAfterDays: 400,
  },
];
