// Which days and hours of a fortnight can be reached? Each day is computed apart, and those not ready
// in time are left out and named.

import { describeFailure } from '#api/http/describe-failure.ts';
import { toProblem } from '#api/http/problem.ts';
import type { SlotCalendar, VisitingService } from '#domain/journey/journey.ts';
import { addDays, toMoment } from '#domain/time.ts';
import { asTheyCome } from './as-they-come.ts';
import type { AskedRemark, SlotsBody } from './contract.ts';
import { findCareNeeds } from './find-care-needs.ts';
import { findGoal, findStart } from './find-ends.ts';
import { comingNow } from './find-visits.ts';
import { type JourneyTools, patienceOf } from './journey-deps.ts';
import { noteDays, noteEnds } from './note-asked.ts';
import { runByRoads } from './run-by-roads.ts';

export type SlotsAnswer = SlotCalendar & {
  /** Days not computed in time. */
  leftOut: readonly string[];
  remarks: readonly AskedRemark[];
  /** What comes to the person instead. */
  visiting: readonly VisitingService[];
};

/** Throws `not_found` for an end that is unknown. */
export async function findVisitSlots(deps: JourneyTools, body: SlotsBody): Promise<SlotsAnswer> {
  const { stores, log } = deps;
  const { db } = deps.database;
  const { dayCount, durationMinutes, mode, profile, needs } = body;
  const now = toMoment(deps.clock());
  const fromDate = body.fromDate ?? now.date;
  const session = stores.planner.begin(patienceOf(deps));
  try {
    const [from, to, careNeeds] = await Promise.all([
      findStart(db, body.from),
      findGoal(db, body.to),
      findCareNeeds(deps, body),
    ]);
    const person = { from, to, durationMinutes, mode, profile, needs };
    const dates = Array.from({ length: dayCount }, (_, day) => addDays(fromDate, day));
    const calendars = dates.map((date) =>
      runByRoads(session, deps.roads, {
        name: 'slots',
        request: { ...person, fromDate: date, dayCount: 1 },
        now,
      }),
    );
    const found: SlotCalendar['days'][number][] = [];
    for await (const outcome of asTheyCome(calendars)) {
      if ('value' in outcome) found.push(...outcome.value.days);
      else if (outcome.missing === 'failed') {
        const problem = toProblem(outcome.error, crypto.randomUUID());
        log.error({ event: 'failure', ...describeFailure(outcome.error, problem) });
      }
    }
    const days = found.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    return {
      fromName: from.name,
      toName: to.name,
      days,
      leftOut: dates.filter((date) => !days.some((day) => day.date === date)),
      remarks: [
        ...noteDays(stores, fromDate, addDays(fromDate, dayCount - 1)),
        ...noteEnds(stores, { from, to }),
      ],
      visiting: comingNow(deps, { from, mode, profile, needs, careNeeds }),
    };
  } finally {
    session.end();
  }
}
