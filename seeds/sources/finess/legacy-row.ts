// One establishment of the old files (frozen in May 2026), in our rows. Everything there is in service.

import { departementOf, inseeOf, registerPoint } from '#domain/directory/finess-point.ts';
import { readableText, streetText } from '#domain/directory/finess-words.ts';
import {
  dayOrNull,
  phonesJson,
  type StagedRow,
  saidOrNull,
  stagedRow,
} from '#seeds/sources/finess/staged-rows.ts';

type Get = (name: string) => string;

/** `get` answers the names of the headless layout. */
export function legacySite(line: number, get: Get): StagedRow {
  const insee = (get('code_insee') || inseeOf(get('departement'), get('commune'))).toUpperCase();
  const departement = departementOf(insee);
  const { postcode, city } = postalLine(get('ligneacheminement'));
  const point = registerPoint(departement, [
    [get('longitude'), get('latitude')],
    [get('coordxet'), get('coordyet')],
  ]);
  return stagedRow({
    kind: 'site',
    line,
    finess: get('nofinesset').toUpperCase(),
    legalFiness: saidOrNull(get('nofinessej').toUpperCase()),
    name: saidOrNull(readableText(get('rslongue') || get('rs'))),
    categoryCode: saidOrNull(get('categetab')),
    categoryLabel: saidOrNull(get('libcategetab')),
    siret: saidOrNull(get('siret')),
    openedOn: dayOrNull(get('dateouv')),
    street: streetText(get('numvoie'), get('typvoie'), get('voie')),
    complement: saidOrNull(
      [get('compldistrib'), get('compvoie'), get('lieuditbp')]
        .map(readableText)
        .filter((part) => part !== '')
        .join(', '),
    ),
    postcode: saidOrNull(postcode),
    city: saidOrNull(readableText(city)),
    insee: saidOrNull(insee),
    departement,
    x: point?.x ?? null,
    y: point?.y ?? null,
    srid: point?.srid ?? null,
    precision: point === null ? null : 'address',
    phones: phonesJson(get('telephone')),
    updatedOn: dayOrNull(get('datemaj')),
  });
}

/** « 30000 NIMES » → 30000, NIMES. « 30006 NIMES CEDEX 4 » → NIMES: that code is no place's. */
function postalLine(text: string): { postcode: string; city: string } {
  const found = /^(\d{5}) (.*?)( CEDEX.*)?$/.exec(text.trim());
  const postcode = found?.[3] === undefined ? found?.[1] : undefined;
  return { postcode: postcode ?? '', city: found?.[2] ?? text.trim() };
}

/** References of metres French registers use, and degrees. */
const KNOWN_REFERENCES = new Set([2154, 5490, 2972, 2975, 4471, 4467, 32620, 32621, 32622, 4326]);
const LARGEST_EASTING = 1_400_000;
const LARGEST_NORTHING = 10_000_000;

/**
 * A row of coordinates. `source` reads « 1,ATLASANTE,96,BAN,EPSG:2154 … »: the rank of the precision
 * first, 1 for a number in a street, and the reference of the metres. A reference nobody knows, or
 * metres of nowhere, give no point.
 */
export function legacyPoint(line: number, get: Get): StagedRow {
  const source = get('sourcecoordet');
  const srid = Number(/EPSG\s*:\s*(\d{4,6})/i.exec(source)?.[1] ?? 0);
  const [first, second] = [metres(get('coordxet')), metres(get('coordyet'))];
  const isSwapped = first > LARGEST_EASTING && second <= LARGEST_EASTING;
  const [x, y] = isSwapped ? [second, first] : [first, second];
  const isUsable =
    Math.abs(x) <= LARGEST_EASTING &&
    Math.abs(y) <= LARGEST_NORTHING &&
    (srid === 0 || KNOWN_REFERENCES.has(srid));
  return stagedRow({
    kind: 'point',
    line,
    finess: get('nofinesset').toUpperCase(),
    x: isUsable ? x : null,
    y: isUsable ? y : null,
    srid: srid === 0 ? null : srid,
    precision: source.startsWith('1') ? 'address' : 'bourg',
  });
}

/** NaN for what is no number. */
function metres(text: string): number {
  return text === '' ? Number.NaN : Number(text.replace(',', '.'));
}
