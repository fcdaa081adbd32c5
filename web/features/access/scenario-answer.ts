// What the worker answers, apart from how it is asked: so that it can be tried without one.

import type { AccessModel } from '#domain/access/access-model.ts';
import { type CommuneFold, communeFold, foldResult } from '#domain/access/fold-communes.ts';
import { rankOpenings } from '#domain/access/rank-openings.ts';
import {
  openDesk,
  openingPlaces,
  type ScenarioDesk,
  tryChanges,
} from '#domain/access/scenario-desk.ts';
import { shownDays } from './scenario-days-shown.ts';
import type { DeskAnswers, DeskFailure, DeskModel, DeskQuestion } from './scenario-messages.ts';

export class DeskRefusal extends Error {
  readonly failure: DeskFailure;
  constructor(failure: DeskFailure) {
    super(`Scenarios: ${failure}`);
    this.name = 'DeskRefusal';
    this.failure = failure;
  }
}

/** Holds the desk that was opened last. `loadModel` may throw a `DeskRefusal`. */
export function createAnswers(
  loadModel: (of: Extract<DeskQuestion, { ask: 'open' }>) => Promise<AccessModel>,
  clock: () => number,
) {
  let desk: ScenarioDesk | null = null;
  let fold: CommuneFold | null = null;
  return async (question: DeskQuestion): Promise<DeskAnswers[DeskQuestion['ask']]> => {
    if (question.ask === 'open') {
      desk = openDesk(await loadModel(question));
      fold = communeFold(desk.model.places);
      return shownModel(desk, fold);
    }
    if (desk === null) throw new DeskRefusal('failed');
    if (question.ask === 'rank') {
      return rankOpenings(desk, question.changes, question.fullTime, question.objective);
    }
    const start = clock();
    const result = tryChanges(desk, question.changes);
    const told = fold === null ? result : foldResult(result, fold, desk);
    return { ...told, milliseconds: clock() - start };
  };
}

/** Communes, whatever places are reckoned with. */
function shownModel({ model, hinge }: ScenarioDesk, fold: CommuneFold | null): DeskModel {
  const { pairs: _pairs, candidates: _candidates, noCar, ...shown } = model;
  return {
    ...shown,
    places: fold?.communes ?? shown.places,
    hinge,
    openings: openingPlaces(model),
    days: shownDays(noCar),
  };
}
