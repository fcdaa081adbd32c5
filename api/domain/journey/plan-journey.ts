// Which ways there and back are there for this person, this place and this appointment?

import { distanceMeters } from '#domain/geo.ts';
import { composeWays, type PlanContext } from '#domain/journey/compose-ways.ts';
import type {
  JourneyOption,
  JourneyPlan,
  JourneyRequest,
  JourneySummary,
} from '#domain/journey/journey.ts';
import { journeyChanges } from '#domain/journey/journey-changes.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { estimateRoads } from '#domain/journey/road-times.ts';
import { summarizeOption } from '#domain/journey/summarize-option.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { relevantQuestions } from '#domain/transport/relevant-questions.ts';

export type { PlanContext };

/** Shown on a card of the list of results. */
const SUMMARIES_SHOWN = 3;

/** Nothing feasible is an answer, not an error: every list may be empty. */
export function planJourney(request: JourneyRequest, context: PlanContext): JourneyPlan {
  const all = composeWays(request, context);
  const { options, almost } = rankOptions(all);
  const { from, to } = request;
  return {
    request: {
      fromName: from.name,
      toName: to.name,
      appointment: request.appointment,
      mode: request.mode,
    },
    options,
    almost,
    questions: questionsOf(all, request, context.offers),
    changes: options.some(({ tier }) => tier <= 1) ? [] : journeyChanges(request, context),
    visiting: visitingServices(request, context),
    crowMeters: Math.round(distanceMeters(from.point, to.point)),
    drive: driveOf(request, context),
  };
}

/** The first ways of a plan, as a result card shows them. */
export function summarizePlan(plan: JourneyPlan): JourneySummary[] {
  return plan.options.slice(0, SUMMARIES_SHOWN).map(summarizeOption);
}

/** Where the roads say nothing, the estimate does, and says it is one. */
function driveOf({ from, to }: JourneyRequest, { roads }: PlanContext): JourneyPlan['drive'] {
  const [known] = roads.fromOne('car', from.point, [to.point]);
  const [estimate] = known ? [known] : estimateRoads.fromOne('car', from.point, [to.point]);
  return estimate ?? { minutes: 0, meters: 0, estimate: true };
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
