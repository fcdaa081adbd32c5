// Every way there and back that can be composed, judged, in no order yet.

import { appointmentWindow } from '#domain/journey/appointment-window.ts';
import { assessOption } from '#domain/journey/assess-option.ts';
import { composeDirect } from '#domain/journey/compose-direct.ts';
import { composeOwn } from '#domain/journey/compose-own.ts';
import { composeScheduled } from '#domain/journey/compose-scheduled.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Draft } from '#domain/journey/draft.ts';
import type { JourneyOption, JourneyRequest } from '#domain/journey/journey.ts';
import type { RoadTimes } from '#domain/journey/road-times.ts';
import type { Moment } from '#domain/time.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** `view`: what runs on the day of the appointment; null when no timetable is loaded. */
export type PlanContext = {
  now: Moment;
  offers: readonly Offer[];
  view: DayView | null;
  roads: RoadTimes;
  /** What runs on other days, when a change of day may be looked for; else only the day asked is. */
  viewOf?: (date: string) => DayView | null;
};

export function composeWays(request: JourneyRequest, context: PlanContext): JourneyOption[] {
  const window = appointmentWindow(request.appointment);
  const drafts: Draft[] = [
    ...composeOwn(request, window),
    ...composeDirect(request, window, context.offers),
    ...(context.view ? composeScheduled(request, window, context.offers, context.view) : []),
  ];
  return drafts.map((draft) => assessOption(draft, request, window, context.now));
}
