// How long does PostgreSQL take with what the register's file holds, written as it comes: the document itself, or
// the columns kept of it?

import { createReadStream } from 'node:fs';
import type { CopyValue, DatabaseHandle } from '#db/database.ts';
import { keptText } from '#seeds/sources/finess/json-span.ts';
import { elementBlocks, spansOf } from '#seeds/sources/finess/split-elements.ts';
import { STAGED_COLUMNS, stagedRow, stagedValues } from '#seeds/sources/finess/staged-rows.ts';
import { benchCommune, LEGAL_COUNT, SITE_COUNT } from '#tests/bench/finess-shaped.ts';

const ROWS = LEGAL_COUNT + SITE_COUNT;
const CHUNK_BYTES = 1 << 20;

/**
 * All of the document, as it is, into a table without a key: a row for each legal entity, and for each of
 * its sites. Read and cut by one thread; nothing is compressed, which would flatter either.
 */
export async function documentCopySeconds(handle: DatabaseHandle, path: string): Promise<number> {
  const { pool } = handle;
  await pool.query(`drop table if exists bench_raw; create table bench_raw (element text);
    alter table bench_raw alter column element set storage external`);
  const startedMs = performance.now();
  await handle.bulkTransaction(async ({ copyLines }) => {
    await copyLines('bench_raw', ['element'], documentLines(path));
  });
  const seconds = (performance.now() - startedMs) / 1000;
  const { rows } = await pool.query<{ count: number }>(
    'select count(*)::int as count from bench_raw',
  );
  await pool.query('drop table bench_raw');
  if (rows[0]?.count === ROWS) return seconds;
  throw new Error(`The document has ${ROWS} elements, ${rows[0]?.count} were copied`);
}

/** How each site of this document begins, once copied. */
const COPIED_START = '{\\n        "informationsGeneralesEGE"';

async function* documentLines(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const options = { fileName: path, lists: ['pmej'], onHeader: () => undefined };
  const chunks = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  for await (const block of elementBlocks(chunks, options)) {
    let lines = '';
    for (const span of spansOf(block)) {
      // What the text format of COPY asks for, and the start of another row.
      const element = keptText(block.bytes, span)
        .replaceAll('\\', '\\\\')
        .replaceAll('\n', '\\n')
        .replaceAll(COPIED_START, `\n${COPIED_START}`);
      lines += `${element}\n`;
    }
    yield new TextEncoder().encode(lines);
  }
}

/** Only the columns that are staged, a twentieth of the bytes of the document, into a table without a key. */
export async function narrowCopySeconds(handle: DatabaseHandle): Promise<number> {
  const columns = STAGED_COLUMNS.map((column) => `${column} text`).join(', ');
  await handle.pool.query(
    `drop table if exists bench_narrow; create table bench_narrow (${columns})`,
  );
  const startedMs = performance.now();
  await handle.bulkTransaction(async ({ copyValues }) => {
    await copyValues('bench_narrow', STAGED_COLUMNS, narrowRows());
  });
  const seconds = (performance.now() - startedMs) / 1000;
  await handle.pool.query('drop table bench_narrow');
  return seconds;
}

function* narrowRows(): Generator<CopyValue[]> {
  for (let index = 0; index < ROWS; index++) {
    const { insee, name, lon, lat } = benchCommune(index % 30_000);
    const number = String(100_000_000 + index);
    yield stagedValues(
      stagedRow({
        kind: index < SITE_COUNT ? 'site' : 'legal',
        line: index,
        finess: number,
        legalFiness: number,
        name: `Résidence inventée ${index}`,
        categoryCode: '500',
        siret: `${number}00017`,
        openedOn: '1994-01-01',
        street: `${index % 90}, avenue de la Fontaine inventée`,
        postcode: `${insee.slice(0, 2)}000`,
        city: name,
        insee,
        departement: insee.slice(0, 2),
        x: lon,
        y: lat,
        srid: 4326,
        precision: 'address',
        banKey: `${insee}_0100_00012`,
        phones: '[{"display": "05 36 49 00 12", "dial": "+33536490012", "kind": "fiction"}]',
        updatedOn: '2021-10-18',
      }),
    );
  }
}
