// Who computes the observatory, and when? One computation at a time in a process, one in a territory whatever the
// number of processes; asked when what is kept is not what the data of today would give.

import type { Log } from '#api/http/request-log.ts';
import { usefulDaysFingerprint } from '#api/runtime/access-days.ts';
import { loadAccessInputs } from '#api/runtime/access-inputs.ts';
import { createAccessThread } from '#api/runtime/access-thread.ts';
import { computeTerritory } from '#api/runtime/access-work.ts';
import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import { CHANGED_CHANNEL } from '#db/changed-channel.ts';
import type { DatabaseHandle } from '#db/database.ts';
import { askJob } from '#db/queries/access/ask-job.ts';
import { beatJob } from '#db/queries/access/beat-job.ts';
import { countFailures } from '#db/queries/access/count-failures.ts';
import { endJob } from '#db/queries/access/end-job.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { releaseJob } from '#db/queries/access/release-job.ts';
import { type TakenJob, takeJob } from '#db/queries/access/take-job.ts';
import { listTerritories } from '#db/queries/territory/list-territories.ts';
import { type AccessJob, retryAfterSeconds } from '#domain/access/job.ts';
import { AppError } from '#domain/error.ts';

const LOOK_MS = 2_000;
/** Residents are served first: nothing is looked at while a server starts. */
const START_MS = 5_000;
/** After a change, once imports and edits are quiet. */
const QUIET_MS = 10_000;
/** A computation whose holder said nothing for so long is taken again. */
const STALE_SECONDS = 60;
const BEAT_MS = 10_000;

export type AccessRunner = {
  /** Asks for the computation of a territory now, whatever is kept. Throws `not_found`. */
  ask: (territoryCode: string) => Promise<AccessJob>;
  /** Asks for what is missing everywhere. */
  check: () => Promise<void>;
  /** Does what is asked until nothing is. Never rejects. */
  work: () => Promise<void>;
  /** What is under way goes back in the queue, its rows kept. */
  stop: () => Promise<void>;
};

export function createAccessRunner(options: {
  database: DatabaseHandle;
  parts: () => PlannerParts | null;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Log;
  /** False: only when asked. */
  isWatching?: boolean;
  staleSeconds?: number;
}): AccessRunner {
  const { database, parts, clock, log, isWatching = true } = options;
  const { db } = database;
  // An embedded database has one process: what another one left is nobody's.
  let staleSeconds = options.staleSeconds ?? (database.kind === 'embedded' ? 0 : STALE_SECONDS);
  const thread = createAccessThread();
  const stopping = new AbortController();
  let working: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isCheckDue = true;
  let checkAtMs = clock() + START_MS;
  /** What failed is looked at again. */
  let retryAtMs = Number.POSITIVE_INFINITY;
  let unlisten: Promise<() => Promise<void>> | null = null;

  async function wanted(territoryCode: string): Promise<string> {
    const inputs = await loadAccessInputs(db, territoryCode, parts()?.roads ?? null);
    const days = await usefulDaysFingerprint({ db, parts, clock }, territoryCode);
    return inputs.fingerprint(days);
  }

  async function ask(territoryCode: string): Promise<AccessJob> {
    const fingerprint = await wanted(territoryCode);
    return askJob(db, { territoryCode, kind: 'indicators', fingerprint });
  }

  async function check(): Promise<void> {
    for (const { code, communeInsees } of await listTerritories(db)) {
      if (stopping.signal.aborted) return;
      if (communeInsees.length === 0) continue;
      const fingerprint = await wanted(code);
      if ((await findResultMark(db, code))?.fingerprint === fingerprint) continue;
      if (await mustWait(code, fingerprint)) continue;
      await askJob(db, { territoryCode: code, kind: 'indicators', fingerprint });
    }
  }

  async function mustWait(territoryCode: string, fingerprint: string): Promise<boolean> {
    const { count, secondsSinceLast } = await countFailures(db, territoryCode, fingerprint);
    if (count === 0) return false;
    const left = retryAfterSeconds(count) - secondsSinceLast;
    if (left > 0) retryAtMs = Math.min(retryAtMs, clock() + left * 1_000);
    return left > 0;
  }

  async function takeOne(): Promise<TakenJob | null> {
    try {
      return await takeJob(db, staleSeconds);
    } catch (error) {
      // Somebody else took one of the same territory at the same moment.
      if (isTaken(error)) return null;
      throw error;
    } finally {
      staleSeconds = options.staleSeconds ?? STALE_SECONDS;
    }
  }

  async function runJob({ id, territoryCode }: TakenJob): Promise<void> {
    let progress = { done: 0, total: 0 };
    const lost = new AbortController();
    const beat = async () => {
      if (!(await beatJob(db, id, progress))) lost.abort(new JobLost());
    };
    // A long step says nothing: its holder still lives.
    const beating = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    try {
      await computeTerritory({ db, thread, parts, clock }, territoryCode, {
        signal,
        onProgress: async (done, total) => {
          progress = { done, total };
          await beat();
          signal.throwIfAborted();
        },
      });
      await endJob(db, id, 'done', null);
    } catch (error) {
      if (lost.signal.aborted) return;
      if (stopping.signal.aborted) return await releaseJob(db, id);
      const message = error instanceof Error ? error.message : typeof error;
      log.error({ event: 'access_failed', territory: territoryCode, message });
      await endJob(db, id, 'failed', error instanceof AppError ? message : 'unexpected');
      retryAtMs = Math.min(retryAtMs, clock() + retryAfterSeconds(1) * 1_000);
    } finally {
      clearInterval(beating);
    }
  }

  async function workThrough(): Promise<void> {
    try {
      while (!stopping.signal.aborted) {
        const job = await takeOne();
        if (job === null) break;
        await runJob(job);
      }
    } catch (error) {
      const message = error instanceof Error ? error.message : typeof error;
      if (!stopping.signal.aborted) log.error({ event: 'access_failed', message });
    }
    // A thread without work holds memory for nothing.
    await thread.stop();
  }

  const work = () => {
    working ??= workThrough().finally(() => {
      working = null;
    });
    return working;
  };

  async function look(): Promise<void> {
    if (clock() >= retryAtMs) {
      retryAtMs = Number.POSITIVE_INFINITY;
      isCheckDue = true;
    }
    if (isCheckDue && clock() >= checkAtMs && parts() !== null) {
      isCheckDue = false;
      await check().catch((error: unknown) => {
        const message = error instanceof Error ? error.message : typeof error;
        if (!stopping.signal.aborted) log.error({ event: 'access_check_failed', message });
      });
    }
    if (clock() >= checkAtMs || !isCheckDue) await work();
  }
  const lookLater = () => {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => void look().then(lookLater), LOOK_MS);
    timer.unref();
  };
  if (isWatching) {
    unlisten = database.listen(CHANGED_CHANNEL, () => {
      isCheckDue = true;
      checkAtMs = clock() + QUIET_MS;
    });
    unlisten.catch(() => undefined);
    lookLater();
  }

  return {
    ask,
    check,
    work,
    async stop() {
      stopping.abort(new Error('The server stops'));
      clearTimeout(timer);
      await thread.stop();
      await working;
      const end = await unlisten?.catch(() => null);
      await end?.();
    },
  };
}

/** Cancelled, or held by somebody else since. */
class JobLost extends Error {}

const UNIQUE_VIOLATION = '23505';

function isTaken(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    cause.code === UNIQUE_VIOLATION
  );
}
