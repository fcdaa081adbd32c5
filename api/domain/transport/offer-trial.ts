// What does a draft change to the answers residents get, for each stored trip?

import type { PlanDifference, TriedWay } from '#domain/journey/plan-differences.ts';

/** `unknown_end`: its home or its place of care is no longer known; `not_tried`: time was over. */
export type CaseTrial = {
  id: string;
  label: string;
  date: string;
  minute: number;
  homeName: string | null;
  careName: string | null;
} & (
  | { outcome: 'unknown_end' | 'not_tried' }
  | {
      outcome: 'same' | 'changed';
      before: readonly TriedWay[];
      after: readonly TriedWay[];
      differences: readonly PlanDifference[];
    }
);

/** `revision`: of the draft that was tried. */
export type OfferTrial = { revision: number; cases: readonly CaseTrial[] };
