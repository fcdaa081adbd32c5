// Which questions about the person are worth asking, among the ways found?

import { tripsOf } from '#domain/journey/hire-trips.ts';
import type {
  JourneyOption,
  JourneyPlan,
  JourneyRequest,
  LegMode,
} from '#domain/journey/journey.ts';
import { knownProfile } from '#domain/journey/known-profile.ts';
import { reservedFor } from '#domain/journey/leg-marks.ts';
import { hireLicence } from '#domain/transport/hire-licence.ts';
import { ACCOMMODATIONS, type AccommodationCode, type Offer } from '#domain/transport/offer.ts';
import { isRegistered, type Person, profileFor } from '#domain/transport/person.ts';
import { relevantQuestions, relevantQuestionsOf } from '#domain/transport/relevant-questions.ts';

const BOARDED: ReadonlySet<LegMode> = new Set(['transit', 'ride', 'local_network']);

/** Only what could change who may ride or drive, or until when to call. `shown`: the ways a page shows. */
export function planQuestions(
  options: readonly JourneyOption[],
  shown: readonly JourneyOption[],
  request: JourneyRequest,
  offers: readonly Offer[],
): Pick<JourneyPlan, 'questions' | 'registrations' | 'needsAsked'> {
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
    needsAsked: needsAsked(options, used, offers),
  };
}

/**
 * What some offer used says it gives or does not give. Whoever boards anything may need room for a
 * wheelchair; an ambulance is found by those alone who need one.
 */
function needsAsked(
  options: readonly JourneyOption[],
  used: readonly Offer[],
  offers: readonly Offer[],
): AccommodationCode[] {
  const told = new Set(
    used.flatMap(({ accommodations }) =>
      accommodations.filter(({ value }) => value !== 'unknown').map(({ code }) => code),
    ),
  );
  const boards = options.some((option) =>
    tripsOf(option).some(({ legs }) => legs.some(({ mode }) => BOARDED.has(mode))),
  );
  const lies = offers.some(({ kind }) => kind === 'medical_lying');
  return ACCOMMODATIONS.filter(
    (code) =>
      told.has(code) ||
      (boards && code === 'wheelchair') ||
      (lies && (code === 'lying' || code === 'oxygen')),
  );
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
