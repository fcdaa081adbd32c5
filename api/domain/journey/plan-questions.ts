// Which questions about the person are worth asking, among the ways found?

import { tripsOf } from '#domain/journey/hire-trips.ts';
import type { JourneyOption, JourneyPlan, JourneyRequest } from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { reservedFor } from '#domain/journey/leg-marks.ts';
import { hireLicence } from '#domain/transport/hire-licence.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { isRegistered, type Person, profileFor } from '#domain/transport/person.ts';
import { relevantQuestions, relevantQuestionsOf } from '#domain/transport/relevant-questions.ts';

/** Only what could change who may ride or drive, or until when to call. `shown`: the ways a page shows. */
export function planQuestions(
  options: readonly JourneyOption[],
  shown: readonly JourneyOption[],
  request: JourneyRequest,
  offers: readonly Offer[],
): Pick<JourneyPlan, 'questions' | 'registrations'> {
  const person = knownProfile(request);
  const usedIds = new Set(options.flatMap((option) => option.offerIds));
  const used = offers.filter(({ id }) => usedIds.has(id));
  const vehicles = new Set(
    options.flatMap(({ hire, tier }) => (hire === undefined || tier === 3 ? [] : [hire.vehicle])),
  );
  const others = [
    ...[...vehicles].map((vehicle) => hireLicence(vehicle, request.appointment.date)),
    ...reservedFor(options.flatMap(tripsOf)),
  ];
  const asked = relevantQuestionsOf([
    ...used.map(({ id, eligibility }) => ({
      expression: eligibility,
      profile: profileFor(person, id),
    })),
    ...others.map((expression) => ({ expression, profile: profileFor(person, null) })),
  ]);
  return {
    questions: asked.filter((question) => question !== 'member'),
    registrations: used
      .filter((offer) => asksToRegister(offer, person, shown))
      .map(({ id, name }) => ({ offerId: id, offerName: name })),
  };
}

/** Those answered already stay, so that the answer can be changed. */
function asksToRegister(offer: Offer, person: Person, shown: readonly JourneyOption[]): boolean {
  const mayMatter = isRegistered(person, offer.id) !== null && offer.booking !== null;
  if (mayMatter && offer.booking?.firstTripDays !== null) return true;
  const tellsNewcomers = shown.some(({ calls }) =>
    calls.some(
      ({ offerId, registerBefore, registrationClosed }) =>
        offerId === offer.id && (registerBefore !== null || registrationClosed !== null),
    ),
  );
  return (
    tellsNewcomers ||
    relevantQuestions([offer.eligibility], profileFor(person, null)).includes('member')
  );
}
