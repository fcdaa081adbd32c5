// What the page asks of the worker that reckons scenarios, and what it gets.

import type { AccessModel, ModelPlace } from '#domain/access/access-model.ts';
import type { SiteObjective } from '#domain/access/best-sites.ts';
import type { AccessProfession } from '#domain/access/professions.ts';
import type { RankedOpening } from '#domain/access/rank-openings.ts';
import type { ScenarioChange } from '#domain/access/scenario-change.ts';
import type { DeskHinge, DeskResult } from '#domain/access/scenario-desk.ts';
import type { ShownDays } from './scenario-days-shown.ts';

/** The model without what only the worker reckons with. */
export type DeskModel = Omit<AccessModel, 'pairs' | 'candidates' | 'hinge' | 'noCar'> & {
  hinge: DeskHinge;
  openings: readonly ModelPlace[];
  days: ShownDays;
};

export type TriedResult = DeskResult & { milliseconds: number };

/** `space`: the coordination to which who practises is named; null: nobody is. */
export type DeskQuestion =
  | { ask: 'open'; territory: string; profession: AccessProfession; space: string | null }
  | { ask: 'try'; changes: readonly ScenarioChange[] }
  | {
      ask: 'rank';
      changes: readonly ScenarioChange[];
      fullTime: number;
      objective: SiteObjective;
    };

export type DeskAnswers = { open: DeskModel; try: TriedResult; rank: RankedOpening[] };

/** `not_ready`: nothing is computed yet of this territory. */
export type DeskFailure = 'not_ready' | 'failed';

export type DeskReply =
  | { id: number; kind: 'done'; answer: DeskAnswers[DeskQuestion['ask']] }
  | { id: number; kind: 'failed'; failure: DeskFailure };
