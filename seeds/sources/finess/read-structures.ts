// Reads the establishments of a file, whichever of its three layouts it has, as staged rows.

import type { PartialDate } from '#domain/provenance.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import { type DelimitedOptions, readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { legacyPoint, legacySite } from '#seeds/sources/finess/legacy-row.ts';
import { plusRows } from '#seeds/sources/finess/plus-rows.ts';
import { expectKind } from '#seeds/sources/finess/recognise.ts';
import { splitElements } from '#seeds/sources/finess/split-elements.ts';
import { FINESS_NUMBER, type StagedRow } from '#seeds/sources/finess/staged-rows.ts';

export const STRUCTURES_EXPECT =
  'les structures de FINESS+ (.json ou .json.gz) ou les établissements de l’ancien FINESS (.csv)';

export type StructuresRead = {
  /** Sites in the file, closed ones and refused ones included. */
  siteCount: number;
  /** The day the file says it was made. */
  generatedOn: PartialDate | null;
};

const KINDS = ['structures_json', 'etalab', 'sites_csv'] as const;

/** What happened to the entity and what it signed: lists of the schema that say nothing of where one goes. */
const UNREAD = ['evenement', 'engagement'];

/** Fields of the headless layout, in order. */
const ETALAB_FIELDS = (
  'section nofinesset nofinessej rs rslongue complrs compldistrib numvoie typvoie voie compvoie ' +
  'lieuditbp commune departement libdepartement ligneacheminement telephone telecopie categetab ' +
  'libcategetab categagretab libcategagretab siret codeape codemft libmft codesph libsph dateouv ' +
  'dateautor datemaj numuai'
).split(' ');
/** Those of its rows of coordinates. */
const POINT_FIELDS = ['section', 'nofinesset', 'coordxet', 'coordyet', 'sourcecoordet', 'datemaj'];

const SITES_CSV: Pick<DelimitedOptions, 'columns' | 'optional'> = {
  columns: {
    nofinesset: ['numero_finess_etablissement', 'nofinesset'],
    nofinessej: [
      'numero_finess_etablissement_juridique',
      'numero finess etablissement juridique',
      'nofinessej',
    ],
    rs: ['raison_sociale', 'rs'],
    rslongue: ['rslongue', 'raison_sociale_longue'],
    compldistrib: ['compldistrib'],
    numvoie: ['numvoie'],
    typvoie: ['typvoie'],
    voie: ['voie'],
    compvoie: ['compvoie'],
    lieuditbp: ['lieuditbp'],
    commune: ['code_commune', 'commune'],
    departement: ['departement'],
    code_insee: ['code_insee'],
    ligneacheminement: ['ligneacheminement'],
    telephone: ['telephone'],
    categetab: ['categetab'],
    libcategetab: ['categorie', 'libcategetab'],
    siret: ['siret'],
    dateouv: ['dateouv'],
    datemaj: ['datemaj'],
    longitude: ['longitude'],
    latitude: ['latitude'],
    coordxet: ['coordxet'],
    coordyet: ['coordyet'],
  },
  optional: [
    ...['rslongue', 'compldistrib', 'numvoie', 'typvoie', 'voie', 'compvoie', 'lieuditbp'],
    ...['code_insee', 'telephone', 'libcategetab', 'siret', 'dateouv', 'datemaj', 'nofinessej'],
    ...['longitude', 'latitude', 'coordxet', 'coordyet'],
  ],
};

/** As many rows at a time as come together. Fills `read` as it goes. Throws `bad_import` when the file is something else. */
export async function* readStructures(
  context: ImportContext,
  read: StructuresRead,
): AsyncGenerator<StagedRow[]> {
  const kind = await expectKind(context.file, KINDS, STRUCTURES_EXPECT);
  const rows =
    kind === 'structures_json' ? readPlus(context, read) : readTable(context, kind, read);
  for await (const together of rows) {
    yield together.filter((row) => {
      if (row.kind === 'site') read.siteCount += 1;
      const isNumbered = FINESS_NUMBER.test(row.finess);
      if (!isNumbered && row.kind === 'site') refuseNumber(context, row);
      return isNumbered;
    });
  }
}

function refuseNumber({ reject }: ImportContext, { line, finess }: StagedRow): void {
  reject({
    line,
    column: 'numéro FINESS',
    value: finess,
    reason: 'Numéro FINESS attendu : neuf chiffres ou lettres.',
  });
}

async function* readPlus(
  context: ImportContext,
  read: StructuresRead,
): AsyncGenerator<StagedRow[]> {
  const { file, reject } = context;
  const onBytes = (done: number) =>
    context.onProgress({ step: 'lecture', done, total: file.byteCount });
  const onHeader = (key: string, value: unknown) => {
    const said = key === 'metadata' ? (value as { generatedAt?: unknown }).generatedAt : value;
    const day = /^\d{4}-\d{2}-\d{2}/.exec(String(said))?.[0];
    if ((key === 'generatedAt' || key === 'metadata') && day !== undefined) read.generatedOn = day;
  };
  const content = openContent(file, { onBytes });
  for await (const { value, position } of splitElements(content, {
    fileName: file.name,
    lists: ['pmej'],
    without: UNREAD,
    onHeader,
  })) {
    yield plusRows(value, position).flatMap(({ row, state }) => {
      if (row.kind === 'legal' || state === '') return [row];
      read.siteCount += 1;
      reject({
        line: position,
        column: 'etatObjet',
        value: state,
        reason: `État attendu A (actif) ou I (inactif), pour le site ${row.finess}.`,
      });
      return [];
    });
  }
}

async function* readTable(
  context: ImportContext,
  kind: 'etalab' | 'sites_csv',
  read: StructuresRead,
): AsyncGenerator<StagedRow[]> {
  const { file, reject } = context;
  const layout =
    kind === 'sites_csv' ? SITES_CSV : { columns: {}, headless: ETALAB_FIELDS, ragged: true };
  const rows = readDelimited(
    file,
    { delimiter: ';', quoted: kind === 'sites_csv', ...layout },
    (fault) => {
      read.siteCount += 1;
      reject(fault);
    },
    (done) => context.onProgress({ step: 'lecture', done, total: file.byteCount }),
  );
  for await (const row of rows) {
    const { line } = row;
    const get = (name: string): string => row.get(name);
    const section = kind === 'sites_csv' ? 'structureet' : get('section');
    if (section === 'structureet') yield [legacySite(line, get)];
    else if (section === 'geolocalisation') {
      yield [legacyPoint(line, (name) => get(ETALAB_FIELDS[POINT_FIELDS.indexOf(name)] ?? ''))];
    } else if (section === 'finess') {
      const said = get(ETALAB_FIELDS[3] ?? '');
      if (/^\d{4}-\d{2}-\d{2}$/.test(said)) read.generatedOn = said;
    } else {
      read.siteCount += 1;
      reject({
        line,
        column: 'section',
        value: section,
        reason: 'Section attendue : structureet ou geolocalisation.',
      });
    }
  }
}
