// `npm run import -- SOURCE [FILE|URL]`: brings data into the database of this machine.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { AppError } from '#domain/error.ts';
import { demoCommand } from '#seeds/demo/command.ts';
import { ensureNeeds } from '#seeds/derived/ensure-needs.ts';
import { LINKS_WORDS, runLinksCommand } from '#seeds/derived/links-command.ts';
import { opposeCommand } from '#seeds/derived/oppose-command.ts';
import { didYouMean } from '#seeds/pipeline/closest-word.ts';
import { importCommand } from '#seeds/pipeline/import-command.ts';
import { type ImportSettings, readImportSettings } from '#seeds/pipeline/import-settings.ts';
import { listCommand } from '#seeds/pipeline/list-command.ts';
import { IMPORT_USAGE, readArguments } from '#seeds/pipeline/read-arguments.ts';
import { rejectsCommand } from '#seeds/pipeline/rejects-command.ts';
import { findSource, SOURCES } from '#seeds/sources/registry.ts';
import { territoryCommand } from '#seeds/territory/territory-command.ts';

/** Answers false when the command could not do what was asked, and has said why. */
type Command = (handle: DatabaseHandle, words: readonly string[]) => Promise<boolean>;

const PROJECT_ROOT = join(import.meta.dirname, '..');

/** Throws `bad_request` when there is no such command. */
function findCommand(words: readonly string[], settings: ImportSettings): Command {
  const [first = ''] = words;
  const commands: Readonly<Record<string, Command>> = {
    demo: demoCommand,
    list: (handle, [, ...rest]) => listCommand(handle, rest, SOURCES),
    rejects: (handle, [, ...rest]) => rejectsCommand(handle, rest),
    oppose: (handle, [, ...rest]) => opposeCommand(handle, rest),
    territory: async (handle, [, ...rest]) => {
      await ensureNeeds(handle.db);
      return await territoryCommand(handle, rest, { sources: SOURCES, settings });
    },
    ...Object.fromEntries(LINKS_WORDS.map((word): [string, Command] => [word, runLinksCommand])),
  };
  const command = Object.hasOwn(commands, first) ? commands[first] : undefined;
  if (command !== undefined) return command;
  const { sourceName, path, dryRun } = readArguments(words);
  const source = findSource(sourceName);
  if (source === null) {
    const known = [...Object.keys(commands), ...SOURCES.map(({ name }) => name)];
    throw new AppError(
      'bad_request',
      `Source inconnue : « ${sourceName} ».${didYouMean(sourceName, known)}\n\n${IMPORT_USAGE}`,
    );
  }
  const { takes, page } = source.official;
  if (path === null && source.defaultUrl === null) {
    throw new AppError(
      'bad_request',
      `Import ${sourceName} : un fichier est attendu (${takes.fr}), à trouver sur ${page}\n\n${IMPORT_USAGE}`,
    );
  }
  return async (handle) => {
    if (!dryRun) await ensureNeeds(handle.db);
    return await importCommand(handle, words, source, settings);
  };
}

const asksHelp = (words: readonly string[]): boolean =>
  ['help', 'aide'].includes(words[0] ?? '') ||
  words.some((word) => ['--help', '-h'].includes(word));

async function main(): Promise<void> {
  if (existsSync(join(PROJECT_ROOT, '.env'))) process.loadEnvFile(join(PROJECT_ROOT, '.env'));
  const dataFolder = resolve(PROJECT_ROOT, process.env['VOISOIN_DATA']?.trim() || 'data');
  const words = process.argv.slice(2);
  if (asksHelp(words)) {
    console.log(IMPORT_USAGE);
    return;
  }
  const command = findCommand(words, readImportSettings(process.env, dataFolder));
  const databaseUrl = process.env['DATABASE_URL']?.trim() ?? '';
  const handle = await openDatabase({
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
    dataFolder,
    statementTimeoutMs: 0,
  });
  try {
    await runMigrations(handle.pool);
    if (!(await command(handle, words))) process.exitCode = 1;
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
