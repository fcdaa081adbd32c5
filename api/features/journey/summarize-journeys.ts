// For a list of results: the first ways to each, for one appointment.

import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { Stores } from '#api/runtime/stores.ts';
import type { Database } from '#db/database.ts';
import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import type { Appointment, JourneyPlan, JourneySummary } from '#domain/journey/journey.ts';
import { planJourney, summarizePlan } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { toMoment } from '#domain/time.ts';
import type { SummariesBody } from './contract.ts';
import { findGoals, findStart } from './find-ends.ts';

export type SummariesAnswer = {
  appointment: Appointment;
  /** True when none was given: the example of `defaultAppointment`. */
  assumed: boolean;
  /** Entries that are unknown are absent. */
  byEntry: Readonly<
    Record<
      string,
      {
        summaries: readonly JourneySummary[];
        drive: JourneyPlan['drive'];
        crowMeters: number;
      }
    >
  >;
};

export async function summarizeJourneys(
  db: Database,
  stores: Stores,
  body: SummariesBody,
  nowMs: number,
): Promise<SummariesAnswer> {
  const now = toMoment(nowMs);
  const appointment = body.appointment ?? defaultAppointment(now);
  const [from, goals] = await Promise.all([
    findStart(db, { insee: body.fromInsee }),
    findGoals(db, body.entryIds),
  ]);
  const context = {
    now,
    offers: stores.offers.all(),
    view: stores.timetable.dayView(appointment.date),
    roads: estimateRoads,
  };
  const byEntry: Record<string, SummariesAnswer['byEntry'][string]> = {};
  for (const [id, to] of goals) {
    const plan = planJourney(
      { from, to, appointment, mode: body.mode, profile: {}, needs: [] },
      context,
    );
    byEntry[id] = {
      summaries: summarizePlan(plan),
      drive: plan.drive,
      crowMeters: plan.crowMeters,
    };
    // Twenty plans in a row would hold back everybody else.
    await letOthersIn();
  }
  return { appointment, assumed: body.appointment === null, byEntry };
}
