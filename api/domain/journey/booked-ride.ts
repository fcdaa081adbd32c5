// How does a booked ride take the person one way: from which door or stop, at what hour?

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import { tripOf } from '#domain/journey/compose-own.ts';
import { doorStop, isStopUnknown } from '#domain/journey/door-stop.ts';
import type { RideRequest } from '#domain/journey/draft.ts';
import type {
  JourneyNote,
  JourneyPoint,
  JourneyRequest,
  Leg,
  Trip,
} from '#domain/journey/journey.ts';
import { askedDay, hoursAround, type RideSpan, rideMinutes } from '#domain/journey/ride-time.ts';
import { firstPick, lastPick } from '#domain/journey/ride-window.ts';
import type { RoadTime } from '#domain/journey/road-times.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';

/** From here the walk to the stop is named in a note. */
const WALK_LONG_MINUTES = 20;

export type BookedRide = {
  offer: Offer;
  pattern: TravelPattern;
  trip: Trip;
  request: RideRequest;
  /** Of the ride itself, walks to its stops aside. */
  span: RideSpan;
  /** False: no hour of service would do, the one told is that of the appointment. */
  isInHours: boolean;
  /** Waited at the place of care, before the appointment or after it. */
  idleMinutes: number;
  notes: readonly JourneyNote[];
};

export type RideContext = {
  request: Pick<JourneyRequest, 'from' | 'to' | 'appointment'>;
  window: AppointmentWindow;
  ends: Pick<TripEnds, 'car' | 'stops'>;
};

/** Whether it runs that day is for the caller to say: a ride there is judged with the ride back. */
export function bookedRide(
  { request, window, ends }: RideContext,
  offer: Offer,
  pattern: TravelPattern,
  direction: RideRequest['direction'],
): BookedRide {
  const isThere = direction === 'outbound';
  const [from, to] = isThere ? [request.from, request.to] : [request.to, request.from];
  const { car, stops } = ends;
  const home = doorStop(offer, pattern, request.from, stops.home);
  const care = doorStop(offer, pattern, request.to, stops.care);
  const [first, last] = isThere ? [home, care] : [care, home];
  const minutes = rideMinutes(pattern, car.minutes);
  const bound = isThere
    ? window.arriveByMinute - (care?.walk.minutes ?? 0)
    : window.leaveFromMinute + (care?.walk.minutes ?? 0);
  const hours = hoursAround(pattern, askedDay(request.appointment.date, request.from), bound);
  const pick = isThere ? lastPick(hours, minutes, bound) : firstPick(hours, minutes, bound);
  const departMinute = pick ?? (isThere ? bound - minutes : bound);
  const arriveMinute = departMinute + minutes;
  const board = first?.point ?? from;
  const alight = last?.point ?? to;
  const walks = [home, care].flatMap((each) => each?.walk ?? []);
  const longest = Math.max(0, ...walks.map((walk) => walk.minutes));
  return {
    offer,
    pattern,
    trip: tripOf([
      ...(first ? [walkLeg(from, board, departMinute - first.walk.minutes, first.walk)] : []),
      rideLeg(offer, board, alight, departMinute, minutes, car.meters),
      ...(last ? [walkLeg(alight, to, arriveMinute, last.walk)] : []),
    ]),
    request: {
      offer,
      pattern,
      from: board.name,
      to: alight.name,
      fromInsee: from.insee,
      toInsee: to.insee,
      departMinute,
      meters: car.meters,
      homeLoopMeters: 2 * car.meters,
      waitMinutes: null,
      driverGoesHome: null,
      direction,
    },
    span: [departMinute, arriveMinute],
    isInHours: pick !== null,
    idleMinutes: isThere ? bound - arriveMinute : departMinute - bound,
    notes: [
      ...(longest > WALK_LONG_MINUTES
        ? [{ code: 'walk_long', meters: Math.max(...walks.map(({ meters }) => meters)) } as const]
        : []),
      ...(isStopUnknown(offer, pattern, request) ? [{ code: 'stop_unknown' } as const] : []),
    ],
  };
}

/** A booked ride: its times are what to ask for, not a promise. */
export function rideLeg(
  offer: Offer,
  from: JourneyPoint,
  to: JourneyPoint,
  departMinute: number,
  minutes: number,
  meters: number,
): Leg {
  return {
    ...plainLeg('ride', from, to, departMinute, { minutes, meters, estimate: true }),
    offerId: offer.id,
    offerName: offer.name,
  };
}

/** Between a door and the stop of a ride. */
export function walkLeg(
  from: JourneyPoint,
  to: JourneyPoint,
  departMinute: number,
  walk: RoadTime,
): Leg {
  return plainLeg('walk', from, to, departMinute, walk);
}

function plainLeg(
  mode: 'walk' | 'ride',
  from: JourneyPoint,
  to: JourneyPoint,
  departMinute: number,
  { minutes, meters, estimate }: RoadTime,
): Leg {
  return {
    mode,
    from,
    to,
    departMinute,
    arriveMinute: departMinute + minutes,
    meters,
    estimate,
    offerId: null,
    offerName: null,
    line: null,
    stopCount: null,
    path: [from.point, to.point],
  };
}
