// One password at a time is hashed in a thread of its own, begun when the first comes.

import '#db/keep-compiled-code.ts';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** `hash` null: make one; else say whether the password is the one of that hash. */
export type HashTask = { password: string; hash: string | null };
export type HashAnswer = { done: string | boolean } | { failure: string };

export type HashThread = { run: (task: HashTask) => Promise<string | boolean> };

const ENTRY = new URL('./hash-worker.ts', import.meta.url);

/** The caller waits for the answer of one task before it gives another. Rejects when the thread stops. */
export function createHashThread(): HashThread {
  let worker: Worker | null = null;
  return {
    async run(task) {
      const own = worker ?? start();
      // Idle, it keeps no program alive.
      own.ref();
      try {
        own.postMessage(task);
        const answer = await nextAnswer(own);
        if ('failure' in answer) throw new Error(`Argon2: ${answer.failure}`);
        return answer.done;
      } finally {
        own.unref();
      }
    },
  };

  function start(): Worker {
    const started = new Worker(ENTRY, { name: 'voisoin-hash', execArgv: [] });
    // Who waits is told; the next task begins another.
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
    worker = started;
    return started;
  }
}

async function nextAnswer(worker: Worker): Promise<HashAnswer> {
  const gone = new AbortController();
  try {
    const [answer] = await Promise.race([
      once(worker, 'message', { signal: gone.signal }),
      once(worker, 'exit', { signal: gone.signal }).then(([code]) => {
        throw new Error(`The thread that hashes passwords stopped (exit code ${code}).`);
      }),
    ]);
    return answer as HashAnswer;
  } finally {
    gone.abort();
  }
}
