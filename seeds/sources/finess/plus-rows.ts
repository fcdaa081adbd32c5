// What does one legal entity of FINESS+, with its sites, say in our rows?
// Its lists are in no order: the place one goes to is the address of usage 03, the number one calls is
// the contact of role 01.

import { departementOf, precisionOfKey, registerPoint } from '#domain/directory/finess-point.ts';
import { readableText, streetText } from '#domain/directory/finess-words.ts';
import {
  codeOf,
  isObject,
  type Json,
  objectOf,
  objectsOf,
  textOf,
} from '#seeds/sources/finess/read-json.ts';
import {
  dayOrNull,
  phonesJson,
  type StagedRow,
  saidOrNull,
  stagedRow,
} from '#seeds/sources/finess/staged-rows.ts';

const PRACTICE_ADDRESS = '03';
const HEAD_OFFICE_ADDRESS = '02';
const PUBLIC_CONTACT = '01';

const LEGAL_KEYS = ['informationsGeneralesPMEJ', 'informationsGeneralesPmej'];
const SITE_KEYS = ['informationsGeneralesEGE', 'informationsGeneralesEge'];
const CATEGORY_KEYS = [
  'categorieentiteGeographiqueExercice',
  'categorieEntiteGeographiqueExercice',
  'categorieentitegeographiqueexercice',
];

/** The legal entity first, then its sites; `state` is what the file said when it is neither A nor I. */
export type ReadRow = { row: StagedRow; state: string };

export function plusRows(element: unknown, position: number): ReadRow[] {
  if (!isObject(element)) return [];
  const info = objectOf(element, ...LEGAL_KEYS);
  const legalFiness = textOf(info, 'numFinessPm', 'numFiness', 'numeroFiness').toUpperCase();
  const legal = readOf(element, info, position, {
    kind: 'legal',
    finess: legalFiness,
    name: textOf(info, 'denominationLonguePmSmsse', 'denominationPm'),
    siret: textOf(info, 'siren'),
    categoryCode: '',
    openedOn: textOf(info, 'dateCreation'),
    usage: HEAD_OFFICE_ADDRESS,
  });
  const statusCode = codeOf(info, 'statutJuridique');
  const sites = objectsOf(element['ege']).map((site) => {
    const said = objectOf(site, ...SITE_KEYS);
    const read = readOf(site, said, position, {
      kind: 'site',
      finess: textOf(said, 'numFinessEge', 'numFiness').toUpperCase(),
      name: textOf(said, 'nomEgeLong', 'nomEgeCourt'),
      siret: textOf(said, 'siret') || textOf(site, 'siret'),
      categoryCode: codeOf(site, ...CATEGORY_KEYS) || codeOf(said, ...CATEGORY_KEYS),
      openedOn: textOf(said, 'dateOuverture', 'datePremiereAutorisation'),
      usage: PRACTICE_ADDRESS,
    });
    read.row.legalFiness = saidOrNull(legalFiness);
    return read;
  });
  legal.row.statusCode = saidOrNull(statusCode);
  return [legal, ...sites];
}

type Said = {
  kind: 'site' | 'legal';
  finess: string;
  name: string;
  siret: string;
  categoryCode: string;
  openedOn: string;
  usage: string;
};

function readOf(thing: Json, info: Json, line: number, said: Said): ReadRow {
  const state = codeOf(thing, 'etatObjet') || codeOf(info, 'etatObjet');
  const closedOn = dayOrNull(textOf(info, 'dateFermeture') || textOf(thing, 'dateFermeture'));
  const inService = state === 'A' && closedOn === null;
  const address = addressOf(thing['adresse'], said.usage);
  const insee = textOf(address, 'cogCommune').toUpperCase();
  const departement = departementOf(insee);
  const city = textOf(address, 'ligneAcheminement');
  const row = stagedRow({
    kind: said.kind,
    line,
    finess: said.finess,
    name: saidOrNull(inService ? readableText(said.name) : said.name),
    categoryCode: saidOrNull(said.categoryCode),
    siret: saidOrNull(said.siret),
    inService,
    openedOn: dayOrNull(said.openedOn),
    closedOn,
    postcode: / CEDEX\b/i.test(city) ? null : saidOrNull(textOf(address, 'codePostal')),
    insee: saidOrNull(insee),
    departement,
    updatedOn: updatedOn(thing, info),
  });
  // Nobody goes to the others.
  if (said.kind === 'site' && inService)
    Object.assign(row, whereabouts(thing, address, departement));
  return { row, state: state === 'A' || state === 'I' ? '' : state || '(vide)' };
}

function whereabouts(thing: Json, address: Json, departement: string | null): Partial<StagedRow> {
  const place = objectOf(address, 'coordonneesGeographique', 'coordonneesGeographiques');
  const banKey = textOf(place, 'cleInInteropBAN', 'cleInteropBAN');
  const precision = precisionOfKey(banKey);
  const point =
    precision === null
      ? null
      : registerPoint(departement, [
          [textOf(place, 'directionLongitude'), textOf(place, 'directionLatitude')],
          [textOf(place, 'coordonneeX'), textOf(place, 'coordonneeY')],
        ]);
  return {
    street: streetOf(address),
    complement: complementOf(address),
    city: saidOrNull(
      readableText(textOf(address, 'ligneAcheminement').replace(/ CEDEX\b.*$/i, '')),
    ),
    x: point?.x ?? null,
    y: point?.y ?? null,
    srid: point?.srid ?? null,
    precision: point === null ? null : precision,
    banKey: saidOrNull(banKey),
    phones: phonesJson(phoneText(thing['contact'])),
  };
}

function addressOf(value: unknown, usage: string): Json {
  const addresses = objectsOf(value);
  return addresses.find((each) => codeOf(each, 'usageAdresse') === usage) ?? addresses[0] ?? {};
}

function streetOf(address: Json): string | null {
  const name = textOf(address, 'libelleVoie');
  if (name === '') return saidOrNull(readableText(textOf(address, 'ligneQuatre')));
  return streetText(textOf(address, 'numeroVoie'), textOf(address, 'typeVoie'), name);
}

function complementOf(address: Json): string | null {
  const parts = ['complementPointGeographique', 'complementVoie', 'lieuDit']
    .map((key) => readableText(textOf(address, key)))
    .filter((part) => part !== '');
  return saidOrNull([...new Set(parts)].join(', '));
}

function phoneText(value: unknown): string {
  const contacts = objectsOf(value);
  const role = (contact: Json) => codeOf(objectOf(contact, 'typeContact'), 'roleContact');
  const chosen = contacts.find((contact) => role(contact) === PUBLIC_CONTACT) ?? contacts[0];
  return textOf(objectOf(chosen, 'telecom'), 'telephone');
}

/** A text, or `{ dateEvenement }` as the published schema has it. */
function updatedOn(thing: Json, info: Json): string | null {
  const text = (from: Json) =>
    textOf(from, 'dateDerniereMaj') || textOf(objectOf(from, 'dateDerniereMaj'), 'dateEvenement');
  return dayOrNull(text(thing) || text(info));
}
