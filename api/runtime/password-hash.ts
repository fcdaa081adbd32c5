// How is a password kept? As an argon2id hash, so slow that a stolen table is of little use, and few at
// a time, so that a flood of sign-ins does not slow what residents ask.

import { availableParallelism } from 'node:os';
import { hash, type Options, verify } from '@node-rs/argon2';
import { AppError } from '#domain/error.ts';

/** About 70 ms of processor; memory in KiB. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
/** The enum of the package has no value once types are erased. */
const ARGON2ID: NonNullable<Options['algorithm']> = 2;
/** One processor is left to what residents ask. */
const AT_ONCE = Math.min(2, Math.max(1, availableParallelism() - 1));
const MOST_WAITING = 60;

export type PasswordHasher = {
  hash: (password: string) => Promise<string>;
  verify: (attempt: { hash: string; password: string }) => Promise<boolean>;
};

/** One for the whole process. Throws `unavailable` when too many wait. */
export function createPasswordHasher(): PasswordHasher {
  const oneOfFew = createTurns(AT_ONCE, MOST_WAITING);
  return {
    hash: (password) => oneOfFew(() => hash(sameForm(password), { ...COST, algorithm: ARGON2ID })),
    verify: (attempt) => oneOfFew(() => verify(attempt.hash, sameForm(attempt.password))),
  };
}

/** An accent typed on another keyboard is the same accent. */
function sameForm(password: string): string {
  return password.normalize('NFKC');
}

export function createTurns(atOnce: number, mostWaiting: number) {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) {
        throw new AppError(
          'unavailable',
          'Too many people sign in at once; try again in a minute.',
        );
      }
      await new Promise<void>((start) => waiting.push(start));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
