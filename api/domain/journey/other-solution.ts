// Is there another way, for the offers kept for those who have none?

import type { DayView } from '#domain/journey/day-view.ts';
import type { JourneyOption } from '#domain/journey/journey.ts';

/** Ways anybody may take, without being driven by a relative or a volunteer. */
const OPEN_WAYS: ReadonlySet<JourneyOption['kind']> = new Set([
  'walk',
  'scheduled_line',
  'urban_network',
  'on_demand',
  'virtual_line',
]);

/**
 * False: none, by the timetables of that very day. Null, to ask on the phone: one was found, and whether
 * the person can take it is not ours to say; or the timetables of the day are not known; or the person may
 * drive or be driven.
 */
export function otherSolution(
  options: readonly JourneyOption[],
  mode: 'car' | 'no_car' | 'driven',
  view: DayView | null,
): false | null {
  const isKnown =
    view !== null && view.feedDays.length > 0 && view.feedDays.every(({ exact }) => exact);
  if (mode !== 'no_car' || !isKnown) return null;
  const other = options.some(
    (option) => option.tier < 3 && OPEN_WAYS.has(option.kind) && !isLastResort(option),
  );
  return other ? null : false;
}

/** Whether it uses an offer kept for those who have no other. */
export function isLastResort({ eligibility }: Pick<JourneyOption, 'eligibility'>): boolean {
  return eligibility.reasons.some(({ criterion }) => criterion.kind === 'no_other_solution');
}
