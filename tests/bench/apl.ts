// Bench: does our access to general practitioners rank communes as the ministry's published indicator does?
//
// The demonstration's 89 communes and what lies around, times estimated; beside the values published for 2022 and
// 2023. With `--table`, the rows of the table of api/domain/README.md.

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAccessInputs } from '#api/runtime/access-inputs.ts';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { listPublished, type PublishedValue } from '#db/queries/access/list-published.ts';
import { runMigrations } from '#db/run-migrations.ts';
import type { PlaceFigures } from '#domain/access/figures.ts';
import { measureTerritory } from '#domain/access/measure-territory.ts';
import { pairsFromRows, type TravelPairs } from '#domain/access/travel-pairs.ts';
import { createRowMaker } from '#domain/access/travel-rows.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { aplSource } from '#seeds/sources/apl/source.ts';
import { supplySource } from '#seeds/sources/supply/source.ts';
import { type Bench, type Figure, told } from '#tests/bench/bench-result.ts';

const SHARED = join(import.meta.dirname, '../../../shared/data');
const THRESHOLD = 2.5;
const YEARS = [2022, 2023] as const;
/** The estimate was fitted in hilly country: plains are faster. */
const SHORTER = 0.75;

export const bench: Bench = async (tell) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'voisoin-apl-'));
  const cacheFolder = join(import.meta.dirname, '../../node_modules/.cache/voisoin/embedded');
  const handle = await openDatabase({ databaseUrl: null, dataFolder, cacheFolder });
  try {
    await runMigrations(handle.pool);
    await loadDemo(handle);
    await importShared(handle, supplySource, 'population/supply-and-population-halo.csv', tell);
    await importShared(handle, aplSource, 'apl/apl-gp-charente-2022-2023.csv', tell);
    const { ground, places, car } = await loadAccessInputs(handle.db, 'sud-charente', null);
    const makeRow = createRowMaker(car.question);
    const pairs = pairsFromRows(
      places.length,
      ground.sites.map(({ point }) => makeRow(point)),
    );
    const figures = measureTerritory({
      ground,
      pairs,
      estimatedTimes: ['car'],
      usefulDays: null,
    });
    const insees = figures.places.map(({ insee }) => insee);
    const published = await listPublished(handle.db, insees);
    if (process.argv.includes('--table')) tellTable(figures.places, published, tell);
    const faster = measureTerritory({
      ground,
      pairs: shorter(pairs),
      estimatedTimes: ['car'],
      usefulDays: null,
    });
    return [
      ...YEARS.flatMap((year) => compare(figures.places, published, year, tell)),
      ...YEARS.flatMap((year) =>
        compare(faster.places, published, year, tell, ', times a quarter shorter'),
      ),
    ];
  } finally {
    await handle.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
};

async function importShared(
  handle: DatabaseHandle,
  source: ImportSource,
  path: string,
  tell: (line: string) => void,
): Promise<void> {
  const file = join(SHARED, path);
  if (!existsSync(file)) return tell(`${path} is not there: the values of the demonstration`);
  const options = {
    territoryCodes: [],
    feedId: null,
    asOf: null,
    accept: [],
    now: new Date(),
    onProgress: () => undefined,
  };
  const report = await runImport(
    handle,
    source,
    await readImportFile(file, source.expects),
    options,
    {
      dryRun: false,
      clock: Date.now,
    },
  );
  tell(`${path}: ${report.read.keptCount} rows kept (${report.status})`);
}

function compare(
  places: readonly PlaceFigures[],
  published: readonly PublishedValue[],
  year: number,
  tell: (line: string) => void,
  how = '',
): Figure[] {
  const pairs = places.flatMap(({ insee, name, values }) => {
    const ours = values.gp_access?.value ?? null;
    const theirs = published.find((each) => each.insee === insee && each.year === year)?.value;
    return ours === null || theirs === null || theirs === undefined ? [] : [{ name, ours, theirs }];
  });
  const errors = pairs.map(({ ours, theirs }) => Math.abs(ours - theirs));
  const isSameSide = ({ ours, theirs }: { ours: number; theirs: number }) =>
    ours < THRESHOLD === theirs < THRESHOLD;
  const largest = [...pairs].sort(
    (a, b) => Math.abs(b.ours - b.theirs) - Math.abs(a.ours - a.theirs),
  );
  tell(
    `${year}${how}, largest residuals: ${largest
      .slice(0, 6)
      .map(({ name, ours, theirs }) => `${name} ${ours.toFixed(2)} for ${theirs.toFixed(2)}`)
      .join('; ')}`,
  );
  return [
    told(
      `rank correlation with the values of ${year}${how}`,
      rankCorrelation(
        pairs.map(({ ours }) => ours),
        pairs.map(({ theirs }) => theirs),
      ),
      '(Spearman)',
    ),
    told(`mean absolute difference, ${year}${how}`, mean(errors), 'consultations a year'),
    told(
      `communes on the same side of 2.5, ${year}${how}`,
      (100 * pairs.filter(isSameSide).length) / pairs.length,
      '%',
    ),
    told(`communes compared, ${year}${how}`, pairs.length, 'communes'),
  ];
}

function shorter(pairs: TravelPairs): TravelPairs {
  return { ...pairs, tenths: pairs.tenths.map((tenths) => Math.round(tenths * SHORTER)) };
}

function tellTable(
  places: readonly PlaceFigures[],
  published: readonly PublishedValue[],
  tell: (line: string) => void,
): void {
  for (const { insee, name, values } of places) {
    const of = (year: number) =>
      published.find((each) => each.insee === insee && each.year === year)?.value?.toFixed(2);
    const ours = values.gp_access?.value?.toFixed(2) ?? '—';
    tell(`| ${insee} | ${name} | ${ours} | ${of(2022) ?? '—'} | ${of(2023) ?? '—'} |`);
  }
}

/** Spearman's: Pearson's of the ranks, equal values sharing theirs. */
function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [ranks(one), ranks(other)];
  const [meanA, meanB] = [mean(a), mean(b)];
  const sum = (of: (i: number) => number) => a.reduce((total, _, i) => total + of(i), 0);
  const awayA = (i: number) => (a[i] ?? 0) - meanA;
  const awayB = (i: number) => (b[i] ?? 0) - meanB;
  const together = sum((i) => awayA(i) * awayB(i));
  return together / Math.sqrt(sum((i) => awayA(i) ** 2) * sum((i) => awayB(i) ** 2));
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((each) => each < value).length;
    const same = values.filter((each) => each === value).length;
    return below + (same - 1) / 2;
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
