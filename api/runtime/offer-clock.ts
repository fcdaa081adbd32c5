// What happens to offers when an hour comes: a planned publication, the end of an interruption, a review due.
//
// What is due is read in the database and done under the lock of each offer: once, however many
// processes look, and later when none was running.

import type { Log } from '#api/http/request-log.ts';
import { forgetOldAnswers } from '#db/answer-once.ts';
import type { Database, DatabaseHandle } from '#db/database.ts';
import { inWorkspace } from '#db/in-workspace.ts';
import { findVersion } from '#db/queries/workspace/find-version.ts';
import { type DueVersion, listDueVersions } from '#db/queries/workspace/list-due-versions.ts';
import { listStandings, type ReadStanding } from '#db/queries/workspace/list-standings.ts';
import { markVersion } from '#db/queries/workspace/mark-version.ts';
import { SCHOOL_CALENDAR } from '#domain/calendar.ts';
import { addDays, type LocalDate } from '#domain/time.ts';
import { standingOf } from '#domain/transport/offer-standing.ts';
import { dayOf, lockKeptOffer, recordOffer, showToResidents } from './public-offer.ts';
import { publishVersion } from './publish-version.ts';

const LOOK_MS = 2_000;
/** What could not be done is not tried at each look. */
const TRY_AGAIN_MS = 60_000;
/** A timetable is written out for a year; it is again before people look past its end. */
const LEAST_DAYS_AHEAD = 200;

export type OfferClock = {
  /** Does what is due now. Never rejects: what fails is logged, and tried again a minute later. */
  look: () => Promise<void>;
  /** Ends with what is under way. */
  stop: () => Promise<void>;
};

export function startOfferClock(options: {
  database: DatabaseHandle;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Log;
  /** Milliseconds between two looks; null: only when asked. */
  everyMs?: number | null;
}): OfferClock {
  const { database, clock, log, everyMs = LOOK_MS } = options;
  const { db } = database;
  const failedAt = new Map<string, number>();
  let doneFor: LocalDate | null = null;
  let underWay: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function attempt(what: string, work: () => Promise<void>): Promise<boolean> {
    const last = failedAt.get(what);
    if (last !== undefined && clock() - last < TRY_AGAIN_MS) return false;
    try {
      await work();
      failedAt.delete(what);
      return true;
    } catch (error) {
      failedAt.set(what, clock());
      const name = error instanceof Error ? error.name : typeof error;
      log.error({ event: 'offer_clock_failed', what, error: name });
      return false;
    }
  }

  async function lookOnce(): Promise<void> {
    await attempt('list due versions', async () => {
      for (const due of await listDueVersions(db, new Date(clock()))) {
        await attempt(`publish ${due.offerId}`, () => publishDue(db, due, new Date(clock())));
      }
    });
    const today = dayOf(new Date(clock()));
    if (doneFor === today) return;
    const isDone = await attempt('standings', () => newDay(today));
    if (isDone) doneFor = today;
  }

  async function newDay(today: LocalDate): Promise<void> {
    let hasFailed = false;
    await forgetOldAnswers(db, new Date(clock()));
    for (const each of await listStandings(db)) {
      if (isAsItShould(each, today)) continue;
      const turned = () => turn(db, each, new Date(clock()));
      if (!(await attempt(`turn ${each.kept.id}`, turned))) hasFailed = true;
    }
    if (hasFailed) throw new Error('Some offers are not as they should be today');
  }

  const look = () => {
    underWay ??= lookOnce().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const lookLater = () => {
    if (everyMs === null || isStopped) return;
    timer = setTimeout(() => void look().then(lookLater), everyMs);
  };
  lookLater();

  return {
    look,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}

async function publishDue(db: Database, due: DueVersion, at: Date): Promise<void> {
  const { workspaceId, offerId, number } = due;
  await inWorkspace(db, workspaceId, async (tx) => {
    const kept = await lockKeptOffer(tx, offerId);
    const version = await findVersion(tx, offerId, number);
    // Another process did it, or somebody thought better of it, before we held the lock.
    if (version === null || version.publishedAt !== null || version.cancelledAt !== null) return;
    await markVersion(tx, offerId, number, { publishedAt: at });
    const act = { workspaceId, actorId: null, at };
    const { authorId } = version;
    await publishVersion(tx, act, kept, { number, authorId, action: 'published' });
  });
}

async function turn(db: Database, { workspaceId, kept }: ReadStanding, at: Date): Promise<void> {
  await inWorkspace(db, workspaceId, async (tx) => {
    const now = await lockKeptOffer(tx, kept.id);
    const [before] = (await listStandings(tx)).filter((each) => each.kept.id === kept.id);
    if (before === undefined || isAsItShould(before, dayOf(at))) return;
    const act = { workspaceId, actorId: null, at };
    await showToResidents(tx, act, now);
    const wanted = standingOf(now, dayOf(at));
    await recordOffer(tx, act, kept.id, {
      action: before.read.status === wanted.status ? 'timetable_extended' : 'standing_changed',
      isPublic: true,
      before: before.read,
      after: wanted,
    });
  });
}

function isAsItShould({ kept, read, timetableTo }: ReadStanding, today: LocalDate): boolean {
  const isFar =
    timetableTo === null ||
    timetableTo >= addDays(today, LEAST_DAYS_AHEAD) ||
    // No farther than the school calendar that is published.
    (timetableTo === SCHOOL_CALENDAR.to && timetableTo >= today);
  return isFar && read.status === standingOf(kept, today).status;
}
