// A timetable journey, with the way to its first stop and from its last one, as legs a person reads.

import { rideLeg as bookedLeg, walkLeg } from '#domain/journey/booked-ride.ts';
import type { JourneyPoint, Leg } from '#domain/journey/journey.ts';
import type { RideMarks } from '#domain/journey/leg-marks.ts';
import type { StopClass, StopReach } from '#domain/journey/stop-class.ts';
import type { TransitCall, TransitLeg } from '#domain/journey/transit-journey.ts';
import type { TransitJourney } from '#domain/journey/transit-search.ts';
import type { Offer } from '#domain/transport/offer.ts';

/** Ends of the journey and how each reaches the stops. */
export type JourneyEnds = {
  from: JourneyPoint;
  to: JourneyPoint;
  access: StopClass;
  egress: StopClass;
};

type RideLeg = Extract<TransitLeg, { kind: 'ride' }>;

/** What is known of a ride beside its timetable. */
export type KnownOfRide = {
  offerOf: (leg: RideLeg) => Offer | null;
  marksOf: (leg: RideLeg) => RideMarks;
};

export function transitLegs(
  journey: TransitJourney,
  ends: JourneyEnds,
  { offerOf, marksOf }: KnownOfRide,
): Leg[] {
  const first = callPoint(firstCall(journey));
  const last = callPoint(lastCall(journey));
  const access = ends.access.reach.get(journey.firstStop);
  const egress = ends.egress.reach.get(journey.lastStop);
  const boardMinute = floorMinute(journey.departSeconds + journey.accessSeconds);
  const alightMinute = ceilMinute(journey.arriveSeconds - journey.egressSeconds);
  return [
    ...endLegs(
      ends.access,
      ends.from,
      first,
      boardMinute - minutesOf(access?.seconds),
      access,
      'to_stop',
    ),
    ...journey.legs.map((leg) =>
      leg.kind === 'ride' ? ride(leg, offerOf(leg), marksOf(leg)) : walk(leg),
    ),
    ...endLegs(ends.egress, last, ends.to, alightMinute, egress, 'from_stop'),
  ];
}

/** A booked ride keeps its margin for the change apart: before the train, or for one that is late. */
function endLegs(
  stopClass: StopClass,
  from: JourneyPoint,
  to: JourneyPoint,
  departMinute: number,
  reach: StopReach | undefined,
  direction: 'to_stop' | 'from_stop',
): Leg[] {
  const minutes = minutesOf(reach?.seconds) - ceilMinute(reach?.marginSeconds ?? 0);
  const meters = reach?.meters ?? 0;
  const { offer, mode, doorStop } = stopClass;
  if (offer === null)
    return [ownLeg(stopClass, from, to, departMinute, { minutes, meters }, reach)];
  const ride = (start: JourneyPoint, end: JourneyPoint, depart: number, lasts: number): Leg => ({
    ...bookedLeg(offer, start, end, depart, lasts, meters),
    mode,
  });
  if (doorStop === undefined) return [ride(from, to, departMinute, minutes)];
  const { point, walk } = doorStop;
  const aboard = minutes - walk.minutes;
  return direction === 'to_stop'
    ? [
        walkLeg(from, point, departMinute, walk),
        ride(point, to, departMinute + walk.minutes, aboard),
      ]
    : [ride(from, point, departMinute, aboard), walkLeg(point, to, departMinute + aboard, walk)];
}

function ownLeg(
  stopClass: StopClass,
  from: JourneyPoint,
  to: JourneyPoint,
  departMinute: number,
  { minutes, meters }: { minutes: number; meters: number },
  reach: StopReach | undefined,
): Leg {
  return {
    mode: stopClass.mode,
    from,
    to,
    departMinute,
    arriveMinute: departMinute + minutes,
    meters,
    estimate: reach?.estimate ?? true,
    offerId: null,
    offerName: null,
    line: null,
    stopCount: null,
    path: [from.point, to.point],
  };
}

function ride(
  leg: RideLeg,
  offer: Offer | null,
  { marks, booksPickup, booksDropOff }: RideMarks,
): Leg {
  return {
    mode: 'transit',
    from: callPoint(leg.calls[0]),
    to: callPoint(leg.calls.at(-1)),
    departMinute: floorMinute(leg.departSeconds),
    arriveMinute: ceilMinute(leg.arriveSeconds),
    meters: leg.meters,
    estimate: leg.approximate,
    offerId: offer?.id ?? null,
    offerName: offer?.name ?? null,
    line: {
      name: leg.route.shortName ?? leg.route.longName ?? leg.route.id,
      headsign: leg.trip.headsign,
      vehicle: leg.route.vehicle,
      tripName: leg.trip.shortName,
      bookedPickup: booksPickup || runsOnRequest(offer) ? 'phone' : leg.bookedPickup,
      bookedDropOff: booksDropOff ? 'phone' : leg.bookedDropOff,
      staysAboard: leg.staysAboard,
      operatorName: leg.route.agencyName,
      operatorPhone: leg.route.agencyPhone,
      ...(marks.length === 0 ? {} : { marks }),
    },
    stopCount: leg.calls.length - 1,
    path: leg.calls.map((call) => call.point),
  };
}

/** Hours are fixed, and nobody drives them unless somebody asked: whatever the stops say. */
function runsOnRequest(offer: Offer | null): boolean {
  const channels = offer?.kind === 'virtual_line' ? (offer.booking?.channels ?? []) : [];
  return channels.some((channel) => channel !== 'none');
}

function walk(leg: Extract<TransitLeg, { kind: 'walk' }>): Leg {
  return {
    mode: 'walk',
    from: callPoint(leg.from),
    to: callPoint(leg.to),
    departMinute: floorMinute(leg.departSeconds),
    arriveMinute: ceilMinute(leg.arriveSeconds),
    meters: leg.meters,
    estimate: true,
    offerId: null,
    offerName: null,
    line: null,
    stopCount: null,
    path: [leg.from.point, leg.to.point],
  };
}

function firstCall(journey: TransitJourney): TransitCall | undefined {
  const leg = journey.legs[0];
  return leg?.kind === 'ride' ? leg.calls[0] : leg?.from;
}

function lastCall(journey: TransitJourney): TransitCall | undefined {
  const leg = journey.legs.at(-1);
  return leg?.kind === 'ride' ? leg.calls.at(-1) : leg?.to;
}

function callPoint(call: TransitCall | undefined): JourneyPoint {
  if (!call) throw new RangeError('A scheduled leg has at least one call.');
  return { name: call.name, point: call.point, insee: null };
}

function minutesOf(seconds: number | undefined): number {
  return ceilMinute(seconds ?? 0);
}

function floorMinute(seconds: number): number {
  return Math.floor(seconds / 60);
}

function ceilMinute(seconds: number): number {
  return Math.ceil(seconds / 60);
}
