// Which offers take the person from door to door and back?

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import { tripOf } from '#domain/journey/compose-own.ts';
import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import type { JourneyNote, JourneyPoint, JourneyRequest, Leg } from '#domain/journey/journey.ts';
import { hasTimetable } from '#domain/journey/line-offer.ts';
import { rideDay, rideMinutes } from '#domain/journey/ride-time.ts';
import { firstPick, lastPick } from '#domain/journey/ride-window.ts';
import type { RoadTime } from '#domain/journey/road-times.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import type { Offer, OfferKind, TravelPattern } from '#domain/transport/offer.ts';
import { patternServes } from '#domain/transport/pattern-serves.ts';

const DIRECT_KINDS: ReadonlySet<OfferKind> = new Set([
  'on_demand',
  'virtual_line',
  'volunteer',
  'accompaniment',
  'carpool',
  'taxi',
  'medical_seat',
  'medical_lying',
]);

/** Nobody books a ride to a door this near, unless they need help to get there. */
const NEXT_DOOR_WALK_MINUTES = 5;
const LONG_WAIT_MINUTES = 90;

type Roads = Pick<TripEnds, 'car' | 'walk'>;

/** One draft per offer: by a pattern that runs then, else by one that does not, kept blocked. */
export function composeDirect(
  request: JourneyRequest,
  window: AppointmentWindow,
  offers: readonly Offer[],
  roads: Roads,
): Draft[] {
  if (isNextDoor(request, roads)) return [];
  return offers.flatMap((offer) => {
    if (!mayTake(offer, request)) return [];
    const drafts = offer.patterns
      .filter((pattern) => isServed(pattern, request, roads.car))
      .map((pattern) => directDraft(request, window, offer, pattern, roads.car));
    const chosen = drafts.find(({ blocked }) => !blocked) ?? leastBlocked(drafts);
    return chosen ? [chosen] : [];
  });
}

/** What runs that day at other hours comes before what runs another day, the soonest first. */
function leastBlocked(drafts: readonly Draft[]): Draft | undefined {
  return drafts.toSorted((a, b) => runsAgain(a).localeCompare(runsAgain(b)))[0];
}

/** Empty: that day; a date otherwise, the last of all where none is known. */
function runsAgain({ notes }: Draft): string {
  const note = notes.find(({ code }) => code === 'not_running');
  return note?.code === 'not_running' ? (note.nextDate ?? '9999-12-31') : '';
}

export function isNextDoor({ needs }: JourneyRequest, { walk }: Roads): boolean {
  return walk !== null && walk.minutes <= NEXT_DOOR_WALK_MINUTES && needs.length === 0;
}

/**
 * Door to door; what has a timetable goes by it. An ambulance is for those who must lie down or be
 * watched, and for nobody else.
 */
export function mayTake(offer: Offer, { needs }: Pick<JourneyRequest, 'needs'>): boolean {
  if (!DIRECT_KINDS.has(offer.kind) || hasTimetable(offer) || !servesHealth(offer)) return false;
  return offer.kind !== 'medical_lying' || needs.includes('lying') || needs.includes('oxygen');
}

function isServed(
  pattern: TravelPattern,
  { from, to }: Pick<JourneyRequest, 'from' | 'to'>,
  car: RoadTime,
): boolean {
  // An estimate is not enough to refuse a ride for its length.
  const roadMeters = car.estimate ? null : car.meters;
  return pattern.feeder !== 'only' && patternServes(pattern, from, to, roadMeters);
}

/** Without a way back by the same offer there is none: the outbound alone is never proposed. */
function directDraft(
  request: JourneyRequest,
  window: AppointmentWindow,
  offer: Offer,
  pattern: TravelPattern,
  car: RoadTime,
): Draft {
  const { from, to, appointment } = request;
  const ride = rideMinutes(pattern, car.minutes);
  const returns = pattern.roundTrip !== 'forbidden' || patternServes(pattern, to, from);
  const departMinute =
    lastPick(pattern.windows, ride, window.arriveByMinute) ?? window.arriveByMinute - ride;
  const returnMinute =
    firstPick(pattern.windows, ride, window.leaveFromMinute) ?? window.leaveFromMinute;
  const day = rideDay(pattern, appointment.date, [
    [departMinute, departMinute + ride],
    ...(returns ? ([[returnMinute, returnMinute + ride]] as const) : []),
  ]);
  const waits =
    returns && pattern.waitMaxMinutes !== null && pattern.roundTrip !== 'forbidden'
      ? returnMinute - departMinute - ride
      : null;
  const ask = rideAsker({ offer, pattern, car, waits });
  const idle = Math.max(
    window.arriveByMinute - departMinute - ride,
    returnMinute - window.leaveFromMinute,
  );
  return {
    kind: offer.kind,
    key: pattern.id,
    offers: [offer],
    outbound: tripOf([rideLeg(offer, from, to, departMinute, ride, car.meters)]),
    back: returns ? tripOf([rideLeg(offer, to, from, returnMinute, ride, car.meters)]) : null,
    otherReturns: [],
    lastReturnMinute: null,
    notes: [
      ...day.notes,
      ...waitNotes(pattern, waits),
      ...(idle > LONG_WAIT_MINUTES && !day.blocked
        ? [{ code: 'long_wait', minutes: idle } as const]
        : []),
      ...(returns ? [] : [{ code: 'no_return' } as const]),
    ],
    rides: [
      ask('outbound', from, to, departMinute),
      ...(returns ? [ask('back', to, from, returnMinute)] : []),
    ],
    blocked: day.blocked || !returns,
  };
}

/** Makes the rides to ask one offer for, door to door. */
export function rideAsker(about: {
  offer: Offer;
  pattern: TravelPattern;
  car: RoadTime;
  waits: number | null;
}) {
  const { offer, pattern, car, waits } = about;
  return (
    direction: RideRequest['direction'],
    from: JourneyPoint,
    to: JourneyPoint,
    departMinute: number,
  ): RideRequest => ({
    offer,
    pattern,
    from: from.name,
    to: to.name,
    departMinute,
    meters: car.meters,
    homeLoopMeters: 2 * car.meters,
    waitMinutes: waits,
    driverGoesHome: null,
    direction,
  });
}

function waitNotes(pattern: TravelPattern, waitMinutes: number | null): JourneyNote[] {
  if (waitMinutes === null || pattern.waitMaxMinutes === null) return [];
  return waitMinutes > pattern.waitMaxMinutes
    ? [{ code: 'wait_beyond_free', minutes: waitMinutes, freeMinutes: pattern.waitMaxMinutes }]
    : [{ code: 'driver_waits', minutes: waitMinutes }];
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
    mode: 'ride',
    from,
    to,
    departMinute,
    arriveMinute: departMinute + minutes,
    meters,
    estimate: true,
    offerId: offer.id,
    offerName: offer.name,
    line: null,
    stopCount: null,
    path: [from.point, to.point],
  };
}
