// `npm run import -- acceslibre FILE`: can one come in, park, use the toilet, hear at the desk?

import { sql } from 'drizzle-orm';
import type { CopyValue } from '#db/database.ts';
import { acceslibrePlace } from '#db/schema/acceslibre.ts';
import { applyClaims, createStagedClaims } from '#seeds/derived/apply-claims.ts';
import { dateInName } from '#seeds/derived/date-in-name.ts';
import { replaceSnapshot } from '#seeds/derived/replace-snapshot.ts';
import { loadWanted } from '#seeds/derived/wanted-territory.ts';
import { readDelimited } from '#seeds/pipeline/read-delimited.ts';
import type { ImportContext, ImportSource } from '#seeds/pipeline/source.ts';
import {
  ACCESLIBRE_SOURCE_ID,
  stageAcceslibreClaims,
} from '#seeds/sources/acceslibre/claim-acceslibre.ts';
import { linkAcceslibre } from '#seeds/sources/acceslibre/link-acceslibre.ts';
import type { AcceslibreRow } from '#seeds/sources/acceslibre/map-identity.ts';
import { isFixture, readFixture } from '#seeds/sources/acceslibre/read-fixture.ts';
import { isFault } from '#seeds/sources/acceslibre/read-point.ts';
import {
  ACCESLIBRE_EXPECTS,
  ACCESLIBRE_FILE,
  mapAcceslibreRow,
} from '#seeds/sources/acceslibre/row.ts';

const COLUMNS = [
  'line',
  'key',
  'name',
  'activity',
  'category',
  'siret',
  'finess',
  'street',
  'postcode',
  'city',
  'insee',
  'point',
  'answers',
] as const;

export const acceslibreSource: ImportSource = {
  name: 'acceslibre',
  version: 1,
  expects: ACCESLIBRE_EXPECTS,
  changesDirectory: true,

  source: () => ({
    id: ACCESLIBRE_SOURCE_ID,
    name: 'acceslibre',
    publisher: 'Ministère de la transition écologique',
    url: 'https://acceslibre.beta.gouv.fr',
    licence: 'Licence Ouverte 2.0',
    note: 'Accessibilité des lieux ; par FINESS, SIRET, ou adresse et activité',
  }),

  stage: async (context) => {
    const { tx, bulk, file, asOf, reject } = context;
    await tx.execute(
      sql`create temporary table staged_building (like acceslibre_place including defaults) on commit drop`,
    );
    await tx.execute(sql`alter table staged_building add column line integer`);
    const counts = { readCount: 0 };
    // Before the copy: the connection answers nothing else meanwhile.
    const wanted = await loadWanted(tx, context.territoryCodes);
    const read = isFixture(file.name) ? fixtureRows : tableRows;
    const rows = read(context, wanted, counts);
    await bulk.copyValues('staged_building', COLUMNS, rows);
    await tx.execute(sql`create index on staged_building (key, line)`);
    const twice = await tx.execute<{ key: string; line: number }>(sql`
      delete from staged_building s where exists (
        select from staged_building f where f.key = s.key and f.line < s.line) returning key, line`);
    for (const { key, line } of twice.rows) {
      reject({
        line,
        column: 'id',
        value: key,
        reason: 'Cet identifiant est déjà plus haut dans le fichier.',
      });
    }
    const { rows: kept } = await tx.execute<{ n: number }>(
      sql`select count(*)::int as n from staged_building`,
    );
    return {
      read: null,
      ...counts,
      keptCount: kept[0]?.n ?? 0,
      asOf: asOf ?? dateInName(file.name),
      validFrom: null,
      validTo: null,
    };
  },

  check: async () => [],

  swap: async (context, { asOf }) => {
    const { tx } = context;
    const { unchangedCount } = await replaceSnapshot(tx, acceslibrePlace, 'staged_building', 'key');
    const { linked, toReview } = await linkAcceslibre(tx, ACCESLIBRE_SOURCE_ID);
    await createStagedClaims(tx);
    await stageAcceslibreClaims(tx);
    const { won } = await applyClaims(context, { asOf, confidence: 'high' });
    return {
      counts: {
        'fiches rapprochées': linked,
        'rapprochements à vérifier': toReview,
        'fiches à l’accessibilité connue': won,
      },
      unchangedCount,
    };
  },
};

type Counts = { readCount: number };

async function* tableRows(
  { file, reject, onProgress }: ImportContext,
  wanted: Wanted | null,
  counts: Counts,
): AsyncGenerator<readonly CopyValue[]> {
  const onFault: ImportContext['reject'] = (fault) => {
    counts.readCount += 1;
    reject(fault);
  };
  const onBytes = (done: number) => onProgress({ step: 'lecture', done, total: file.byteCount });
  for await (const row of readDelimited(file, ACCESLIBRE_FILE, onFault, onBytes)) {
    counts.readCount += 1;
    const mapped = mapAcceslibreRow(row);
    if (isFault(mapped)) reject({ line: row.line, ...mapped });
    else if (wanted === null || isWanted(mapped, wanted)) yield valuesOf(mapped, row.line);
  }
}

async function* fixtureRows(
  { file, reject }: ImportContext,
  wanted: Wanted | null,
  counts: Counts,
): AsyncGenerator<readonly CopyValue[]> {
  const { rows, readCount } = await readFixture(file, reject);
  counts.readCount = readCount;
  for (const [index, row] of rows.entries()) {
    if (wanted === null || isWanted(row, wanted)) yield valuesOf(row, index + 1);
  }
}

type Wanted = NonNullable<Awaited<ReturnType<typeof loadWanted>>>;

function isWanted({ insee, postcode }: AcceslibreRow, { insees, postcodes }: Wanted): boolean {
  return insee === null ? postcodes.has(postcode) : insees.has(insee);
}

function valuesOf(row: AcceslibreRow, line: number): readonly CopyValue[] {
  return [
    line,
    row.key,
    row.name,
    row.activity,
    row.category,
    row.siret,
    row.finess,
    row.street,
    row.postcode,
    row.city,
    row.insee,
    row.point === null ? null : `SRID=4326;POINT(${row.point[0]} ${row.point[1]})`,
    JSON.stringify(row.answers),
  ];
}
