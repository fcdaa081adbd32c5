// A way there and back, judged: may this person use it, can it still be booked, what does it cost?

import { freshnessOf } from '#domain/directory/freshness.ts';
import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import { bookedStops, callForStops } from '#domain/journey/booked-stops.ts';
import { callsOf, compareCalls, firstRide, ridesByOffer } from '#domain/journey/call-list.ts';
import type { Draft } from '#domain/journey/draft.ts';
import { draftEligibility } from '#domain/journey/draft-eligibility.ts';
import { waitsForDriver } from '#domain/journey/driver-to-find.ts';
import { tripMinutes, tripsOf } from '#domain/journey/hire-trips.ts';
import type {
  BookingState,
  JourneyNote,
  JourneyOption,
  JourneyRequest,
  Tier,
} from '#domain/journey/journey.ts';
import { priceDraft } from '#domain/journey/price-draft.ts';
import { compareMoments, type Moment } from '#domain/time.ts';
import { deadlineOf, registrationDeadlineOf } from '#domain/transport/booking-deadline.ts';
import { bookingStateOf, effectiveDeadline, urgentCall } from '#domain/transport/booking-state.ts';
import type { Criterion, EligibilityResult } from '#domain/transport/eligibility.ts';
import { evaluateEligibility } from '#domain/transport/evaluate-eligibility.ts';
import { matchAccommodations } from '#domain/transport/match-accommodations.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { isRegistered } from '#domain/transport/person.ts';

/** From the easiest to the impossible: a trip is worth its worst ride. */
const WORST_LAST: readonly BookingState[] = [
  'not_needed',
  'open',
  'early',
  'soon',
  'unknown',
  'registration',
  'too_late',
];

/** `otherSolution`: whether the person has another way; null: not known. */
export function assessOption(
  draft: Draft,
  request: JourneyRequest,
  window: AppointmentWindow,
  now: Moment,
  otherSolution: boolean | null = null,
): JourneyOption {
  const { date } = request.appointment;
  const asker = { now, person: request.profile };
  const calls = [
    ...callsOf(draft, request.appointment, asker),
    ...bookedStops(draft, date).map((stops) => callForStops(stops, date, asker)),
  ].toSorted(compareCalls);
  const booking = bookingOf(draft, request, now);
  const eligibility = draftEligibility(draft, request, otherSolution);
  const accommodation = accommodationOf(draft, request);
  const trips = tripsOf(draft);
  return {
    id: [draft.kind, ...draft.offers.map((offer) => offer.id), draft.key].join('-'),
    kind: draft.kind,
    title: titleOf(draft),
    offerIds: draft.offers.map((offer) => offer.id),
    tier: tierOf(draft, eligibility, booking, accommodation),
    state: booking.state,
    outbound: draft.outbound,
    back: draft.back,
    otherReturns: draft.otherReturns,
    lastReturnMinute: draft.lastReturnMinute,
    eligibility,
    price: priceDraft(draft, request),
    calls,
    notes: [
      ...(window.assumedMinutes === null
        ? []
        : [{ code: 'duration_assumed', minutes: window.assumedMinutes } as const]),
      ...draft.notes,
      ...(waitsForDriver(draft) ? [{ code: 'driver_to_find' } as const] : []),
      ...offerNotes(draft.offers, now),
      ...accommodation.notes,
    ],
    ...(draft.hire ? { hire: draft.hire } : {}),
    toHave: proofsOf(eligibility),
    provenance: draft.offers[0]?.provenance ?? null,
    totalMinutes: minutesAway(draft, window),
    walkMeters: sum(
      trips.flatMap((trip) => trip.legs.map((leg) => (leg.mode === 'walk' ? leg.meters : 0))),
    ),
  };
}

/** Names in order of use; a line no offer describes goes by its own. */
function titleOf({ outbound, back }: Draft): string {
  const legs = [...outbound.legs, ...(back?.legs ?? [])];
  return [...new Set(legs.flatMap((leg) => leg.offerName ?? leg.line?.name ?? []))].join(' + ');
}

/** Written on a way that may not be as it is shown. */
const TO_CHECK: ReadonlySet<JourneyNote['code']> = new Set([
  'reference_timetable',
  'timetable_missing',
  'no_return_after',
  'hire_hours_unknown',
  'calendar_unknown',
]);

/** `isNew`: the person said they are not registered with one that asks for it. */
type Booking = { state: BookingState; isNew: boolean; inTimeToRegister: boolean; urgent: boolean };

/** The state of the worst ride, and whether a first registration or an urgent call may still do. */
function bookingOf(draft: Draft, request: JourneyRequest, now: Moment): Booking {
  const worst: Booking = {
    state: 'not_needed',
    isNew: false,
    inTimeToRegister: true,
    urgent: true,
  };
  const { date } = request.appointment;
  const asked = [
    ...[...ridesByOffer(draft.rides)].map(([offer, rides]) => ({
      offer,
      rule: offer.booking,
      first: firstRide(rides, date),
    })),
    ...bookedStops(draft, date),
  ];
  for (const { offer, rule, first: ride } of asked) {
    const registered = isRegistered(request.profile, offer?.id ?? null);
    const deadline = rule ? deadlineOf(rule, ride) : null;
    const state = bookingStateOf(rule, deadline, now, { registered, ride });
    if (WORST_LAST.indexOf(state) > WORST_LAST.indexOf(worst.state)) worst.state = state;
    if (state === 'registration' && registered === false) worst.isNew = true;
    const registration = rule && registered !== true ? registrationDeadlineOf(rule, ride) : null;
    if (registration && compareMoments(now, effectiveDeadline(registration)) > 0) {
      worst.inTimeToRegister = false;
    }
    if (state === 'too_late' && !(rule && urgentCall(rule, ride, now))) worst.urgent = false;
  }
  return worst;
}

function accommodationOf(
  draft: Draft,
  request: JourneyRequest,
): { refused: boolean; unknown: boolean; notes: JourneyNote[] } {
  const needs = draft.offers.flatMap((offer) => matchAccommodations(offer, request.needs).needs);
  const open = needs.filter((need) => need.value === 'unknown' || need.value === 'on_request');
  const notes = [...new Set(open.map((need) => need.code))].map(
    (accommodation) => ({ code: 'accommodation_unknown', accommodation }) as const,
  );
  const says = (answer: string) => needs.some(({ value }) => value === answer);
  return { refused: says('no'), unknown: says('unknown'), notes };
}

/**
 * 3: not that day, too late, or not for this person. 2: a first registration is needed, or it is too
 * late but an urgent call is taken. 1: something is to be checked on the phone. 0: it can be done.
 */
function tierOf(
  draft: Draft,
  eligibility: EligibilityResult,
  booking: Booking,
  needs: { refused: boolean; unknown: boolean },
): Tier {
  if (draft.blocked || needs.refused || eligibility.value === false) return 3;
  if (booking.state === 'too_late') return booking.urgent ? 2 : 3;
  if (booking.state === 'registration' && (booking.isNew || !booking.inTimeToRegister)) return 2;
  const toCheck =
    eligibility.value === null ||
    needs.unknown ||
    booking.state === 'registration' ||
    booking.state === 'unknown' ||
    draft.notes.some(({ code }) => TO_CHECK.has(code));
  return toCheck ? 1 : 0;
}

function offerNotes(offers: readonly Offer[], now: Moment): JourneyNote[] {
  const notes: JourneyNote[] = [];
  const medical = offers.some(
    (offer) =>
      offer.kind === 'medical_seat' ||
      offer.kind === 'medical_lying' ||
      asksFor(offer, 'prescription'),
  );
  if (medical) notes.push({ code: 'prescription_before' });
  const excludesInsured = offers.some((offer) => asksFor(offer, 'not_covered_by_insurance'));
  if (excludesInsured) notes.push({ code: 'insurance_excluded' });
  if (offers.some((offer) => asksFor(offer, 'no_other_solution'))) {
    notes.push({ code: 'last_resort' });
  }
  const weak = offers.find(
    (offer) => freshnessOf(offer.provenance, 'rule', now.date) === 'to_confirm',
  );
  if (weak) notes.push({ code: 'facts_to_confirm', asOf: weak.provenance.asOf });
  return notes;
}

type Asked = ReadonlySet<Criterion['kind']>;

const askedBy = new WeakMap<NonNullable<Offer['eligibility']>, Asked>();

/** Whether the offer asks for it, and not for its contrary. The same whoever travels: read once. */
function asksFor({ eligibility }: Offer, kind: Criterion['kind']): boolean {
  if (eligibility === null) return false;
  const known = askedBy.get(eligibility) ?? kindsAsked(eligibility);
  askedBy.set(eligibility, known);
  return known.has(kind);
}

function kindsAsked(eligibility: NonNullable<Offer['eligibility']>): Asked {
  const { reasons } = evaluateEligibility(eligibility, {});
  return new Set(reasons.flatMap(({ criterion, negated }) => (negated ? [] : criterion.kind)));
}

function proofsOf(eligibility: EligibilityResult): string[] {
  const proofs = eligibility.reasons.flatMap((reason) => (reason.proof ? [reason.proof] : []));
  return [...new Set(proofs)];
}

/** From leaving home to being back, the time on site apart, and to fetch and bring back a vehicle; one way only when nothing brings back. */
function minutesAway(draft: Draft, window: AppointmentWindow): number {
  const { outbound, back, hire } = draft;
  const leaves = outbound.departMinute ?? 0;
  const apart = sum([hire?.fetch, hire?.bringBack].map((trip) => (trip ? tripMinutes(trip) : 0)));
  if (back?.arriveMinute != null) return back.arriveMinute - leaves - window.onSiteMinutes + apart;
  return (outbound.arriveMinute ?? leaves) - leaves;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
