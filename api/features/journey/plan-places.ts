// From one home to several care places: which ways to each, the first computed first?

import { describeFailure } from '#api/http/describe-failure.ts';
import { toProblem } from '#api/http/problem.ts';
import type { PlannerTasks } from '#api/runtime/planner-messages.ts';
import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import type {
  Appointment,
  JourneyPlan,
  JourneyPoint,
  JourneySummary,
} from '#domain/journey/journey.ts';
import { summarizePlan } from '#domain/journey/plan-journey.ts';
import { hasWay } from '#domain/journey/unmet-demand.ts';
import { toMoment } from '#domain/time.ts';
import { asTheyCome, type MissingReason } from './as-they-come.ts';
import type { AskedRemark, PlacesBody } from './contract.ts';
import { countUnmet } from './count-unmet.ts';
import { findCareNeeds } from './find-care-needs.ts';
import { findGoals, findStart, locate } from './find-ends.ts';
import { budgetOf, type JourneyTools } from './journey-deps.ts';
import { noteAppointment, noteEnds } from './note-asked.ts';
import { runByRoads } from './run-by-roads.ts';

/** `index`: position in the list asked. */
export type PlaceAnswer = {
  index: number;
  entryId: string | null;
  summaries: readonly JourneySummary[];
  drive: JourneyPlan['drive'];
  crowMeters: number;
  /** Not everything was looked at in time: these are the ways found before. */
  isCut: boolean;
  /** Null when only the first ways were asked. */
  plan: JourneyPlan | null;
  /** Of this place alone: those of the home and of the day are told once, at the end. */
  remarks: readonly AskedRemark[];
};

export type LeftOutPlace = {
  index: number;
  entryId: string | null;
  reason: MissingReason | 'unknown_entry';
};

/** What holds for all places, and those without an answer. */
export type PlacesEnd = {
  appointment: Appointment;
  /** True when none was given: the example of `defaultAppointment`. */
  assumed: boolean;
  leftOut: readonly LeftOutPlace[];
  remarks: readonly AskedRemark[];
};

export type PlacesRun = { answers: AsyncGenerator<PlaceAnswer>; end: () => PlacesEnd };

/**
 * Throws `not_found` for a home that is unknown. `answers` must be read to its end or closed; `end` is
 * known after it.
 */
export async function startPlaces(deps: JourneyTools, body: PlacesBody): Promise<PlacesRun> {
  const { stores } = deps;
  const { mode, profile, needs } = body;
  const now = toMoment(deps.clock());
  const appointment = body.appointment ?? defaultAppointment(now);
  const session = stores.planner.begin(budgetOf(deps));
  const leftOut: LeftOutPlace[] = [];
  try {
    const [only, ...others] = body.places;
    const [from, goals, careNeeds] = await Promise.all([
      findStart(deps.database.db, body.from),
      findPlaces(deps, body.places),
      findCareNeeds(deps, { ...body, to: others.length > 0 ? null : (only ?? null) }),
    ]);
    for (const { index, entryId, to } of goals) {
      if (to === null) leftOut.push({ index, entryId, reason: 'unknown_entry' });
    }
    const known = goals.flatMap(({ to, ...goal }) => (to === null ? [] : [{ ...goal, to }]));
    const outcomes = asTheyCome(
      known.map(({ to }) =>
        runByRoads(session, deps.roads, {
          name: 'plan',
          request: { from, to, appointment, mode, profile, needs, careNeeds },
          now,
          brief: body.answer === 'summary',
        }),
      ),
    );
    let isHomeOff = false;
    const remarksOf = () => [
      ...noteAppointment(stores, appointment, now, [from, ...known.map(({ to }) => to)]),
      ...noteEnds(stores, { from, to: null }, isHomeOff ? ['home'] : []),
    ];
    const assumed = body.appointment === null;
    return {
      answers: read(),
      end: () => ({ appointment, assumed, leftOut, remarks: remarksOf() }),
    };

    async function* read(): AsyncGenerator<PlaceAnswer> {
      // One search, however many places: counted when each was looked at and none can be reached.
      let isUnmet = body.counted && !assumed && known.length > 0;
      try {
        for await (const outcome of outcomes) {
          const { index = outcome.index, entryId = null, to = null } = known[outcome.index] ?? {};
          if (!('value' in outcome)) isUnmet = false;
          else if (outcome.value.isCut || hasWay(outcome.value.plan)) isUnmet = false;
          if ('value' in outcome) {
            const { offRoad } = outcome.value;
            isHomeOff ||= offRoad.includes('home');
            const remarks = noteEnds(stores, { from: null, to }, offRoad);
            yield { ...answerOf(index, entryId, outcome.value, body.answer), remarks };
          } else {
            if (outcome.missing === 'failed') logFailure(deps, outcome.error);
            leftOut.push({ index, entryId, reason: outcome.missing });
          }
        }
        const entryId = known[0]?.entryId ?? null;
        const remarks = remarksOf();
        if (isUnmet) await countUnmet(deps, { from, appointment, careNeeds, entryId, remarks });
      } finally {
        session.end();
      }
    }
  } catch (error) {
    session.end();
    throw error;
  }
}

type Goal = { index: number; entryId: string | null; to: JourneyPoint | null };

/** Entries are looked up all at once; null for one that is unknown. */
async function findPlaces(
  { database: { db } }: JourneyTools,
  places: PlacesBody['places'],
): Promise<Goal[]> {
  const ids = places.flatMap((place) => ('entryId' in place ? [place.entryId] : []));
  const entries = await findGoals(db, ids);
  return Promise.all(
    places.map(async (place, index): Promise<Goal> => {
      if ('point' in place) return { index, entryId: null, to: await locate(db, place) };
      return { index, entryId: place.entryId, to: entries.get(place.entryId) ?? null };
    }),
  );
}

function answerOf(
  index: number,
  entryId: string | null,
  { plan, isCut }: PlannerTasks['plan']['answer'],
  answer: PlacesBody['answer'],
): Omit<PlaceAnswer, 'remarks'> {
  return {
    index,
    entryId,
    summaries: summarizePlan(plan),
    drive: plan.drive,
    crowMeters: plan.crowMeters,
    isCut,
    plan: answer === 'plan' ? plan : null,
  };
}

function logFailure({ log }: JourneyTools, error: unknown): void {
  log.error({ event: 'failure', ...describeFailure(error, toProblem(error, crypto.randomUUID())) });
}
