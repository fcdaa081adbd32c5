// Which booked rides does a timetable journey need at its ends, and can they be had?

import type { RideRequest } from '#domain/journey/draft.ts';
import type { JourneyRequest, Trip } from '#domain/journey/journey.ts';
import { askedDay, rideDay } from '#domain/journey/ride-time.ts';
import type { StopClass } from '#domain/journey/stop-class.ts';
import type { TransitJourney } from '#domain/journey/transit-search.ts';
import { type Moment, momentAt } from '#domain/time.ts';
import { deadlineOf } from '#domain/transport/booking-deadline.ts';
import { bookingStateOf, urgentCall } from '#domain/transport/booking-state.ts';
import type { Offer } from '#domain/transport/offer.ts';
import { isRegistered } from '#domain/transport/person.ts';

/** A journey with the ways its traveller reaches the first stop and leaves the last one. */
export type ScheduledTrip = {
  journey: TransitJourney;
  /** At home and at the place of care, whichever the direction. */
  home: StopClass;
  care: StopClass;
  trip: Trip;
};

/** Its hours or its booking may refuse a train: else any train will do. */
export function mayBeRefused(home: StopClass, care: StopClass): boolean {
  return [home, care].some(({ pattern, offer }) =>
    Boolean(pattern && (pattern.windows.length > 0 || offer?.booking)),
  );
}

/** Every feeder runs at that hour and takes the call in time: else another train may do. */
export function isFeasible(
  one: ScheduledTrip,
  context: { request: JourneyRequest; now: Moment },
): boolean {
  const { from, appointment } = context.request;
  const day = askedDay(appointment.date, from);
  return feederRides(one, 'outbound').every(
    ({ offer, pattern, departMinute, minutes }) =>
      !rideDay(pattern, day, [[departMinute, departMinute + minutes]]).blocked &&
      canBeBooked(offer, departMinute, context),
  );
}

/** In time, or by an urgent call. `departMinute`: of the day of the appointment. */
export function canBeBooked(
  { id, booking: rule }: Offer,
  departMinute: number,
  { request, now }: { request: JourneyRequest; now: Moment },
): boolean {
  if (rule === null) return true;
  const ride = momentAt(request.appointment.date, departMinute);
  const ask = { registered: isRegistered(request.profile, id), ride };
  const state = bookingStateOf(rule, deadlineOf(rule, ride), now, ask);
  return state !== 'too_late' || urgentCall(rule, ride, now) !== null;
}

/** Rides of the trip with the offers of its ends; a town network is boarded like any bus. */
export function feederRides(
  { journey, trip, home, care }: ScheduledTrip,
  direction: RideRequest['direction'],
): (RideRequest & { minutes: number; isBooked: boolean })[] {
  const [first, last] = journey.sourceTag === home.tag ? [home, care] : [care, home];
  const line = trip.legs.findIndex(({ mode }) => mode === 'transit');
  return trip.legs.flatMap((leg, index) => {
    const used = index < Math.max(line, 1) ? first : last;
    if (!used.offer || !used.pattern || leg.offerId !== used.offer.id || leg.mode !== used.mode) {
      return [];
    }
    const departMinute = leg.departMinute ?? 0;
    return [
      {
        offer: used.offer,
        pattern: used.pattern,
        from: leg.from.name,
        to: leg.to.name,
        departMinute,
        meters: leg.meters,
        homeLoopMeters: 2 * leg.meters,
        waitMinutes: null,
        driverGoesHome: true,
        direction,
        minutes: (leg.arriveMinute ?? departMinute) - departMinute,
        isBooked: leg.mode === 'ride',
      },
    ];
  });
}
