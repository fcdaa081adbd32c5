// Bench: how long imports of national size take, and in how much memory, beside a raw COPY.

import { randomUUID } from 'node:crypto';
import type { Figure } from '#tests/bench/bench-result.ts';
import { finessFigures } from '#tests/bench/import-finess.ts';
import { gtfsFigures } from '#tests/bench/import-gtfs.ts';
import { osmFigures } from '#tests/bench/import-osm.ts';
import { rppsFigures } from '#tests/bench/import-rpps.ts';
import { onServer, startTestServer, type TestServer } from '#tests/support/postgres.ts';

type Tell = (line: string) => void;
type Part = (databaseUrl: string, tell: Tell) => Promise<Figure[]>;

/** Only some of them: `IMPORT_BENCH=gtfs,osm`. */
const PARTS: Readonly<Record<string, Part>> = {
  gtfs: gtfsFigures,
  finess: finessFigures,
  rpps: rppsFigures,
  osm: (_, tell) => osmFigures(tell),
};

export async function bench(tell: Tell): Promise<Figure[]> {
  const server = await startTestServer();
  if (server === null) {
    throw new Error('The import bench needs PostgreSQL with PostGIS on this machine.');
  }
  const asked = (process.env['IMPORT_BENCH'] ?? '').split(',').filter((name) => name !== '');
  const figures: Figure[] = [];
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      tell(`— ${name}`);
      figures.push(...(await onDatabase(server, (url) => part(url, tell))));
    }
  } finally {
    await server.stop();
  }
  return figures;
}

/** A database of its own for each part, gone after it. */
async function onDatabase<T>(server: TestServer, use: (url: string) => Promise<T>): Promise<T> {
  const name = `voisoin_import_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  try {
    return await use(server.url(name));
  } finally {
    await onServer(server, `drop database ${name} with (force)`);
  }
}
