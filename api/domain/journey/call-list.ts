// Whom to call, until when, and what to say: one list for the whole trip, most pressing first.

import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import type { Appointment, AskedRide, Call, Hire } from '#domain/journey/journey.ts';
import { compareMoments, type Moment, momentAt } from '#domain/time.ts';
import { deadlineOf } from '#domain/transport/booking-deadline.ts';
import { effectiveDeadline } from '#domain/transport/booking-state.ts';
import { firstTripOf, isBookable } from '#domain/transport/first-trip.ts';
import type { BookingRule, Offer } from '#domain/transport/offer.ts';
import { isRegistered, type Person } from '#domain/transport/person.ts';

/** When the person asks, and with which offers they are registered. */
export type Asker = { now: Moment; person: Pick<Person, 'registrations'> };

type CalledDraft = Pick<Draft, 'rides' | 'hire' | 'outbound' | 'back'>;

/** One call per offer, whatever the number of rides asked for, or for the vehicle it hires out; offers without booking have none. In order of use. */
export function callsOf(draft: CalledDraft, { date }: Appointment, asker: Asker): Call[] {
  const { rides, hire } = draft;
  return [...ridesByOffer(rides)].flatMap(([offer, asked]) => {
    const first = firstRide(asked, date);
    if (hire) return callOf(offer, first, asker, [], hireAsked(hire, date)) ?? [];
    const said = asked.map((ride) => askedRide(ride, draft, date));
    return callOf(offer, first, asker, said) ?? [];
  });
}

/** With the line it must be in time for, when one follows. */
function askedRide(ride: RideRequest, { outbound, back }: CalledDraft, date: string): AskedRide {
  const { from, to, departMinute, direction } = ride;
  const legs = (direction === 'outbound' ? outbound : back)?.legs ?? [];
  const own = legs.findIndex(
    (leg) =>
      leg.mode === 'ride' && leg.offerId === ride.offer.id && leg.departMinute === departMinute,
  );
  const minute = legs[own]?.arriveMinute ?? null;
  const next = own < 0 ? undefined : legs.slice(own + 1).find(({ mode }) => mode === 'transit');
  const lineMinute = next?.departMinute ?? null;
  const arriveBy =
    minute === null || lineMinute === null || !next?.line
      ? null
      : { minute, lineMinute, vehicle: next.line.vehicle };
  return { from, to, date, minute: departMinute, direction, arriveBy };
}

/** `id` null: a line that no offer describes. */
type Asked = Pick<Offer, 'name' | 'phone' | 'email' | 'url' | 'booking'> & { id: string | null };

/** Null when there is nothing to book. `first`: what the deadline counts from; null: not known yet. */
export function callOf(
  offer: Asked,
  first: Moment | null,
  asker: Asker,
  rides: Call['rides'],
  hire?: Call['hire'],
): Call | null {
  const rule = offer.booking;
  if (rule?.channels.every((channel) => channel === 'none')) return null;
  return {
    offerId: offer.id,
    offerName: offer.name,
    phone: rule?.phone ?? offer.phone,
    email: rule?.channels.includes('email') ? (rule.email ?? offer.email) : null,
    url: rule?.channels.includes('online') ? (rule.url ?? offer.url) : null,
    deadline: rule && first ? deadlineOf(rule, first) : null,
    ...registrationOf(rule, first, asker.now, isRegistered(asker.person, offer.id)),
    urgentPossible: rule?.urgentPossible ?? false,
    toSay: rule?.toSay ?? [],
    rides,
    ...(hire ? { hire } : {}),
  };
}

/** Too late for everybody, registration is not what stands in the way. */
function registrationOf(
  rule: BookingRule | null,
  first: Moment | null,
  now: Moment,
  registered: boolean | null,
): Pick<Call, 'registerBefore' | 'registrationClosed'> {
  const open = { registerBefore: null, registrationClosed: null };
  if (rule === null || first === null || registered === true) return open;
  const trip = firstTripOf(rule, first, now);
  if (trip === null || !isBookable(rule, first, now)) return open;
  if (trip.before !== null) return { ...open, registerBefore: trip.before };
  return { ...open, registrationClosed: { nextDate: trip.nextDate } };
}

function hireAsked(
  { fromMinute, toMinute, ...hire }: Hire,
  date: string,
): NonNullable<Call['hire']> {
  const { vehicle, placeName, isDelivered } = hire;
  const at = (minute: number | null) => (minute === null ? null : momentAt(date, minute));
  return { vehicle, placeName, isDelivered, from: at(fromMinute), to: at(toMinute) };
}

/** Departure of the earliest ride: the one the deadline counts from. */
export function firstRide(rides: readonly RideRequest[], date: string): Moment {
  return momentAt(date, Math.min(...rides.map((ride) => ride.departMinute)));
}

export function ridesByOffer(
  rides: readonly RideRequest[],
): Map<RideRequest['offer'], RideRequest[]> {
  return Map.groupBy(rides, (ride) => ride.offer);
}

/** Most pressing first. */
export function compareCalls(a: Call, b: Call): number {
  if (a.deadline && b.deadline) {
    const order = compareMoments(effectiveDeadline(a.deadline), effectiveDeadline(b.deadline));
    if (order !== 0) return order;
  } else if (a.deadline || b.deadline) {
    return a.deadline ? -1 : 1;
  }
  return (a.offerId ?? a.offerName) < (b.offerId ?? b.offerName) ? -1 : 1;
}
