// How is one planning thread started, given one task at a time, and stopped when it does not answer?

import '#db/keep-compiled-code.ts';
import { Worker } from 'node:worker_threads';
import type {
  FromPlanner,
  LaidOutDay,
  PartNumbers,
  PlannerTask,
  ToPlanner,
} from '#api/runtime/planner-messages.ts';
import { AppError } from '#domain/error.ts';

/** The thread stopped, or was stopped because it was stuck: the task may be given to another. */
export class ThreadLost extends Error {
  override name = 'ThreadLost';
}

export type PlannerThread = {
  /** Started, alive, and with nothing to do. */
  isIdle: () => boolean;
  isReady: () => boolean;
  send: (message: Exclude<ToPlanner, { kind: 'do' }>) => void;
  /** Rejects with `ThreadLost`, with `unavailable` after `budgetMs`, or with what the task failed on. */
  run: (task: PlannerTask, parts: PartNumbers, budgetMs: number) => Promise<unknown>;
  stop: () => Promise<void>;
};

type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void };

export function startThread(options: {
  entry: URL;
  /** A task longer than this is stuck. */
  stuckMs: number;
  onReady: () => void;
  onDay: (day: LaidOutDay) => void;
  onLost: () => void;
}): PlannerThread {
  const worker = new Worker(options.entry, { name: 'voisoin-planner', execArgv: [] });
  let waiting: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isReady = false;
  let isGone = false;

  const settle = (use: (task: Waiting) => void) => {
    clearTimeout(timer);
    const task = waiting;
    waiting = null;
    // An idle thread keeps no program alive.
    worker.unref();
    if (task !== null) use(task);
  };
  // An error is followed by an exit; its message may quote what was asked and is dropped.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    isGone = true;
    isReady = false;
    settle((task) => task.reject(new ThreadLost('A planning thread stopped')));
    options.onLost();
  });
  worker.on('message', (message: FromPlanner) => {
    if (message.kind === 'ready') {
      isReady = true;
      worker.unref();
      options.onReady();
    } else if (message.kind === 'day') {
      options.onDay(message);
    } else if (message.kind === 'done') {
      settle((task) => task.resolve(message.answer));
    } else if (message.kind === 'cut') {
      const why = 'The planner did not answer in time; try again in a few seconds.';
      settle((task) => task.reject(new AppError('unavailable', why)));
    } else {
      settle((task) => task.reject(failureOf(message.failure)));
    }
  });

  return {
    isIdle: () => isReady && !isGone && waiting === null,
    isReady: () => isReady,
    send: (message) => worker.postMessage(message),
    run: (task, parts, budgetMs) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        timer = setTimeout(() => void worker.terminate(), options.stuckMs);
        worker.ref();
        worker.postMessage({ kind: 'do', task, parts, budgetMs } satisfies ToPlanner);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

/** A bug met in the thread, with the places in its code. */
function failureOf({ name, frames }: { name: string; frames: string }): Error {
  const error = new Error('A plan could not be computed');
  error.name = name;
  error.stack = `${name}: ${error.message}\n${frames}`;
  return error;
}
