// Which ways by the lines of timetables are there: those anybody may board, and those on conditions?

import { composeMixed } from '#domain/journey/compose-mixed.ts';
import { composeScheduled } from '#domain/journey/compose-scheduled.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Draft } from '#domain/journey/draft.ts';
import { marksOfTrips } from '#domain/journey/leg-marks.ts';
import { isConditional, markedViews } from '#domain/journey/marked-views.ts';
import { once } from '#domain/journey/once.ts';
import { type ScheduledContext, scheduledPairs } from '#domain/journey/scheduled-pairs.ts';
import type { ScheduledSearch } from '#domain/journey/scheduled-search.ts';
import type { Profile } from '#domain/transport/eligibility.ts';
import type { LegMark } from '#domain/transport/line-overlay.ts';

/**
 * `open`: among all that may be for the person. `sure`: without what is on conditions; null: the same.
 * `view`: what is surely boarded. Each search is null when no timetable or no stop is within reach.
 */
export type LineSearches = {
  view: DayView | null;
  open: ScheduledSearch | null;
  sure: (() => ScheduledSearch | null) | null;
  isConditional: (mark: LegMark) => boolean;
};

export function lineSearches(
  view: DayView | null,
  profile: Profile,
  search: (view: DayView) => ScheduledSearch | null,
): LineSearches {
  const views = view && markedViews(view, profile);
  const sure = views?.sure ?? null;
  return {
    view: sure ?? views?.open ?? null,
    open: views && search(views.open),
    sure: sure && once(() => search(sure)),
    isConditional: (mark) => isConditional(mark, profile),
  };
}

/**
 * A way on conditions never stands in place of one anybody may take: when some is found, the lines are
 * searched again without it, and both are told.
 */
export function composeLines(context: ScheduledContext, lines: LineSearches): Draft[] {
  const { open, sure } = lines;
  if (open === null) return [];
  const drafts = draftsOf(context, open);
  const hasConditions = ({ outbound, back }: Pick<Draft, 'outbound' | 'back'>) =>
    marksOfTrips([outbound, back]).some(lines.isConditional);
  const mentions = (draft: Draft) =>
    hasConditions(draft) || marksOfTrips(draft.otherReturns).some(lines.isConditional);
  if (sure === null || !drafts.some(mentions)) return drafts;
  const plain = sure();
  return [
    ...(plain === null ? [] : draftsOf(context, plain)),
    ...drafts.filter(hasConditions).map((draft) => ({ ...draft, key: `${draft.key}*` })),
  ];
}

function draftsOf(context: ScheduledContext, search: ScheduledSearch): Draft[] {
  const found = scheduledPairs(context, search);
  return [...composeScheduled(context, search, found), ...composeMixed(context, search, found)];
}
