// When the line goes one way only that day: a booked ride there and the line back, or the other way round.

import { isNextDoor, mayTake, rideAsker, rideLeg } from '#domain/journey/compose-direct.ts';
import { tripOf } from '#domain/journey/compose-own.ts';
import { timetableNotes, usedOffers, waitNotes } from '#domain/journey/compose-scheduled.ts';
import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import { feederRides, type ScheduledTrip } from '#domain/journey/feeder-rides.ts';
import type { JourneyPoint, Trip } from '#domain/journey/journey.ts';
import { rideDay, rideMinutes } from '#domain/journey/ride-time.ts';
import { firstPick, lastPick } from '#domain/journey/ride-window.ts';
import type { ScheduledContext, ScheduledFound } from '#domain/journey/scheduled-pairs.ts';
import type { ScheduledSearch } from '#domain/journey/scheduled-search.ts';
import type { Offer, TravelPattern } from '#domain/transport/offer.ts';
import { patternServes } from '#domain/transport/pattern-serves.ts';

/** Only when no line goes both ways, and with stops reached without booking a second offer. */
export function composeMixed(
  context: ScheduledContext,
  search: ScheduledSearch,
  { pairs, returns }: ScheduledFound,
): Draft[] {
  const { request, ends, offers } = context;
  if (pairs.some(({ back }) => back.length > 0) || isNextDoor(request, ends)) return [];
  const there = pairs.map((pair) => pair.there).filter(isPlain)[0];
  const back = returns.filter(isPlain);
  if (!there && back.length === 0) return [];
  return offers.flatMap((offer) => {
    if (!mayTake(offer, request)) return [];
    const drafts = offer.patterns.flatMap((pattern) =>
      pattern.feeder === 'only' || pattern.roundTrip === 'required'
        ? []
        : [
            ...(there ? rideBack(context, search, offer, pattern, there) : []),
            ...(back.length > 0 ? rideThere(context, search, offer, pattern, back) : []),
          ],
    );
    return drafts.slice(0, 1);
  });
}

function isPlain({ home, care }: ScheduledTrip): boolean {
  return [home, care].every(({ mode }) => mode === 'walk' || mode === 'local_network');
}

function rideThere(
  context: ScheduledContext,
  search: ScheduledSearch,
  offer: Offer,
  pattern: TravelPattern,
  returns: readonly ScheduledTrip[],
): Draft[] {
  const { request, window, ends } = context;
  const { from, to } = request;
  if (!patternServes(pattern, from, to)) return [];
  const minutes = rideMinutes(pattern, ends.car.minutes);
  const depart = lastPick(pattern.windows, minutes, window.arriveByMinute);
  const [back] = returns;
  if (depart === null || !back) return [];
  const ride = bookedRide(context, offer, pattern, 'outbound', [from, to], depart, minutes);
  return mixedDraft(context, search, offer, pattern, {
    ride,
    line: back,
    outbound: ride.trip,
    back: back.trip,
    others: returns.slice(1).map(({ trip }) => trip),
  });
}

function rideBack(
  context: ScheduledContext,
  search: ScheduledSearch,
  offer: Offer,
  pattern: TravelPattern,
  there: ScheduledTrip,
): Draft[] {
  const { request, window, ends } = context;
  const { from, to } = request;
  if (!patternServes(pattern, to, from)) return [];
  const minutes = rideMinutes(pattern, ends.car.minutes);
  const depart = firstPick(pattern.windows, minutes, window.leaveFromMinute);
  if (depart === null) return [];
  const ride = bookedRide(context, offer, pattern, 'back', [to, from], depart, minutes);
  return mixedDraft(context, search, offer, pattern, {
    ride,
    line: there,
    outbound: there.trip,
    back: ride.trip,
    others: [],
  });
}

type BookedRide = { trip: Trip; asked: RideRequest; minutes: number };

function bookedRide(
  { ends: { car } }: ScheduledContext,
  offer: Offer,
  pattern: TravelPattern,
  direction: RideRequest['direction'],
  [from, to]: readonly [JourneyPoint, JourneyPoint],
  depart: number,
  minutes: number,
): BookedRide {
  const ask = rideAsker({ offer, pattern, car, waits: null });
  return {
    trip: tripOf([rideLeg(offer, from, to, depart, minutes, car.meters)]),
    asked: ask(direction, from, to, depart),
    minutes,
  };
}

function mixedDraft(
  { request, window, offers }: ScheduledContext,
  { view }: ScheduledSearch,
  offer: Offer,
  pattern: TravelPattern,
  way: { ride: BookedRide; line: ScheduledTrip; outbound: Trip; back: Trip; others: Trip[] },
): Draft[] {
  const { ride, line, outbound, back, others } = way;
  const { date } = request.appointment;
  const { departMinute } = ride.asked;
  const local = feederRides(line, 'outbound');
  const isClosed = [
    rideDay(pattern, date, [[departMinute, departMinute + ride.minutes]]),
    ...local.map((each) =>
      rideDay(each.pattern, date, [[each.departMinute, each.departMinute + each.minutes]]),
    ),
  ].some(({ blocked }) => blocked);
  if (isClosed) return [];
  return [
    {
      kind: offer.kind,
      key: `${pattern.id}+${line.home.tag}>${line.care.tag}`,
      offers: usedOffers(outbound, back, offers),
      outbound,
      back,
      otherReturns: others,
      lastReturnMinute:
        line.trip === back ? ([back, ...others].at(-1)?.departMinute ?? null) : null,
      notes: [
        ...timetableNotes(view, [line]),
        ...local.map(
          (each) => ({ code: 'timetable_missing', offerName: each.offer.name }) as const,
        ),
        ...waitNotes(outbound, back, window),
      ],
      rides: [ride.asked],
      blocked: false,
    },
  ];
}
