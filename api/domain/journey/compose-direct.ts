// Which offers take the person from door to door and back?

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import { tripOf } from '#domain/journey/compose-own.ts';
import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import type { JourneyNote, JourneyPoint, JourneyRequest, Leg } from '#domain/journey/journey.ts';
import { rideDay, rideMinutes } from '#domain/journey/ride-time.ts';
import { estimateDrive, estimateWalk } from '#domain/journey/road-estimate.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import type { Offer, OfferKind, TravelPattern } from '#domain/transport/offer.ts';
import { patternServes } from '#domain/transport/pattern-serves.ts';

const DIRECT_KINDS: ReadonlySet<OfferKind> = new Set([
  'on_demand',
  'volunteer',
  'accompaniment',
  'carpool',
  'taxi',
  'medical_seat',
  'medical_lying',
]);

/** Nobody books a ride to a door this near, unless they need help to get there. */
const NEXT_DOOR_WALK_MINUTES = 5;

/** One draft per offer and serving pattern; those that do not run that day are kept, blocked. */
export function composeDirect(
  request: JourneyRequest,
  window: AppointmentWindow,
  offers: readonly Offer[],
): Draft[] {
  const walk = estimateWalk(request.from.point, request.to.point);
  if (walk.minutes <= NEXT_DOOR_WALK_MINUTES && request.needs.length === 0) return [];
  const drafts: Draft[] = [];
  for (const offer of offers) {
    if (!DIRECT_KINDS.has(offer.kind) || !servesHealth(offer)) continue;
    if (offer.kind === 'medical_lying' && !mustLieDown(request)) continue;
    const pattern = offer.patterns.find(
      (candidate) =>
        candidate.feeder !== 'only' && patternServes(candidate, request.from, request.to),
    );
    if (pattern) drafts.push(directDraft(request, window, offer, pattern));
  }
  return drafts;
}

/** An ambulance is for those who must lie down or be watched, and for nobody else. */
function mustLieDown(request: JourneyRequest): boolean {
  return request.needs.includes('lying') || request.needs.includes('oxygen');
}

function directDraft(
  request: JourneyRequest,
  window: AppointmentWindow,
  offer: Offer,
  pattern: TravelPattern,
): Draft {
  const drive = estimateDrive(request.from.point, request.to.point);
  const ride = rideMinutes(pattern, drive.minutes);
  const departMinute = window.arriveByMinute - ride;
  const returnMinute = window.leaveFromMinute;
  const returns =
    pattern.roundTrip !== 'forbidden' || patternServes(pattern, request.to, request.from);
  const day = rideDay(pattern, request.appointment.date, [
    [departMinute, departMinute + ride],
    ...(returns ? ([[returnMinute, returnMinute + ride]] as const) : []),
  ]);
  const waits =
    returns && pattern.waitMaxMinutes !== null && pattern.roundTrip !== 'forbidden'
      ? window.onSiteMinutes
      : null;
  const homeLoopMeters = 2 * drive.meters;
  const ask = (
    direction: RideRequest['direction'],
    from: JourneyPoint,
    to: JourneyPoint,
    minute: number,
  ): RideRequest => ({
    offer,
    pattern,
    from: from.name,
    to: to.name,
    departMinute: minute,
    meters: drive.meters,
    homeLoopMeters,
    waitMinutes: waits,
    direction,
  });
  const rides = [ask('outbound', request.from, request.to, departMinute)];
  if (returns) rides.push(ask('back', request.to, request.from, returnMinute));
  return {
    kind: offer.kind,
    key: pattern.id,
    offers: [offer],
    outbound: tripOf([rideLeg(offer, request.from, request.to, departMinute, ride, drive.meters)]),
    back: returns
      ? tripOf([rideLeg(offer, request.to, request.from, returnMinute, ride, drive.meters)])
      : null,
    otherReturns: [],
    lastReturnMinute: null,
    notes: [
      ...day.notes,
      ...waitNotes(pattern, waits),
      ...(returns ? [] : [{ code: 'no_return' } as const]),
    ],
    rides,
    blocked: day.blocked,
  };
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
