// The thread that hashes passwords, and gives way to every other: what residents ask comes first.

import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { hashSync, type Options, verifySync } from '@node-rs/argon2';
import type { HashAnswer, HashTask } from '#api/runtime/hash-thread.ts';

/** About 70 ms of processor; memory in KiB. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
/** The enum of the package has no value once types are erased. */
const ARGON2ID: NonNullable<Options['algorithm']> = 2;

/** A third of the processor when residents want it all, all of it when they do not. */
const NICE = 5;

// On Linux a priority is that of the thread that sets it; elsewhere it would be that of the whole process.
if (process.platform === 'linux') setPriority(NICE);

parentPort?.on('message', (task: HashTask) => {
  let answer: HashAnswer;
  try {
    answer = { done: work(task) };
  } catch (error) {
    answer = { failure: String(error) };
  }
  parentPort?.postMessage(answer);
});

function work({ password, hash }: HashTask): string | boolean {
  if (hash === null) return hashSync(password, { ...COST, algorithm: ARGON2ID });
  return verifySync(hash, password);
}
