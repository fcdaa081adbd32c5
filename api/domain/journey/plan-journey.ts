// Which ways there and back are there for this person, this place and this appointment?

import { distanceMeters } from '#domain/geo.ts';
import { appointmentWindow } from '#domain/journey/appointment-window.ts';
import { assessOption } from '#domain/journey/assess-option.ts';
import { composeDirect } from '#domain/journey/compose-direct.ts';
import { composeOwn } from '#domain/journey/compose-own.ts';
import { composeScheduled } from '#domain/journey/compose-scheduled.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Draft } from '#domain/journey/draft.ts';
import type {
  JourneyOption,
  JourneyPlan,
  JourneyRequest,
  JourneySummary,
} from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { estimateDrive } from '#domain/journey/road-estimate.ts';
import type { Moment } from '#domain/time.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { relevantQuestions } from '#domain/transport/relevant-questions.ts';

/** `view`: what runs on the day of the appointment; null when no timetable is loaded. */
export type PlanContext = {
  now: Moment;
  offers: readonly Offer[];
  view: DayView | null;
};

/** Shown on a card of the list of results. */
const SUMMARIES_SHOWN = 3;

/** Nothing feasible is an answer, not an error: both lists may be empty. */
export function planJourney(request: JourneyRequest, context: PlanContext): JourneyPlan {
  const window = appointmentWindow(request.appointment);
  const drafts: Draft[] = [
    ...composeOwn(request, window),
    ...composeDirect(request, window, context.offers),
    ...(context.view ? composeScheduled(request, window, context.offers, context.view) : []),
  ];
  const all = drafts.map((draft) => assessOption(draft, request, window, context.now));
  const { options, almost } = rankOptions(all);
  return {
    request: {
      fromName: request.from.name,
      toName: request.to.name,
      appointment: request.appointment,
      mode: request.mode,
    },
    options,
    almost,
    questions: questionsOf(all, request, context.offers),
    crowMeters: Math.round(distanceMeters(request.from.point, request.to.point)),
    drive: estimateDrive(request.from.point, request.to.point),
  };
}

/** The first ways of a plan, as a result card shows them. */
export function summarizePlan(plan: JourneyPlan): JourneySummary[] {
  return plan.options.slice(0, SUMMARIES_SHOWN).map((option) => ({
    id: option.id,
    kind: option.kind,
    title: option.title,
    tier: option.tier,
    state: option.state,
    price: option.price,
    notes: option.notes,
    eligibility: option.eligibility,
    departMinute: option.outbound.departMinute,
    arriveMinute: option.outbound.arriveMinute,
    returnMinute: option.back?.departMinute ?? null,
    firstCall: option.calls[0] ?? null,
  }));
}

/** Asked only when an answer could change who may ride, among the offers of the ways found. */
function questionsOf(
  options: readonly JourneyOption[],
  request: JourneyRequest,
  offers: readonly Offer[],
): JourneyPlan['questions'] {
  const used = new Set(options.flatMap((option) => option.offerIds));
  return relevantQuestions(
    offers.filter((offer) => used.has(offer.id)).map((offer) => offer.eligibility),
    knownProfile(request),
  );
}
