// Which ways there and back are there for this person, this place and this appointment?

import { distanceMeters } from '#domain/geo.ts';
import { composeWays, type PlanContext, planGround } from '#domain/journey/compose-ways.ts';
import { fitsPerson } from '#domain/journey/fits-person.ts';
import { isReceived } from '#domain/journey/is-received.ts';
import type { JourneyPlan, JourneyRequest, JourneySummary } from '#domain/journey/journey.ts';
import { journeyChanges } from '#domain/journey/journey-changes.ts';
import { planQuestions } from '#domain/journey/plan-questions.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { summarizeOption } from '#domain/journey/summarize-option.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';

export type { PlanContext };

/** Shown on a card of the list of results. */
const SUMMARIES_SHOWN = 3;

/** Nothing feasible is an answer, not an error: every list may be empty. */
export function planJourney(request: JourneyRequest, context: PlanContext): JourneyPlan {
  const ground = planGround(request, context, context.view);
  const all = composeWays(request, context, ground);
  const { options, almost } = rankOptions(all, request);
  const { from, to } = request;
  const fits = context.brief === true || (options.some(fitsPerson) && isReceived(request));
  return {
    request: {
      fromName: from.name,
      toName: to.name,
      appointment: request.appointment,
      mode: request.mode,
    },
    options,
    almost,
    ...planQuestions(all, [...options, ...almost], request, ground.offers),
    changes: fits ? [] : journeyChanges(request, context, ground),
    visiting: context.brief === true ? [] : visitingServices(request, context),
    crowMeters: Math.round(distanceMeters(from.point, to.point)),
    drive: ground.ends.car,
  };
}

/** The first ways of a plan, as a result card shows them. */
export function summarizePlan(plan: JourneyPlan): JourneySummary[] {
  return plan.options.slice(0, SUMMARIES_SHOWN).map(summarizeOption);
}
