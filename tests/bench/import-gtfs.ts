// How fast does a timetable of a region come in, beside a raw COPY of as many rows, and in how much memory?

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/client.ts';
import type { CopyValue, DatabaseHandle } from '#db/database.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { atMost, type Figure, told } from '#tests/bench/bench-result.ts';
import { runImportCommand } from '#tests/bench/import-command.ts';
import { largeFeed } from '#tests/bench/large-feed.ts';
import { sharedFile } from '#tests/domain/journey/shared-file.ts';
import { zipOf } from '#tests/seeds/gtfs-zip.ts';

const CALLS = 535_000;
const ROUNDS = 3;

export async function gtfsFigures(
  databaseUrl: string,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const handle = await openDatabase({ databaseUrl, dataFolder: '', poolSize: 2 });
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-bench-'));
  try {
    await runMigrations(handle.pool);
    const peribus = sharedFile('data/gtfs/peribus-2025-26.zip', 'GTFS bench on a real network');
    const feed = await largeFeed(peribus === null ? null : readFileSync(peribus), CALLS);
    const path = join(folder, 'region.zip');
    await writeFile(path, zipOf(feed.files));
    tell(`gtfs: ${feed.callCount} stop_times, ${feed.origin}`);

    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const raw = await rawCopySeconds(handle, feed.callCount);
      const run = await importOnce(handle, databaseUrl, path);
      tell(`gtfs: ${run.seconds.toFixed(2)} s, raw COPY ${raw.toFixed(2)} s`);
      rounds.push({ ...run, ratio: run.seconds / raw });
    }
    const seconds = Math.min(...rounds.map((round) => round.seconds));
    return [
      atMost('GTFS, 535,000 stop_times', seconds, 3, 's'),
      told('GTFS, stop_times a second', feed.callCount / seconds, '/s'),
      told(
        'GTFS over raw COPY of as many rows',
        Math.min(...rounds.map(({ ratio }) => ratio)),
        '×',
      ),
      atMost(
        'GTFS, peak memory of the process',
        Math.max(...rounds.map(({ rssMegabytes }) => rssMegabytes)),
        200,
        'MB',
      ),
      told(
        'GTFS, the command from start to end',
        Math.min(...rounds.map(({ commandSeconds }) => commandSeconds)),
        's',
      ),
      ...(await franceFigures(handle, databaseUrl)),
    ];
  } finally {
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Run = { seconds: number; commandSeconds: number; rssMegabytes: number };
type Round = Run & { ratio: number };

/** `seconds` as the ledger says: from the file to the commit. */
async function importOnce(handle: DatabaseHandle, databaseUrl: string, path: string): Promise<Run> {
  await forget(handle);
  const { seconds: commandSeconds, rssMegabytes } = await runImportCommand(databaseUrl, [
    'gtfs',
    path,
  ]);
  const { rows } = await handle.pool.query<{ ms: number }>(
    'select duration_ms as ms from import_run order by id desc limit 1',
  );
  return { seconds: (rows[0]?.ms ?? Number.NaN) / 1000, commandSeconds, rssMegabytes };
}

async function franceFigures(handle: DatabaseHandle, databaseUrl: string): Promise<Figure[]> {
  const france = sharedFile('data/gtfs/ter-france-2025.zip', 'GTFS bench on the trains of France');
  if (france === null) return [];
  const { seconds, rssMegabytes } = await importOnce(handle, databaseUrl, france);
  return [
    told('GTFS, the regional trains of France (299,983 stop_times)', seconds, 's'),
    told('GTFS, the same, peak memory', rssMegabytes, 'MB'),
  ];
}

/** The same bytes again would be nothing to do. */
async function forget({ pool }: DatabaseHandle): Promise<void> {
  await pool.query(`truncate feed_version, gtfs_agency, gtfs_stop, gtfs_route, gtfs_trip,
    gtfs_trip_calls, gtfs_calendar, gtfs_calendar_date, gtfs_frequency, gtfs_transfer`);
  await pool.query(`delete from import_run where importer like 'gtfs:%'`);
}

/** One row a call, into a table without a key: the least a load of as many rows can cost. */
async function rawCopySeconds(handle: DatabaseHandle, rowCount: number): Promise<number> {
  await handle.pool.query(`drop table if exists bench_raw_call; create table bench_raw_call (
    feed_version_id integer, trip_id text, stop_sequence integer, stop_id text,
    arrival_seconds integer, departure_seconds integer, pickup_type smallint, drop_off_type smallint)`);
  const columns = [
    'feed_version_id',
    'trip_id',
    'stop_sequence',
    'stop_id',
    'arrival_seconds',
    'departure_seconds',
    'pickup_type',
    'drop_off_type',
  ];
  function* rows(): Generator<CopyValue[]> {
    for (let row = 0; row < rowCount; row++) {
      const seconds = 20_000 + (row % 40_000);
      const trip = `VehicleJourney:${Math.floor(row / 14)}`;
      yield [1, trip, row % 14, `Quay:${row % 20_000}`, seconds, seconds, 0, 0];
    }
  }
  const startedMs = performance.now();
  await handle.bulkTransaction((bulk) => bulk.copyValues('bench_raw_call', columns, rows()));
  const seconds = (performance.now() - startedMs) / 1000;
  await handle.pool.query('drop table bench_raw_call');
  return seconds;
}
