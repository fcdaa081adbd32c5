// `npm run import -- SOURCE [FILE]`: brings data into the database of this machine.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { AppError } from '#domain/error.ts';
import { loadDemo } from '#seeds/demo/load.ts';
import {
  IMPORT_USAGE,
  type ImportArguments,
  readArguments,
} from '#seeds/pipeline/read-arguments.ts';
import { readImportFile } from '#seeds/pipeline/read-file.ts';
import { describeImport } from '#seeds/pipeline/report.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import type { ImportSource } from '#seeds/pipeline/source.ts';
import { communesSource } from '#seeds/sources/communes/source.ts';
import { gtfsSource } from '#seeds/sources/gtfs/source.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..');

/** Runs one source whatever its rows are: their type stays inside. */
const bind =
  <Rows>(source: ImportSource<Rows>) =>
  async (handle: DatabaseHandle, path: string, given: ImportArguments): Promise<boolean> => {
    const file = await readImportFile(path, source.expects);
    const report = await runImport(
      handle,
      source,
      file,
      { ...given, now: new Date(), onProgress: ({ step }) => say(step) },
      { dryRun: given.dryRun, clock: Date.now },
    );
    console.log(describeImport(report));
    return report.status !== 'failed';
  };

const FILE_SOURCES = { communes: bind(communesSource), gtfs: bind(gtfsSource) };

const isFileSource = (name: string): name is keyof typeof FILE_SOURCES => name in FILE_SOURCES;

function say(message: string): void {
  console.log(`… ${message}`);
}

async function importDemo(handle: DatabaseHandle, given: ImportArguments): Promise<boolean> {
  if (given.path !== null || given.dryRun) {
    throw new AppError('bad_request', `Import demo : ni fichier ni --dry-run.\n\n${IMPORT_USAGE}`);
  }
  const startedAt = Date.now();
  const { changed, ...counts } = await loadDemo(handle, { onProgress: say });
  console.log(
    changed
      ? `Démonstration chargée : ${counts.communes} communes, ${counts.entries} fiches, ${counts.offers} offres (${Date.now() - startedAt} ms).`
      : 'Rien à faire : la démonstration est déjà chargée.',
  );
  return true;
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2));
  const { sourceName, path } = given;
  if (sourceName !== 'demo' && !isFileSource(sourceName)) {
    throw new AppError('bad_request', `Source inconnue : « ${sourceName} ».\n\n${IMPORT_USAGE}`);
  }
  if (sourceName !== 'demo' && path === null) {
    throw new AppError(
      'bad_request',
      `Import ${sourceName} : un fichier est attendu.\n\n${IMPORT_USAGE}`,
    );
  }
  if (existsSync(join(PROJECT_ROOT, '.env'))) process.loadEnvFile(join(PROJECT_ROOT, '.env'));
  const databaseUrl = process.env['DATABASE_URL']?.trim() ?? '';
  const handle = await openDatabase({
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
    dataFolder: resolve(PROJECT_ROOT, process.env['VOISOIN_DATA']?.trim() || 'data'),
    statementTimeoutMs: 0,
  });
  try {
    await runMigrations(handle.pool);
    const passed =
      sourceName !== 'demo' && isFileSource(sourceName) && path !== null
        ? await FILE_SOURCES[sourceName](handle, path, given)
        : await importDemo(handle, given);
    if (!passed) process.exitCode = 1;
  } finally {
    await handle.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
