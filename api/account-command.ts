// `npm run account`: invites the first person of an organization, lists accounts, ends sessions, and
// says whether the history is whole.

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#api/config.ts';
import { emailSchema } from '#api/features/account/contract.ts';
import { inviteMember } from '#api/features/account/invite-member.ts';
import { offerPasswordReset } from '#api/features/account/reset-password.ts';
import { createMailer } from '#api/runtime/mailer.ts';
import { openDatabase } from '#db/client.ts';
import type { Database } from '#db/database.ts';
import { deleteSessions } from '#db/queries/account/delete-sessions.ts';
import { ensureWorkspace } from '#db/queries/account/ensure-workspace.ts';
import { type Account, findAccount } from '#db/queries/account/find-account.ts';
import { findBrokenEntry } from '#db/queries/account/find-broken-entry.ts';
import { listAccounts } from '#db/queries/account/list-accounts.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { ROLES, rolesOf, WORKSPACE_KINDS } from '#domain/account/roles.ts';
import { AppError } from '#domain/error.ts';

const PROJECT_ROOT = join(import.meta.dirname, '..');

export const ACCOUNT_USAGE = `npm run account -- COMMANDE

  invite ADRESSE --organization NOM --role RÔLE [--kind ${WORKSPACE_KINDS.join('|')}] [--territory CODE]…
                             invite une personne ; l’espace est créé s’il n’existe pas
  list                       les comptes, leurs espaces et leurs rôles
  revoke-sessions ADRESSE    déconnecte une personne partout
  reset-password ADRESSE     donne un lien pour choisir un nouveau mot de passe, pendant 24 h
  verify-history             vérifie que l’historique est entier

Rôles : ${ROLES.join(', ')}.`;

type Said = (line: string) => void;

/** False when what was checked is not as it should be. Throws `bad_request` for a command misspelt. */
export async function runAccountCommand(
  db: Database,
  config: Config,
  words: readonly string[],
  say: Said,
  nowMs: number,
): Promise<boolean> {
  const { positionals, values } = readWords(words);
  const [command, subject] = positionals;
  switch (command) {
    case 'invite':
      await invite(db, config, subject, values, say, nowMs);
      return true;
    case 'list':
      for (const { email, name, workspace, role } of await listAccounts(db)) {
        say([email, name, workspace ?? '—', role ?? '—'].join('\t'));
      }
      return true;
    case 'revoke-sessions':
      await revokeSessions(db, subject, say, nowMs);
      return true;
    case 'reset-password': {
      const account = await knownAccount(db, subject);
      const path = await offerPasswordReset(db, account.id, nowMs);
      say(
        `Lien à donner à ${account.email}, une seule fois, pendant 24 h :\n${originOf(config)}${path}`,
      );
      return true;
    }
    case 'verify-history':
      return await verifyHistory(db, say);
    default:
      throw new AppError('bad_request', ACCOUNT_USAGE);
  }
}

type Options = ReturnType<typeof readWords>['values'];

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        organization: { type: 'string' },
        role: { type: 'string' },
        kind: { type: 'string' },
        territory: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (cause) {
    throw new AppError('bad_request', ACCOUNT_USAGE, { cause });
  }
}

async function invite(
  db: Database,
  config: Config,
  subject: string | undefined,
  options: Options,
  say: Said,
  nowMs: number,
): Promise<void> {
  const email = readEmail(subject);
  const { organization, role } = options;
  if (organization === undefined || organization.trim() === '') {
    throw new AppError('bad_request', '--organization : un nom est attendu.');
  }
  const knownRole = ROLES.find((each) => each === role);
  if (knownRole === undefined) {
    const expected = ROLES.join(', ');
    throw new AppError('bad_request', `--role : attendu ${expected}, reçu « ${role ?? 'rien'} ».`);
  }
  // Without a word, the kind of workspace this role is one of.
  const ofRole = WORKSPACE_KINDS.filter((each) => rolesOf(each).includes(knownRole));
  const knownKind = ofRole.find((each) => each === (options.kind ?? ofRole[0]));
  if (knownKind === undefined) {
    const expected = ofRole.join(', ');
    throw new AppError(
      'bad_request',
      `--kind : attendu ${expected} pour le rôle ${knownRole}, reçu « ${options.kind} ».`,
    );
  }
  const { workspace, isNew } = await ensureWorkspace(db, {
    name: organization.trim(),
    kind: knownKind,
    territoryCodes: options.territory,
    actorId: null,
    at: new Date(nowMs),
  });
  const sent = await inviteMember(
    { db, mailer: createMailer(config.mail) },
    { workspace, email, role: knownRole, invitedBy: null, origin: originOf(config), nowMs },
  );
  if (isNew) say(`Espace créé : ${workspace.name} (${workspace.id})`);
  if (sent.link === null) say(`Invitation envoyée à ${email}.`);
  else say(`Lien à donner à ${email}, une seule fois, pendant 7 jours :\n${sent.link}`);
}

async function revokeSessions(
  db: Database,
  subject: string | undefined,
  say: Said,
  nowMs: number,
): Promise<void> {
  const account = await knownAccount(db, subject);
  const by = { actorId: null, at: new Date(nowMs) };
  const count = await deleteSessions(db, account.id, 'all', by);
  say(`${account.email} : ${count} session(s) fermée(s).`);
}

async function knownAccount(db: Database, subject: string | undefined): Promise<Account> {
  const account = await findAccount(db, readEmail(subject));
  if (account === null) throw new AppError('not_found', `Aucun compte : ${subject}`);
  return account;
}

function originOf({ publicUrl, port }: Config): string {
  return publicUrl ?? `http://localhost:${port}`;
}

async function verifyHistory(db: Database, say: Said): Promise<boolean> {
  const { count, lastHash, broken } = await findBrokenEntry(db);
  if (broken === null) {
    say(`Historique entier : ${count} entrée(s). Dernière empreinte : ${lastHash || 'aucune'}`);
    return true;
  }
  const reasons = {
    missing: 'elle manque',
    changed: 'son contenu n’est plus celui qui a été écrit',
    not_chained: 'elle ne suit pas l’entrée d’avant',
  };
  say(`Historique rompu à l’entrée ${broken.position} : ${reasons[broken.reason]}.`);
  return false;
}

function readEmail(text: string | undefined): string {
  const read = emailSchema.safeParse(text);
  if (read.success) return read.data;
  throw new AppError('bad_request', `Une adresse e-mail est attendue, reçu « ${text ?? 'rien'} ».`);
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  if (existsSync(join(PROJECT_ROOT, '.env'))) process.loadEnvFile(join(PROJECT_ROOT, '.env'));
  const words = process.argv.slice(2);
  if (words.length === 0 || words.some((word) => ['help', '--help', '-h'].includes(word))) {
    console.log(ACCOUNT_USAGE);
    return;
  }
  const config = readConfig(process.env);
  const handle = await openDatabase({
    databaseUrl: config.databaseUrl,
    dataFolder: resolve(PROJECT_ROOT, config.dataFolder),
    statementTimeoutMs: 0,
  });
  try {
    await runMigrations(handle.pool);
    const say = (line: string) => console.log(line);
    const isWell = await runAccountCommand(handle.db, config, words, say, Date.now());
    if (!isWell) process.exitCode = 1;
  } finally {
    await handle.close();
  }
}
