// Which ways there and back are there for this person, this place and this appointment?

import { distanceMeters } from '#domain/geo.ts';
import { composeWays, type PlanContext, planGround } from '#domain/journey/compose-ways.ts';
import { fitsPerson } from '#domain/journey/fits-person.ts';
import { tripsOf } from '#domain/journey/hire-trips.ts';
import { isReceived } from '#domain/journey/is-received.ts';
import type {
  JourneyOption,
  JourneyPlan,
  JourneyRequest,
  JourneySummary,
} from '#domain/journey/journey.ts';
import { journeyChanges } from '#domain/journey/journey-changes.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { reservedFor } from '#domain/journey/leg-marks.ts';
import { rankOptions } from '#domain/journey/rank-options.ts';
import { summarizeOption } from '#domain/journey/summarize-option.ts';
import { visitingServices } from '#domain/journey/visiting-services.ts';
import { hireLicence } from '#domain/transport/hire-licence.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { relevantQuestions } from '#domain/transport/relevant-questions.ts';

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
    questions: questionsOf(all, request, context.offers),
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

/** Asked only when an answer could change who may ride or drive, among the ways found. */
function questionsOf(
  options: readonly JourneyOption[],
  request: JourneyRequest,
  offers: readonly Offer[],
): JourneyPlan['questions'] {
  const used = new Set(options.flatMap((option) => option.offerIds));
  const vehicles = new Set(
    options.flatMap(({ hire, tier }) => (hire === undefined || tier === 3 ? [] : [hire.vehicle])),
  );
  return relevantQuestions(
    [
      ...offers.filter((offer) => used.has(offer.id)).map((offer) => offer.eligibility),
      ...[...vehicles].map((vehicle) => hireLicence(vehicle, request.appointment.date)),
      ...reservedFor(options.flatMap(tripsOf)),
    ],
    knownProfile(request),
  );
}
