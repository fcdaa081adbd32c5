// Which ways there and back for this person and this appointment, with what is known now?

import type { JourneyPlan } from '#domain/journey/journey.ts';
import { hasWay } from '#domain/journey/unmet-demand.ts';
import { toMoment } from '#domain/time.ts';
import type { AskedRemark, JourneyBody } from './contract.ts';
import { countUnmet } from './count-unmet.ts';
import { findCareNeeds } from './find-care-needs.ts';
import { findGoal, findStart } from './find-ends.ts';
import { findCareHours } from './find-opening.ts';
import { type JourneyTools, patienceOf } from './journey-deps.ts';
import { noteAppointment, noteEnds } from './note-asked.ts';
import { noteOpening } from './note-opening.ts';
import { runByRoads } from './run-by-roads.ts';

/** `isCut`: not everything was looked at in time; the plan is what was found before. */
export type JourneyAnswer = JourneyPlan & { isCut: boolean; remarks: readonly AskedRemark[] };

/** Throws `not_found` for an end that is unknown, `unavailable` when no plan came in time. */
export async function planVisit(deps: JourneyTools, body: JourneyBody): Promise<JourneyAnswer> {
  const { stores } = deps;
  const { db } = deps.database;
  const now = toMoment(deps.clock());
  const session = stores.planner.begin(patienceOf(deps));
  try {
    const { need: _, counted, ...visit } = body;
    const [from, to, careNeeds, careHours] = await Promise.all([
      findStart(db, body.from),
      findGoal(db, body.to),
      findCareNeeds(deps, body),
      findCareHours(db, body.to),
    ]);
    const request = { ...visit, from, to, careNeeds, careHours };
    const asked = { name: 'plan', request, now, brief: false } as const;
    const { plan, offRoad, isCut } = await runByRoads(session, deps.roads, asked);
    const remarks = [
      ...noteAppointment(stores, body.appointment, now, [from, to]),
      ...noteEnds(stores, { from, to }, offRoad),
      ...noteOpening(request),
    ];
    // Cut short, it may be that no way was found in time.
    if (counted && !isCut && !hasWay(plan)) {
      const { appointment } = body;
      await countUnmet(deps, { from, appointment, careNeeds, entryId: null, remarks });
    }
    return { ...plan, isCut, remarks };
  } finally {
    session.end();
  }
}
