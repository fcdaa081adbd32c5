// How is a password kept? As an argon2id hash, so slow that a stolen table is of little use: few at a time,
// behind what residents ask, so that a flood of sign-ins does not slow them.

import { availableParallelism } from 'node:os';
import { createHashThread } from '#api/runtime/hash-thread.ts';
import { AppError } from '#domain/error.ts';

/** One processor is left to what residents ask. */
const AT_ONCE = Math.min(2, Math.max(1, availableParallelism() - 1));
/** Some seconds of waiting; who comes after them is sent away at once. */
const MOST_WAITING = 30;

export type PasswordHasher = {
  hash: (password: string) => Promise<string>;
  verify: (attempt: { hash: string; password: string }) => Promise<boolean>;
  /** Throws `unavailable` when the next would: before anything else is done for it. */
  refuseWhenFull?: () => void;
};

/** One for the whole process. Throws `unavailable` when too many wait. */
export function createPasswordHasher(): PasswordHasher {
  const oneOfFew = createTurns(AT_ONCE, MOST_WAITING);
  const threads = Array.from({ length: AT_ONCE }, createHashThread);
  const run = (password: string, hash: string | null) =>
    oneOfFew(async () => {
      const thread = threads.pop() ?? createHashThread();
      try {
        return await thread.run({ password: sameForm(password), hash });
      } finally {
        threads.push(thread);
      }
    });
  return {
    refuseWhenFull: oneOfFew.refuseWhenFull,
    hash: async (password) => String(await run(password, null)),
    verify: async ({ hash, password }) => (await run(password, hash)) === true,
  };
}

/** An accent typed on another keyboard is the same accent. */
function sameForm(password: string): string {
  return password.normalize('NFKC');
}

export function createTurns(atOnce: number, mostWaiting: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  function refuseWhenFull(): void {
    if (running < atOnce || waiting.length < mostWaiting) return;
    throw new AppError('unavailable', 'Too many people sign in at once; try again in a minute.');
  }
  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    refuseWhenFull();
    if (running >= atOnce) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }
  return Object.assign(inTurn, { refuseWhenFull });
}
