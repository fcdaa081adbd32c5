// Which days and hours of a fortnight can be reached? Each day is computed apart, and those not ready
// in time are left out and named.

import { describeFailure } from '#api/http/describe-failure.ts';
import { toProblem } from '#api/http/problem.ts';
import type { DayOpening } from '#domain/directory/opening-on.ts';
import type { SlotDay, VisitingService } from '#domain/journey/journey.ts';
import { addDays, isDate, type LocalDate, toMoment } from '#domain/time.ts';
import { asTheyCome } from './as-they-come.ts';
import type { AskedRemark, SlotsBody } from './contract.ts';
import { findCareNeeds } from './find-care-needs.ts';
import { findGoal, findStart } from './find-ends.ts';
import { findOpening } from './find-opening.ts';
import { comingNow } from './find-visits.ts';
import { type JourneyTools, patienceOf } from './journey-deps.ts';
import { noteDays, noteEnds } from './note-asked.ts';
import { runByRoads } from './run-by-roads.ts';

/** `slots` tell what can be reached; `opening` when the place receives people. */
export type VisitDay = SlotDay & { opening: DayOpening };

/** What holds for all days, and those without an answer. */
export type SlotsEnd = {
  fromName: string;
  toName: string;
  /** Days not computed in time. */
  leftOut: readonly LocalDate[];
  remarks: readonly AskedRemark[];
  /** What comes to the person instead. */
  visiting: readonly VisitingService[];
};

export type SlotsAnswer = SlotsEnd & { days: readonly VisitDay[] };

export type SlotsRun = { days: AsyncGenerator<VisitDay>; end: () => SlotsEnd };

/** Days in order. Throws `not_found` for an end that is unknown. */
export async function findVisitSlots(deps: JourneyTools, body: SlotsBody): Promise<SlotsAnswer> {
  const { days, end } = await startSlots(deps, body);
  const found: VisitDay[] = [];
  for await (const day of days) found.push(day);
  return { ...end(), days: found.toSorted((a, b) => (a.date < b.date ? -1 : 1)) };
}

/**
 * Days as they are known. Throws `not_found` for an end that is unknown. `days` must be read to its
 * end or closed; `end` is known after it.
 */
export async function startSlots(deps: JourneyTools, body: SlotsBody): Promise<SlotsRun> {
  const { stores } = deps;
  const { db } = deps.database;
  const { dayCount, durationMinutes, mode, profile, needs } = body;
  const now = toMoment(deps.clock());
  const fromDate = body.fromDate ?? now.date;
  const session = stores.planner.begin(patienceOf(deps));
  try {
    const [from, to, careNeeds, openingOf] = await Promise.all([
      findStart(db, body.from),
      findGoal(db, body.to),
      findCareNeeds(deps, body),
      findOpening(db, body.to),
    ]);
    const person = { from, to, durationMinutes, mode, profile, needs };
    // The last day that can be written is that of the year 9999.
    const dates = Array.from({ length: dayCount }, (_, day) => addDays(fromDate, day)).filter(
      isDate,
    );
    const missing = new Set(dates);
    let offRoad: readonly ('home' | 'care')[] = [];
    const outcomes = asTheyCome(
      dates.map((date) =>
        runByRoads(session, deps.roads, {
          name: 'slots',
          request: { ...person, fromDate: date, dayCount: 1 },
          now,
        }),
      ),
    );
    const end = (): SlotsEnd => ({
      fromName: from.name,
      toName: to.name,
      leftOut: [...missing],
      remarks: [
        ...noteDays(stores, fromDate, dates.at(-1) ?? fromDate, [from, to]),
        ...noteEnds(stores, { from, to }, offRoad),
      ],
      visiting: comingNow(deps, { from, mode, profile, needs, careNeeds }),
    });
    return { days: read(), end };

    async function* read(): AsyncGenerator<VisitDay> {
      try {
        for await (const outcome of outcomes) {
          if (!('value' in outcome)) {
            if (outcome.missing === 'failed') logFailure(deps, outcome.error);
            continue;
          }
          offRoad = outcome.value.offRoad;
          for (const day of outcome.value.days) {
            missing.delete(day.date);
            yield { ...day, opening: openingOf(day.date) };
          }
        }
      } finally {
        session.end();
      }
    }
  } catch (error) {
    session.end();
    throw error;
  }
}

function logFailure({ log }: JourneyTools, error: unknown): void {
  log.error({ event: 'failure', ...describeFailure(error, toProblem(error, crypto.randomUUID())) });
}
