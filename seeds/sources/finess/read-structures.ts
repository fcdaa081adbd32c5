// Reads the establishments of a file, whichever of its three layouts it has, as staged rows.

import { sql } from 'drizzle-orm';
import type { CopyValue } from '#db/database.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import { type DelimitedOptions, readDelimited } from '#seeds/pipeline/read-delimited.ts';
import { readInThreads, threadsFor } from '#seeds/pipeline/read-in-threads.ts';
import type { ImportContext } from '#seeds/pipeline/source.ts';
import { legacyPoint, legacySite } from '#seeds/sources/finess/legacy-row.ts';
import { numberFault, readPlusLines } from '#seeds/sources/finess/plus-lines.ts';
import { expectKind } from '#seeds/sources/finess/recognise.ts';
import { elementBlocks } from '#seeds/sources/finess/split-elements.ts';
import {
  STAGED_COLUMNS,
  STAGED_TYPES,
  type StagedRow,
  stagedValues,
} from '#seeds/sources/finess/staged-rows.ts';

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
export const UNREAD = ['evenement', 'engagement'];

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

/** Copies them into `staged_finess`. Throws `bad_import` when the file is something else. */
export async function stageStructures(context: ImportContext): Promise<StructuresRead> {
  const { tx, bulk, incoming, file } = context;
  const kind = await expectKind(file, KINDS, STRUCTURES_EXPECT);
  const types = STAGED_TYPES.map((type) => type.join(' ')).join(', ');
  await incoming.open();
  await tx.execute(sql.raw(`create unlogged table staged_finess (${types})`));
  const read: StructuresRead = { siteCount: 0, generatedOn: null };
  if (kind === 'structures_json') {
    const lines = readPlus(context, read, threadsFor(file));
    await bulk.copyLines('staged_finess', STAGED_COLUMNS, lines);
  } else {
    await bulk.copyValues('staged_finess', STAGED_COLUMNS, valuesOf(context, kind, read));
  }
  return read;
}

/** Lines to copy. Fills `read` as it goes. */
export async function* readPlus(
  { file, reject, onProgress }: Pick<ImportContext, 'file' | 'reject' | 'onProgress'>,
  read: StructuresRead,
  threads: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const onBytes = (done: number) => onProgress({ step: 'lecture', done, total: file.byteCount });
  const onHeader = (key: string, value: unknown) => {
    const said = key === 'metadata' ? (value as { generatedAt?: unknown }).generatedAt : value;
    const day = /^\d{4}-\d{2}-\d{2}/.exec(String(said))?.[0];
    if ((key === 'generatedAt' || key === 'metadata') && day !== undefined) read.generatedOn = day;
  };
  const blocks = elementBlocks(openContent(file, { onBytes }), {
    fileName: file.name,
    lists: ['pmej'],
    without: UNREAD,
    onHeader,
  });
  const answers = readInThreads(blocks, {
    entry: new URL('./plus-thread.ts', import.meta.url),
    reader: readPlusLines,
    start: null,
    threads,
  });
  for await (const { lines, siteCount, rejects } of answers) {
    read.siteCount += siteCount;
    for (const refused of rejects) reject(refused);
    yield lines;
  }
}

async function* valuesOf(
  context: ImportContext,
  kind: 'etalab' | 'sites_csv',
  read: StructuresRead,
): AsyncGenerator<CopyValue[]> {
  for await (const row of readTable(context, kind, read)) {
    if (row.kind === 'site') read.siteCount += 1;
    const refused = numberFault(row);
    if (refused === null) yield stagedValues(row);
    else if (row.kind === 'site') context.reject(refused);
  }
}

async function* readTable(
  context: ImportContext,
  kind: 'etalab' | 'sites_csv',
  read: StructuresRead,
): AsyncGenerator<StagedRow> {
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
    if (section === 'structureet') yield legacySite(line, get);
    else if (section === 'geolocalisation') {
      yield legacyPoint(line, (name) => get(ETALAB_FIELDS[POINT_FIELDS.indexOf(name)] ?? ''));
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
