// Once a day, who keeps offers is told which are to be verified: each offer once a week at most, by one
// process only, however many look.

import type { Log } from '#api/http/request-log.ts';
import type { Database } from '#db/database.ts';
import { appendAudit } from '#db/queries/account/append-audit.ts';
import {
  type DueReview,
  listDueReviews,
  listPublishers,
  lockReminders,
} from '#db/queries/workspace/list-due-reviews.ts';
import { type LocalDate, toMoment } from '#domain/time.ts';
import type { Mailer } from './mailer.ts';
import { reminderMail } from './reminder-mail.ts';

const LOOK_MS = 15 * 60_000;
/** People read their letters in the morning. */
const FROM_MINUTE = 8 * 60;
/** A little less than a week: a week later at the same hour, it is time. */
const PAUSE_MS = (7 * 24 - 1) * 3_600_000;

export type ReminderClock = {
  /** Sends what is to be sent today. Never rejects: what fails is logged, and tried again at the next look. */
  look: () => Promise<void>;
  stop: () => Promise<void>;
};

export function startReminderClock(options: {
  db: Database;
  mailer: Mailer;
  publicUrl: string | null;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Log;
  /** Null: only when asked. */
  everyMs?: number | null;
}): ReminderClock {
  const { db, mailer, publicUrl, clock, log, everyMs = LOOK_MS } = options;
  let doneFor: LocalDate | null = null;
  let underWay: Promise<void> | null = null;
  const timer = everyMs === null ? undefined : setInterval(() => void look(), everyMs);
  timer?.unref();

  async function lookOnce(): Promise<void> {
    const at = new Date(clock());
    const { date: today, minute } = toMoment(at.getTime());
    if (doneFor === today || minute < FROM_MINUTE) return;
    let hasFailed = false;
    try {
      const since = new Date(at.getTime() - PAUSE_MS);
      const due = await listDueReviews(db, { today, since });
      for (const workspaceId of new Set(due.map((each) => each.workspaceId))) {
        if (!(await remind(workspaceId, { today, since, at }))) hasFailed = true;
      }
    } catch (error) {
      hasFailed = true;
      tell(error);
    }
    if (!hasFailed) doneFor = today;
  }

  /** Written down before it leaves: a process that dies says nothing twice. */
  async function remind(
    workspaceId: string,
    { today, since, at }: { today: LocalDate; since: Date; at: Date },
  ): Promise<boolean> {
    const claimed = await db.transaction(async (tx) => {
      await lockReminders(tx, workspaceId);
      const due = await listDueReviews(tx, { today, since, workspaceId });
      const people = await listPublishers(tx, workspaceId);
      if (due.length === 0 || people.length === 0) return null;
      await record(tx, 'reminded', workspaceId, due, at);
      return { due, people };
    });
    if (claimed === null) return true;
    const { due, people } = claimed;
    const sent = await Promise.allSettled(
      people.map((to) => mailer(reminderMail(to, due, publicUrl))),
    );
    if (sent.some(({ status }) => status === 'fulfilled')) return true;
    tell(sent.find((each) => each.status === 'rejected')?.reason);
    await db.transaction((tx) => record(tx, 'reminder_failed', workspaceId, due, at));
    return false;
  }

  async function record(
    tx: Database,
    action: 'reminded' | 'reminder_failed',
    workspaceId: string,
    due: readonly DueReview[],
    at: Date,
  ): Promise<void> {
    await appendAudit(tx, {
      at,
      actorId: null,
      workspaceId,
      action,
      subjectKind: 'workspace',
      subjectId: workspaceId,
      after: { offers: due.map(({ offerId }) => offerId) },
    });
  }

  function tell(error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    log.error({ event: 'reminder_failed', error: name });
  }

  function look(): Promise<void> {
    underWay ??= lookOnce()
      .catch(tell)
      .finally(() => {
        underWay = null;
      });
    return underWay;
  }

  return {
    look,
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
