// Which model and which desk answer for a territory and a profession? Those kept, while nothing under them changed.

import type { PlannerParts } from '#api/runtime/planner-messages.ts';
import { findResultMark } from '#db/queries/access/find-result-mark.ts';
import { findUsefulDayRun } from '#db/queries/access/find-useful-day-run.ts';
import type { AccessModel } from '#domain/access/access-model.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import { openDesk, type ScenarioDesk } from '#domain/access/scenario-desk.ts';
import type { AccessDeps } from './access-deps.ts';
import { buildModel } from './build-model.ts';

/** Two territories, all professions. */
const MOST_KEPT = 12;

export type ModelReader = {
  /** Throws `unavailable` while times are being computed. */
  model: (territoryCode: string, profession: AccessProfession) => Promise<AccessModel>;
  desk: (territoryCode: string, profession: AccessProfession) => Promise<ScenarioDesk>;
};

export function createModelReader(deps: AccessDeps): ModelReader {
  const { db } = deps.database;
  /** By territory, profession, result and days; on other timetables they are other lines. */
  const kept = new Map<string, { model: AccessModel; on: PlannerParts | null }>();
  const desks = new WeakMap<AccessModel, ScenarioDesk>();

  async function read(code: string, profession: AccessProfession): Promise<AccessModel> {
    const mark = await findResultMark(db, code);
    const days = await findUsefulDayRun(db, code);
    const key = [code, profession, mark?.fingerprint, days?.fingerprint, days?.computedAt].join(
      ' ',
    );
    const parts = deps.stores.planner.parts();
    const known = kept.get(key);
    const isSame = known !== undefined && haveSameLines(known.on, parts);
    const model = isSame ? known.model : await buildModel(deps, code, profession);
    kept.delete(key);
    if (mark !== null) kept.set(key, { model, on: parts });
    for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old);
    return model;
  }

  return {
    model: read,
    async desk(code, profession) {
      const model = await read(code, profession);
      const desk = desks.get(model) ?? openDesk(model);
      desks.set(model, desk);
      return desk;
    },
  };
}

function haveSameLines(a: PlannerParts | null, b: PlannerParts | null): boolean {
  const marks = [a?.marks ?? [], b?.marks ?? []] as const;
  const isUnmarked = marks.every((each) => each.length === 0);
  return a?.timetable === b?.timetable && (isUnmarked || marks[0] === marks[1]);
}
