// Where does each open file of a territory stand on the web? Addresses of the producers themselves.

const GEO_API = 'https://geo.api.gouv.fr';
const COMMUNE_FIELDS =
  'nom,code,codeDepartement,codeEpci,epci,population,centre,mairie,contour,codesPostaux';

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

/** An extract of OpenStreetMap; null: no extract is cut along this département's region. */
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
