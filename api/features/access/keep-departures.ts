// What happens to the departures an organization was told of: noted, noted otherwise, taken out.
//
// The history, which nobody can rewrite, says that a note was made: neither of whom, nor what it says.

import { createHash } from 'node:crypto';
import { refuseStale } from '#api/http/if-match.ts';
import type { Act } from '#api/runtime/public-offer.ts';
import type { Database } from '#db/database.ts';
import { listDepartures, type StoredDeparture } from '#db/queries/access/list-departures.ts';
import { type EntryName, nameEntries } from '#db/queries/access/name-entries.ts';
import {
  deleteDeparture,
  lockDeparture,
  saveDeparture,
} from '#db/queries/access/write-departure.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import type { KeptDeparture } from '#domain/access/kept-scenario.ts';
import { AppError } from '#domain/error.ts';
import { MOST_DEPARTURES } from './kept-contract.ts';

/** `If-Match` of what nobody noted yet. */
const NOTHING_NOTED = '"0"';

type Said = Pick<StoredDeparture, 'leavesOn' | 'note'>;
type Which = { entryId: string; sent: string };

export async function presentDepartures(
  db: Database,
  stored: readonly StoredDeparture[],
): Promise<KeptDeparture[]> {
  const names = await nameEntries(
    db,
    stored.map(({ entryId }) => entryId),
  );
  return stored.map((each) => present(each, names));
}

/** Throws `bad_request` for a person the directory does not know. */
export async function noteDeparture(
  tx: Database,
  act: Act,
  { entryId, sent }: Which,
  said: Said,
): Promise<void> {
  const held = await lockOne(tx, act, entryId, sent);
  if (held === null && (await listDepartures(tx)).length >= MOST_DEPARTURES) {
    throw new AppError('conflict', `At most ${MOST_DEPARTURES} departures: take one out first.`);
  }
  const { workspaceId, actorId, at } = act;
  await saveDeparture(tx, { workspaceId, entryId, ...said, notedBy: actorId, notedAt: at });
  await record(tx, act, held === null ? 'created' : 'changed');
}

export async function forgetDeparture(
  tx: Database,
  act: Act,
  { entryId, sent }: Which,
): Promise<void> {
  const held = await lockOne(tx, act, entryId, sent);
  if (held === null) throw new AppError('not_found', 'No such departure in this workspace.');
  await deleteDeparture(tx, entryId);
  await record(tx, act, 'removed');
}

export async function requireEntry(db: Database, entryId: string): Promise<void> {
  if ((await nameEntries(db, [entryId])).has(entryId)) return;
  const expected = 'the id of an entry of the directory';
  throw new AppError('bad_request', `entryId: expected ${expected}.`, {
    details: [{ field: 'entryId', expected, received: entryId }],
  });
}

async function lockOne(
  tx: Database,
  act: Act,
  entryId: string,
  sent: string,
): Promise<StoredDeparture | null> {
  await lockDeparture(tx, act.workspaceId, entryId);
  const held = (await listDepartures(tx)).find((each) => each.entryId === entryId) ?? null;
  const shown = held === null ? null : present(held, new Map());
  refuseStale(sent, shown?.etag ?? NOTHING_NOTED, shown);
  return held;
}

function present(
  { notedAt, ...stored }: StoredDeparture,
  names: ReadonlyMap<string, EntryName>,
): KeptDeparture {
  const named = names.get(stored.entryId);
  const state = JSON.stringify([stored.leavesOn, stored.note, notedAt.getTime()]);
  const tag = createHash('sha256').update(state).digest('base64url').slice(0, 16);
  return {
    ...stored,
    entryName: named?.name ?? null,
    communeName: named?.communeName ?? null,
    notedAt: notedAt.toISOString(),
    etag: `"${tag}"`,
  };
}

async function record(tx: Database, act: Act, action: string): Promise<void> {
  await appendAudit(tx, { ...act, action, subjectKind: 'departure', subjectId: act.workspaceId });
}
