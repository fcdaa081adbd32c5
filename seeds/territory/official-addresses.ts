// Where does each open file of a territory stand on the web? Addresses of the producers themselves.

import type { PartialDate } from '#domain/provenance.ts';

const GEO_API = 'https://geo.api.gouv.fr';
const COMMUNE_FIELDS =
  'nom,code,codeDepartement,codeRegion,codeEpci,epci,population,centre,mairie,contour,codesPostaux';

/** The communes of a group, whole. */
export const communesOfEpciUrl = (siren: string): string =>
  `${GEO_API}/epcis/${siren}/communes?fields=${COMMUNE_FIELDS}`;

/** Every commune of France with its centre, nothing else. */
export const ALL_CENTRES_URL = `${GEO_API}/communes?fields=code,centre,codeDepartement`;

/** The communes of a département, whole. */
export const communesOfDepartementUrl = (departement: string): string =>
  `${GEO_API}/departements/${departement}/communes?fields=${COMMUNE_FIELDS}`;

/** Base Adresse Nationale. */
export const addressesUrl = (departement: string): string =>
  `https://adresse.data.gouv.fr/data/ban/adresses/latest/csv/adresses-${departement}.csv.gz`;

/**
 * One file of the whole country. `word`: of the command; `asOf`: where the file does not say its date;
 * `name` and `page`: what a person looks for, and where, when the address does not answer.
 */
export type NationalFile = {
  word: string;
  url: string;
  asOf: PartialDate | null;
  name: string;
  page: string;
};

const INSEE = 'https://www.insee.fr/fr/statistiques';

function inseeFile(
  word: string,
  pageNumber: number,
  name: string,
  asOf: PartialDate | null = null,
): NationalFile {
  const url = `${INSEE}/fichier/${pageNumber}/${name}`;
  return { word, url, asOf, name, page: `${INSEE}/${pageNumber}` };
}

/** Code officiel géographique of 2026; a new page each January. Addresses read in public programs, 2026-10. */
export const COMMUNE_FILES: readonly NationalFile[] = [
  inseeFile('communes', 8740222, 'v_commune_2026.csv'),
  inseeFile('communes', 8740222, 'v_mvt_commune_2026.csv'),
];

/**
 * Postcodes: the lasting address data.gouv.fr gives the file of La Poste. Of INSEE, one address an
 * edition: ages of the census of 2021, populations of 2023 (which come after: the newest counts), and
 * the squares of 2021. Addresses read in several public programs, 2026-06 to 2026-10.
 */
export const NATIONAL_FILES: readonly NationalFile[] = [
  {
    word: 'places',
    url: 'https://www.data.gouv.fr/api/1/datasets/r/008a2dda-2c60-4b63-b910-998f6f818089',
    asOf: null,
    name: '019HexaSmal.csv',
    page: 'https://www.data.gouv.fr/datasets/base-officielle-des-codes-postaux',
  },
  inseeFile('population', 8202264, 'TD_POP1B_2021_csv.zip'),
  inseeFile('population', 8680726, 'ensemble.zip', '2023'),
  inseeFile('population', 8735162, 'Filosofi2021_carreaux_200m_csv.zip'),
];

/** Every dataset of the national access point to transport data, with what each covers. */
export const TIMETABLES_URL = 'https://transport.data.gouv.fr/api/datasets';

/** The extract of OpenStreetMap a département lies in; null: none is cut along its region. */
export function roadsUrl(departement: string): string | null {
  const region = ROAD_EXTRACTS.find(([, departements]) => departements.includes(departement))?.[0];
  return region === undefined
    ? null
    : `https://download.geofabrik.de/europe/france/${region}-latest.osm.pbf`;
}

/** Extracts follow the regions of before 2016. */
const ROAD_EXTRACTS: readonly [region: string, departements: readonly string[]][] = [
  ['alsace', ['67', '68']],
  ['aquitaine', ['24', '33', '40', '47', '64']],
  ['auvergne', ['03', '15', '43', '63']],
  ['basse-normandie', ['14', '50', '61']],
  ['bourgogne', ['21', '58', '71', '89']],
  ['bretagne', ['22', '29', '35', '56']],
  ['centre', ['18', '28', '36', '37', '41', '45']],
  ['champagne-ardenne', ['08', '10', '51', '52']],
  ['corse', ['2A', '2B']],
  ['franche-comte', ['25', '39', '70', '90']],
  ['guadeloupe', ['971']],
  ['guyane', ['973']],
  ['haute-normandie', ['27', '76']],
  ['ile-de-france', ['75', '77', '78', '91', '92', '93', '94', '95']],
  ['languedoc-roussillon', ['11', '30', '34', '48', '66']],
  ['limousin', ['19', '23', '87']],
  ['lorraine', ['54', '55', '57', '88']],
  ['martinique', ['972']],
  ['mayotte', ['976']],
  ['midi-pyrenees', ['09', '12', '31', '32', '46', '65', '81', '82']],
  ['nord-pas-de-calais', ['59', '62']],
  ['pays-de-la-loire', ['44', '49', '53', '72', '85']],
  ['picardie', ['02', '60', '80']],
  ['poitou-charentes', ['16', '17', '79', '86']],
  ['provence-alpes-cote-d-azur', ['04', '05', '06', '13', '83', '84']],
  ['reunion', ['974']],
  ['rhone-alpes', ['01', '07', '26', '38', '42', '69', '73', '74']],
];
