// May this person go by this way: do all the offers it uses take them?

import type { Draft } from '#domain/journey/draft.ts';
import { tripsOf } from '#domain/journey/hire-trips.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { reservedFor } from '#domain/journey/leg-marks.ts';
import type {
  Eligibility,
  EligibilityReason,
  EligibilityResult,
} from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import { profileFor } from '#domain/transport/person.ts';

/** Every offer used must take the person, who may drive what is hired; residence is where they leave from unless they said. */
export function draftEligibility(
  { offers, asks = null, outbound, back, ...rest }: Draft,
  request: JourneyRequest,
  otherSolution: boolean | null,
): EligibilityResult {
  const person = knownProfile(request);
  const conditions: readonly (readonly [Eligibility | null, string | null])[] = [
    ...offers.map(({ id, eligibility }) => [eligibility, id] as const),
    [asks, null] as const,
    ...reservedFor(tripsOf({ outbound, back, ...rest })).map((each) => [each, null] as const),
  ];
  const results = conditions.map(([condition, offerId]) =>
    evaluateEligibility(condition, profileFor(person, offerId), { otherSolution }),
  );
  const values = results.map((result) => result.value);
  const value = values.includes(false) ? false : values.includes(null) ? null : true;
  const reasons: EligibilityReason[] = results
    .filter((result) => value !== false || result.value === false)
    .flatMap((result) => result.reasons);
  const once = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  const awaits = value === null && results.some(({ awaitsPrescription }) => awaitsPrescription);
  return {
    value,
    reasons: [...once.values()],
    ...(awaits ? { awaitsPrescription: true } : {}),
  };
}
