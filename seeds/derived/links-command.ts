// `npm run import -- links`, `link`, `unlink`, `duplicates`: what a person sees and decides of the links
// between sources and entries.

import type { DatabaseHandle } from '#db/database.ts';
import { AppError } from '#domain/error.ts';
import { findDuplicates } from '#seeds/derived/duplicates-find.ts';
import { describeDuplicates, listDuplicates } from '#seeds/derived/duplicates-list.ts';
import { confirmLink, type Decided, rejectLink } from '#seeds/derived/link-decide.ts';
import { describeLinks } from '#seeds/derived/link-list.ts';

export const LINKS_USAGE = `  links [SOURCE]             les liens entre les sources et les fiches
  link SOURCE CLÉ FICHE      cette ligne de cette source parle de cette fiche
  unlink SOURCE CLÉ [FICHE]  elle n’en parle pas, et n’y sera plus jamais liée
  duplicates [--json]        les doublons probables, à décider`;

type Outlet = { now?: Date; say?: (text: string) => void };

/** Throws `bad_request` with the usage when the words are not understood. */
export async function runLinksCommand(
  handle: DatabaseHandle,
  words: readonly string[],
  { now = new Date(), say = (text) => console.log(text) }: Outlet = {},
): Promise<boolean> {
  const [command, ...rest] = words;
  const [sourceId, sourceKey, entryId] = rest;
  if (command === 'links' && rest.length <= 1) {
    say(await describeLinks(handle.db, sourceId ?? null));
    return true;
  }
  if (
    command === 'duplicates' &&
    (rest.length === 0 || (rest.length === 1 && rest[0] === '--json'))
  ) {
    await handle.db.transaction((tx) => findDuplicates(tx));
    const duplicates = await listDuplicates(handle.db);
    say(rest.length === 1 ? JSON.stringify(duplicates, null, 2) : describeDuplicates(duplicates));
    return true;
  }
  if (rest.length > 3 || sourceId === undefined || sourceKey === undefined) throw refusal();
  if (command === 'link' && entryId !== undefined) {
    const decided = await handle.db.transaction((tx) =>
      confirmLink(tx, { sourceId, sourceKey, entryId }, now),
    );
    say(saidDecision('Lien décidé', sourceId, decided));
    return true;
  }
  if (command === 'unlink') {
    const decided = await handle.db.transaction((tx) =>
      rejectLink(tx, { sourceId, sourceKey, entryId: entryId ?? null }, now),
    );
    say(saidDecision('Lien défait', sourceId, decided));
    return true;
  }
  throw refusal();
}

function saidDecision(what: string, sourceId: string, { entryIds, awaitsImport }: Decided): string {
  return `${what} : ${entryIds.join(', ')}.${
    awaitsImport
      ? ` Le prochain import de ${sourceId} finira le travail, même avec le même fichier.`
      : ''
  }`;
}

function refusal(): AppError {
  return new AppError('bad_request', `Liens : mots non compris.\n\n${LINKS_USAGE}`);
}
