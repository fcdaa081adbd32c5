// Which ways there and back for this person and this appointment, with what is known now?

import type { Stores } from '#api/runtime/stores.ts';
import type { Database } from '#db/database.ts';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import { planJourney } from '#domain/journey/plan-journey.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { toMoment } from '#domain/time.ts';
import type { JourneyBody } from './contract.ts';
import { findGoal, findStart } from './find-ends.ts';

export async function planVisit(
  db: Database,
  stores: Stores,
  body: JourneyBody,
  nowMs: number,
): Promise<JourneyPlan> {
  const { appointment, mode, profile, needs } = body;
  const [from, to] = await Promise.all([findStart(db, body.from), findGoal(db, body.to)]);
  return planJourney(
    { from, to, appointment, mode, profile, needs },
    {
      now: toMoment(nowMs),
      offers: stores.offers.all(),
      view: stores.timetable.dayView(appointment.date),
      viewOf: (date) => stores.timetable.dayView(date),
      roads: estimateRoads,
    },
  );
}
