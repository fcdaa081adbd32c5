// `npm run import -- SOURCE [FILE|URL]`: brings data into the database of this machine. Started by run.ts.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '#db/client.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { AppError } from '#domain/error.ts';
import { ensureNeeds } from '#seeds/derived/ensure-needs.ts';
import { didYouMean } from '#seeds/pipeline/closest-word.ts';
import { importCommand } from '#seeds/pipeline/import-command.ts';
import { type ImportSettings, readImportSettings } from '#seeds/pipeline/import-settings.ts';
import { IMPORT_USAGE, readArguments } from '#seeds/pipeline/read-arguments.ts';
import { findSource, loadSources, SOURCE_NAMES } from '#seeds/sources/registry.ts';

/** Answers false when the command could not do what was asked, and has said why. */
type Command = (handle: DatabaseHandle, words: readonly string[]) => Promise<boolean>;

const PROJECT_ROOT = join(import.meta.dirname, '..');

/** Each loads its own code when it is asked for. */
const COMMANDS: Readonly<Record<string, (settings: ImportSettings) => Promise<Command>>> = {
  demo: async () => (await import('#seeds/demo/command.ts')).demoCommand,
  list: async () => {
    const { listCommand } = await import('#seeds/pipeline/list-command.ts');
    const sources = await loadSources();
    return (handle, [, ...rest]) => listCommand(handle, rest, sources);
  },
  rejects: async () => {
    const { rejectsCommand } = await import('#seeds/pipeline/rejects-command.ts');
    return (handle, [, ...rest]) => rejectsCommand(handle, rest);
  },
  oppose: async () => {
    const { opposeCommand } = await import('#seeds/derived/oppose-command.ts');
    return (handle, [, ...rest]) => opposeCommand(handle, rest);
  },
  territory: async (settings) => {
    const { territoryCommand } = await import('#seeds/territory/territory-command.ts');
    const sources = await loadSources();
    return async (handle, [, ...rest]) => {
      await ensureNeeds(handle.db);
      return await territoryCommand(handle, rest, { sources, settings });
    };
  },
  links: loadLinksCommand,
  link: loadLinksCommand,
  unlink: loadLinksCommand,
  duplicates: loadLinksCommand,
};

async function loadLinksCommand(): Promise<Command> {
  return (await import('#seeds/derived/links-command.ts')).runLinksCommand;
}

/** Throws `bad_request` when there is no such command. */
async function findCommand(words: readonly string[], settings: ImportSettings): Promise<Command> {
  const [first = ''] = words;
  const load = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  if (load !== undefined) return await load(settings);
  const { sourceName, path, dryRun } = readArguments(words);
  const source = await findSource(sourceName);
  if (source === null) {
    const known = [...Object.keys(COMMANDS), ...SOURCE_NAMES];
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

/** `env` may be completed by the file `.env`. Says what went wrong, and ends with 1, when it is the person's to mend. */
export async function runCommand(words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await run(words, env);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (existsSync(join(PROJECT_ROOT, '.env'))) process.loadEnvFile(join(PROJECT_ROOT, '.env'));
  const dataFolder = resolve(PROJECT_ROOT, env['VOISOIN_DATA']?.trim() || 'data');
  if (asksHelp(words)) {
    console.log(IMPORT_USAGE);
    return;
  }
  const command = await findCommand(words, readImportSettings(env, dataFolder));
  const databaseUrl = env['DATABASE_URL']?.trim() ?? '';
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
