// Who plans journeys while the HTTP thread answers everybody else? A few threads, one task each.
//
// A request opens a session: it stays on the version of offers, timetable and roads it began with,
// takes turns with the others, and ends at its time limit whatever happens to the threads.

import { availableParallelism } from 'node:os';
import type { Log } from '#api/http/request-log.ts';
import type { PlannerParts, PlannerTask, PlannerTasks } from '#api/runtime/planner-messages.ts';
import { createPlannerParts, type PlannerVersion } from '#api/runtime/planner-parts.ts';
import { type PlannerThread, startThread, ThreadLost } from '#api/runtime/planner-thread.ts';
import { AppError } from '#domain/error.ts';

const ENTRY = new URL('./planner-worker.ts', import.meta.url);
const STUCK_MS = 6_000;
const MOST_ATTEMPTS = 2;
/** Kept from the time of a session to bring what was found back from the thread. */
const REPLY_MS = 50;
const FIRST_RESTART_MS = 50;
const LONGEST_RESTART_MS = 10_000;

export type PlannerSession = {
  /** Rejects with `unavailable` past the limit of the session, or when threads stop again and again. */
  run: <Task extends PlannerTask>(task: Task) => Promise<PlannerTasks[Task['name']]['answer']>;
  /** What else the request waits for, under the same limit. */
  within: <Value>(work: Promise<Value>) => Promise<Value>;
  /** What still waits is dropped. */
  end: () => void;
};

export type PlannerPool = {
  replace: <Name extends keyof PlannerParts>(name: Name, value: PlannerParts[Name]) => void;
  /**
   * Throws `unavailable` before the first version is complete, or once closed. `instead`: parts this
   * session alone plans with, to try what is not published.
   */
  begin: (limitMs: number, instead?: Partial<PlannerParts>) => PlannerSession;
  /** What it plans with now, for long computations made elsewhere; null before it is complete. */
  parts: () => PlannerParts | null;
  isReady: () => boolean;
  /** Resolves when a thread has started. */
  open: () => Promise<void>;
  close: () => Promise<void>;
};

type Job = {
  task: PlannerTask;
  version: PlannerVersion;
  /** On the clock of the process. */
  endMs: number;
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
};

export function createPlannerPool(options: {
  log: Log;
  size?: number;
  stuckMs?: number;
  entry?: URL;
}): PlannerPool {
  const { log, size = Math.max(1, availableParallelism() - 1) } = options;
  const threads = new Set<PlannerThread>();
  /** Jobs that wait, by session: sessions take turns. */
  const queues = new Map<PlannerSession, Job[]>();
  const restarts = new Set<NodeJS.Timeout>();
  const sessions = new Set<PlannerSession>();
  const opened = Promise.withResolvers<void>();
  let isClosed = false;
  /** Since a task was last done: a thread that cannot live is not started again and again. */
  let lostInARow = 0;

  const parts = createPlannerParts({
    onHeld: (part) => tellAll({ kind: 'hold', part }),
    onForgotten: (numbers) => tellAll({ kind: 'forget', numbers }),
  });
  const tellAll: PlannerThread['send'] = (message) => {
    for (const thread of threads) thread.send(message);
  };

  function start(): void {
    let wasReady = false;
    const thread = startThread({
      entry: options.entry ?? ENTRY,
      stuckMs: options.stuckMs ?? STUCK_MS,
      onReady() {
        wasReady = true;
        opened.resolve();
        giveWork();
      },
      onDay(day) {
        for (const other of threads) if (other !== thread) other.send(day);
      },
      onLost() {
        threads.delete(thread);
        if (isClosed) return;
        log.error({ event: 'planner_lost', started: wasReady });
        // The rest of the site works without it.
        opened.resolve();
        const waitMs = Math.min(LONGEST_RESTART_MS, FIRST_RESTART_MS * 2 ** lostInARow);
        lostInARow += 1;
        const timer = setTimeout(() => {
          restarts.delete(timer);
          start();
        }, waitMs);
        restarts.add(timer);
      },
    });
    for (const part of parts.all()) thread.send({ kind: 'hold', part });
    threads.add(thread);
  }

  function giveWork(): void {
    for (const thread of threads) {
      if (!thread.isIdle()) continue;
      const job = nextJob();
      if (job === null) return;
      void give(thread, job);
    }
  }

  function nextJob(): Job | null {
    for (const [session, jobs] of queues) {
      const job = jobs.shift();
      queues.delete(session);
      if (jobs.length > 0) queues.set(session, jobs);
      if (job !== undefined) return job;
    }
    return null;
  }

  async function give(thread: PlannerThread, job: Job): Promise<void> {
    const budgetMs = Math.max(0, job.endMs - performance.now() - REPLY_MS);
    try {
      job.resolve((await thread.run(job.task, job.version.numbers, budgetMs)) as never);
      lostInARow = 0;
    } catch (error) {
      job.reject(error instanceof Error ? error : new Error(typeof error));
    }
    giveWork();
  }

  function begin(limitMs: number, instead?: Partial<PlannerParts>): PlannerSession {
    const version = isClosed ? null : parts.begin(instead);
    if (version === null) throw unavailable('The planner is being prepared');
    const endMs = performance.now() + limitMs;
    const ended = Promise.withResolvers<never>();
    ended.promise.catch(() => undefined);
    const end = (why: string) => {
      clearTimeout(timer);
      if (!sessions.delete(session)) return;
      queues.delete(session);
      version.release();
      ended.reject(unavailable(why));
    };
    const timer = setTimeout(end, limitMs, 'The planner did not answer in time');

    const attempt = (task: PlannerTask, left: number): Promise<never> =>
      new Promise<never>((resolve, reject) => {
        if (!sessions.has(session)) return;
        queues.set(session, [
          ...(queues.get(session) ?? []),
          { task, version, endMs, resolve, reject },
        ]);
        giveWork();
      }).catch((error: unknown) => {
        if (!(error instanceof ThreadLost)) throw error;
        if (left > 1) return attempt(task, left - 1);
        throw unavailable('The planner stopped twice on this request');
      });
    const session: PlannerSession = {
      run: (task) => Promise.race([attempt(task, MOST_ATTEMPTS), ended.promise]),
      within: (work) => Promise.race([work, ended.promise]),
      end: () => end('The request ended'),
    };
    sessions.add(session);
    return session;
  }

  return {
    replace: parts.replace,
    begin,
    parts: parts.current,
    isReady: () => parts.isComplete() && [...threads].some((thread) => thread.isReady()),
    open() {
      for (let started = 0; started < size; started++) start();
      return opened.promise;
    },
    async close() {
      isClosed = true;
      for (const timer of restarts) clearTimeout(timer);
      for (const session of sessions) session.end();
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
}

function unavailable(why: string): AppError {
  return new AppError('unavailable', `${why}; try again in a few seconds.`);
}
