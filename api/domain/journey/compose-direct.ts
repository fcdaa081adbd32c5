// Which offers take the person from door to door and back?

import { type BookedRide, bookedRide, type RideContext } from '#domain/journey/booked-ride.ts';
import { onceEach } from '#domain/journey/compose-scheduled.ts';
import type { Draft } from '#domain/journey/draft.ts';
import type { JourneyNote, JourneyRequest } from '#domain/journey/journey.ts';
import { hasTimetable } from '#domain/journey/line-offer.ts';
import { pairOffers } from '#domain/journey/pair-offers.ts';
import { askedDay, rideDay } from '#domain/journey/ride-time.ts';
import { servesHealth } from '#domain/journey/serves-health.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import type { Moment } from '#domain/time.ts';
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

export type DirectContext = RideContext & {
  request: JourneyRequest;
  ends: Pick<TripEnds, 'car' | 'walk' | 'stops'>;
  now: Moment;
};

/** A ride there and the one back; null: nothing brings back. */
type Pair = { there: BookedRide; back: BookedRide | null };

/**
 * One draft per offer: by its ways of working that run then, else by some that do not, kept blocked.
 * Offers that go one way only are paired with one another.
 */
export function composeDirect(context: DirectContext, offers: readonly Offer[]): Draft[] {
  const { request, ends } = context;
  if (isNextDoor(request, ends)) return [];
  const alone: Draft[] = [];
  const oneWay: { there: BookedRide[]; back: BookedRide[] } = { there: [], back: [] };
  for (const offer of offers) {
    if (!mayTake(offer, request)) continue;
    const rides = ridesOf(context, offer);
    const drafts = pairsOf(context, rides).map((pair) => directDraft(context, pair));
    const chosen = drafts.find(({ blocked }) => !blocked) ?? leastBlocked(drafts);
    if (chosen) alone.push(chosen);
    if (chosen && !chosen.blocked) continue;
    oneWay.there.push(...rides.there.filter((ride) => mayBeAlone(context, ride)));
    oneWay.back.push(...rides.back.filter((ride) => mayBeAlone(context, ride)));
  }
  const paired = pairOffers(context, oneWay).map((pair) => directDraft(context, pair));
  const used = new Set(paired.flatMap(({ offers: [first] }) => first ?? []));
  return [...alone.filter(({ offers: [own] }) => own === undefined || !used.has(own)), ...paired];
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

export function isNextDoor(
  { needs }: Pick<JourneyRequest, 'needs'>,
  { walk }: Pick<TripEnds, 'walk'>,
): boolean {
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

/** Of each way of working, the ride each way its area allows. */
function ridesOf(
  context: DirectContext,
  offer: Offer,
): { there: BookedRide[]; back: BookedRide[] } {
  const { from, to } = context.request;
  const { car } = context.ends;
  // An estimate is not enough to refuse a ride for its length.
  const roadMeters = car.estimate ? null : car.meters;
  const open = offer.patterns.filter(({ feeder }) => feeder !== 'only');
  const there = open.filter((pattern) => patternServes(pattern, from, to, roadMeters));
  // Who may ask for both ways is brought back by the way of working that took them.
  const isBack = (pattern: TravelPattern) =>
    patternServes(pattern, to, from, roadMeters) ||
    (pattern.roundTrip !== 'forbidden' && there.includes(pattern));
  return {
    there: there.map((pattern) => bookedRide(context, offer, pattern, 'outbound')),
    back: open.filter(isBack).map((pattern) => bookedRide(context, offer, pattern, 'back')),
  };
}

/** Both ways alike first; then the best ride there with the best back; else a ride there and none back. */
function pairsOf(
  context: DirectContext,
  { there, back }: { there: readonly BookedRide[]; back: readonly BookedRide[] },
): Pair[] {
  const same = there.flatMap((one): Pair[] => {
    const own = back.find(({ pattern }) => pattern === one.pattern);
    return own ? [{ there: one, back: own }] : [];
  });
  const [out] = bestFirst(context, there.filter(isFree));
  const [home] = bestFirst(context, back.filter(isFree));
  const mixed = out && home && out.pattern !== home.pattern ? [{ there: out, back: home }] : [];
  const pairs: Pair[] = [...same, ...mixed];
  return pairs.length > 0 ? pairs : there.map((one) => ({ there: one, back: null }));
}

/** Not asked to be booked both ways by the same way of working. */
function isFree({ pattern }: BookedRide): boolean {
  return pattern.roundTrip !== 'required';
}

/** Those that run then, the shortest wait at the place first; as good, in the order of the offer. */
function bestFirst(context: DirectContext, rides: readonly BookedRide[]): BookedRide[] {
  const rank = (ride: BookedRide) => Number(isClosed(context, [ride]));
  return rides.toSorted((a, b) => rank(a) - rank(b) || a.idleMinutes - b.idleMinutes);
}

function mayBeAlone(context: DirectContext, ride: BookedRide): boolean {
  return isFree(ride) && !isClosed(context, [ride]);
}

function isClosed(context: DirectContext, rides: readonly BookedRide[]): boolean {
  return daysOf(context, rides).some(({ blocked }) => blocked);
}

/** Rides of one way of working are judged together: the next day is one on which both run. */
function daysOf({ request }: DirectContext, rides: readonly BookedRide[]) {
  const day = askedDay(request.appointment.date, request.from);
  return [...Map.groupBy(rides, ({ pattern }) => pattern)].map(([pattern, same]) =>
    rideDay(
      pattern,
      day,
      same.map(({ span }) => span),
    ),
  );
}

/** Without a way back there is none: the outbound alone is never proposed. */
function directDraft(context: DirectContext, { there, back }: Pair): Draft {
  const rides = back ? [there, back] : [there];
  const days = daysOf(context, rides);
  const isBlocked = days.some(({ blocked }) => blocked);
  const waits = back && waitOf(there, back);
  const idle = Math.max(...rides.map(({ idleMinutes }) => idleMinutes));
  const isSame = back === null || back.pattern === there.pattern;
  return {
    kind: there.offer.kind,
    key: isSame ? there.pattern.id : `${there.pattern.id}+${back.pattern.id}`,
    offers: [...new Set(rides.map(({ offer }) => offer))],
    outbound: there.trip,
    back: back?.trip ?? null,
    otherReturns: [],
    lastReturnMinute: null,
    notes: [
      ...onceEach(days.flatMap(({ notes }) => notes)),
      ...waitNotes(there.pattern, waits),
      ...(idle > LONG_WAIT_MINUTES && !isBlocked
        ? [{ code: 'long_wait', minutes: idle } as const]
        : []),
      ...onceEach(rides.flatMap(({ notes }) => notes)),
      ...(back ? [] : [{ code: 'no_return' } as const]),
    ],
    rides: rides.map(({ request }) => ({ ...request, waitMinutes: waits })),
    blocked: isBlocked || back === null,
  };
}

/** How long the driver of both rides waits in between; null: does not, or not known. */
function waitOf(there: BookedRide, back: BookedRide): number | null {
  const { waitMaxMinutes, roundTrip } = there.pattern;
  const isAlone = back.pattern !== there.pattern || roundTrip === 'forbidden';
  return isAlone || waitMaxMinutes === null ? null : back.span[0] - there.span[1];
}

function waitNotes(pattern: TravelPattern, waitMinutes: number | null): JourneyNote[] {
  if (waitMinutes === null || pattern.waitMaxMinutes === null) return [];
  return waitMinutes > pattern.waitMaxMinutes
    ? [{ code: 'wait_beyond_free', minutes: waitMinutes, freeMinutes: pattern.waitMaxMinutes }]
    : [{ code: 'driver_waits', minutes: waitMinutes }];
}
