// How fast does the national register of establishments come in, beside a raw COPY of the same document, and
// in how much memory?

import { mkdtemp, open, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { threadsFor } from '#seeds/pipeline/read-in-threads.ts';
import { UNREAD } from '#seeds/sources/finess/read-structures.ts';
import {
  type ElementBlock,
  elementBlocks,
  readBlock,
} from '#seeds/sources/finess/split-elements.ts';
import { atMost, type Figure, told } from '#tests/bench/bench-result.ts';
import { documentCopySeconds, narrowCopySeconds } from '#tests/bench/finess-copies.ts';
import {
  BENCH_CATEGORIES,
  benchCommunes,
  LEGAL_COUNT,
  SITE_COUNT,
  writeFinessShaped,
} from '#tests/bench/finess-shaped.ts';
import { runImportCommand } from '#tests/bench/import-command.ts';
import { floorFigures, PROJECTED } from '#tests/bench/write-floor.ts';

const ROWS = LEGAL_COUNT + SITE_COUNT;
/** What the import of the register writes. */
const WRITTEN = [
  'finess_site',
  'finess_legal',
  'organization',
  'place',
  'contact_point',
  'service',
  ...PROJECTED,
];
const GOAL = 4;

export async function finessFigures(
  databaseUrl: string,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const handle = await openDatabase({
    databaseUrl,
    dataFolder: '',
    poolSize: 2,
    statementTimeoutMs: 0,
  });
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-bench-'));
  try {
    await runMigrations(handle.pool);
    await loadCommunes(handle);
    await handle.pool.query(
      `insert into finess_category (code, label)
      select code, 'Catégorie inventée' from unnest($1::text[]) as code on conflict do nothing`,
      [BENCH_CATEGORIES],
    );
    const path = join(folder, 'finess-structures.json');
    const bytes = await writeFinessShaped(path);
    tell(
      `finess: ${Math.round(bytes / 1e6)} MB, ${LEGAL_COUNT} legal entities, ${SITE_COUNT} sites`,
    );
    const before = await documentCopySeconds(handle, path);
    const run = await runImportCommand(databaseUrl, ['finess', path]);
    const after = await documentCopySeconds(handle, path);
    const raw = (before + after) / 2;
    const narrow = await narrowCopySeconds(handle);
    tell(
      `finess: ${run.seconds.toFixed(1)} s, raw COPY of the document ${before.toFixed(1)} s then ${after.toFixed(1)} s, of narrow columns ${narrow.toFixed(1)} s`,
    );
    const reading = await readingSeconds(path, bytes);
    const floor = await floorFigures(
      {
        pool: handle.pool,
        tables: WRITTEN,
        rawSeconds: raw,
        goal: GOAL,
        name: 'FINESS+',
        first: { what: 'cutting and parsing the document', times: reading.least / raw },
      },
      tell,
    );
    const written = (floor[0]?.value ?? Number.NaN) * raw;
    return [
      atMost(
        'FINESS+, 715 MB, over raw COPY of its elements, one row each',
        run.seconds / raw,
        GOAL,
        '×',
      ),
      ...floor,
      ...floorsOver(raw, 'raw COPY', reading),
      told('FINESS+, over COPY of the narrow columns staged', run.seconds / narrow, '×'),
      told(
        'FINESS+, floor: rows of the end written and indexed, over COPY of narrow columns',
        written / narrow,
        '×',
      ),
      ...floorsOver(narrow, 'COPY of narrow columns', reading),
      told('FINESS+, whole command', run.seconds, 's'),
      told('FINESS+, rows a second', ROWS / run.seconds, '/s'),
      told('FINESS+, megabytes a second', bytes / 1e6 / run.seconds, 'MB/s'),
      atMost('FINESS+, peak memory of the process', run.rssMegabytes, 400, 'MB'),
    ];
  } finally {
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const floorsOver = (seconds: number, what: string, reading: ReadingSeconds): Figure[] => [
  told(`FINESS+, floor: elements found, by one thread, over ${what}`, reading.cut / seconds, '×'),
  told(`FINESS+, floor: elements parsed, over ${what}`, reading.parse / seconds, '×'),
  told(`FINESS+, floor: both on the processors here, over ${what}`, reading.least / seconds, '×'),
];

/** So that every site of the document stands somewhere. */
async function loadCommunes({ pool }: DatabaseHandle): Promise<void> {
  await pool.query(`insert into source (id, name, publisher) values ('bench', 'Bench', 'Bench')
    on conflict do nothing`);
  const communes = [...benchCommunes()];
  const column = <Key extends keyof (typeof communes)[number]>(key: Key) =>
    communes.map((commune) => commune[key]);
  await pool.query(
    `insert into commune (insee, name, departement, point, point_kind, population, population_year, source_id, confidence)
     select insee, name, left(insee, 2), ST_SetSRID(ST_MakePoint(lon, lat), 4326), 'bourg', 500, 2023, 'bench', 'high'
     from unnest($1::text[], $2::text[], $3::float8[], $4::float8[]) as c(insee, name, lon, lat)
     on conflict do nothing`,
    [column('insee'), column('name'), column('lon'), column('lat')],
  );
}

const SAMPLE_BYTES = 64_000_000;
const CHUNK_BYTES = 1 << 20;
const NEXT = '\n  }, {';

type ReadingSeconds = {
  /** To find the elements, which one thread does. */
  cut: number;
  /** To parse what is kept of them, which several may. */
  parse: number;
  /** The least both take on the processors of this machine. */
  least: number;
};

/** Measured on whole elements at the head of the document, as much as for all of it. */
async function readingSeconds(path: string, bytes: number): Promise<ReadingSeconds> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    const end = buffer.lastIndexOf(NEXT, bytesRead);
    const sample = Buffer.concat([buffer.subarray(0, end), Buffer.from('\n  } ]\n}\n')]);
    const options = { fileName: path, lists: ['pmej'], without: UNREAD, onHeader: () => undefined };
    const once = async (): Promise<[cutMs: number, parseMs: number]> => {
      const blocks: ElementBlock[] = [];
      const startedMs = performance.now();
      for await (const block of elementBlocks(chunksOf(sample), options)) blocks.push(block);
      const cutMs = performance.now();
      for (const block of blocks) for (const { value } of readBlock(block)) Object(value);
      return [cutMs - startedMs, performance.now() - cutMs];
    };
    // The first time compiles what is measured the second.
    await once();
    const scale = bytes / sample.length / 1000;
    const [cutMs, parseMs] = await once();
    const [cut, parse] = [cutMs * scale, parseMs * scale];
    const threads = threadsFor({ byteCount: bytes });
    const least =
      threads === 0
        ? cut + parse
        : Math.max(cut, parse / threads, (cut + parse) / availableParallelism());
    return { cut, parse, least };
  } finally {
    await file.close();
  }
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    yield bytes.subarray(at, at + CHUNK_BYTES);
  }
}
