// A creation that may be sent twice: made once, answered twice.

import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { HttpEnv } from '#api/http/http-env.ts';
import { HttpRefusal } from '#api/http/problem.ts';
import { answerOnce, forgetAnswer, type KeptReply } from '#db/answer-once.ts';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { AppError } from '#domain/error.ts';

type Deps = { database: DatabaseHandle };

/** Who creates, where, when. `workspaceId` null: what belongs to no organization yet, outside their walls. */
export type Creation = { workspaceId: string | null; actorId: string; at: Date };

const KEY = /^[\x21-\x7e]{1,200}$/;
/** Of this process; those of others are held by a lock of the database. */
const underWay = new Set<string>();

/**
 * With an `Idempotency-Key`, the same request within a day has the same answer; another one is refused
 * (422), and so is the same while it is being answered (409). Without, each is made.
 * `sent`: what makes two requests the same, when their bodies are not text.
 */
export async function answerCreation(
  deps: Deps,
  c: Context<HttpEnv>,
  act: Creation,
  work: (tx: Database) => Promise<KeptReply>,
  sent?: string,
): Promise<KeptReply> {
  const { db } = deps.database;
  const { workspaceId, actorId, at } = act;
  const key = readKey(c);
  if (key === null) {
    return workspaceId === null ? db.transaction(work) : inWorkspace(db, workspaceId, work);
  }
  const requestHash = createHash('sha256')
    .update(
      [c.req.method, c.req.path, c.req.header('if-match') ?? '', sent ?? (await c.req.text())].join(
        '\n',
      ),
    )
    .digest('hex');
  const name = `${actorId} ${key}`;
  if (underWay.has(name)) throw beingAnswered();
  underWay.add(name);
  try {
    const once = { userId: actorId, key, requestHash, workspaceId, now: at };
    const outcome = await answerOnce(db, once, work);
    if (outcome.kind === 'in_flight') throw beingAnswered();
    if (outcome.kind === 'other_request') {
      throw new HttpRefusal('unprocessable', 'This Idempotency-Key was sent with another request.');
    }
    if (outcome.again) c.header('idempotency-replayed', 'true');
    return outcome.reply;
  } finally {
    underWay.delete(name);
  }
}

/** What was answered came to nothing after all: the same request may be made again. */
export async function forgetCreation(
  { database }: Deps,
  c: Context<HttpEnv>,
  actorId: string,
): Promise<void> {
  const key = readKey(c);
  if (key !== null) await forgetAnswer(database.db, { userId: actorId, key });
}

/** Null without one. Throws `bad_request` when it is no key. */
export function readKey(c: Context<HttpEnv>): string | null {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return null;
  if (KEY.test(key)) return key;
  const expected = '1 to 200 visible characters';
  throw new AppError('bad_request', `Idempotency-Key: expected ${expected}.`, {
    details: [{ field: 'idempotency-key', expected, received: 'something else' }],
  });
}

function beingAnswered(): AppError {
  return new AppError('conflict', 'The same request is being answered: ask again in a second.');
}
