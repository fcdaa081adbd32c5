// When the line goes one way only that day: a booked ride there and the line back, or the other way round.

import { bookedRide } from '#domain/journey/booked-ride.ts';
import { isNextDoor, mayTake } from '#domain/journey/compose-direct.ts';
import {
  onceEach,
  timetableNotes,
  usedOffers,
  waitNotes,
} from '#domain/journey/compose-scheduled.ts';
import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import { feederRides, type ScheduledTrip } from '#domain/journey/feeder-rides.ts';
import { askedDay, rideDay } from '#domain/journey/ride-time.ts';
import type { ScheduledContext, ScheduledFound } from '#domain/journey/scheduled-pairs.ts';
import type { ScheduledSearch } from '#domain/journey/scheduled-search.ts';
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
    const drafts = offer.patterns
      .filter(({ feeder, roundTrip }) => feeder !== 'only' && roundTrip !== 'required')
      .flatMap((pattern) => [
        ...rideOneWay(context, search, { offer, pattern, direction: 'back' }, there ? [there] : []),
        ...rideOneWay(context, search, { offer, pattern, direction: 'outbound' }, back),
      ]);
    return drafts.slice(0, 1);
  });
}

function isPlain({ home, care }: ScheduledTrip): boolean {
  return [home, care].every(({ mode }) => mode === 'walk' || mode === 'local_network');
}

/** `direction`: that of the booked ride. `lines`: those of the other way, the one to take first. */
function rideOneWay(
  { request, window, offers, ends }: ScheduledContext,
  { view }: ScheduledSearch,
  { offer, pattern, direction }: Pick<RideRequest, 'offer' | 'pattern' | 'direction'>,
  lines: readonly ScheduledTrip[],
): Draft[] {
  const isThere = direction === 'outbound';
  const [from, to] = isThere ? [request.from, request.to] : [request.to, request.from];
  const [line] = lines;
  if (!line || !patternServes(pattern, from, to)) return [];
  const ride = bookedRide({ request, window, ends }, offer, pattern, direction);
  if (!ride.isInHours) return [];
  const day = askedDay(request.appointment.date, request.from);
  const local = feederRides(line, 'outbound');
  const days = [
    rideDay(pattern, day, [ride.span]),
    ...local.map((each) =>
      rideDay(each.pattern, day, [[each.departMinute, each.departMinute + each.minutes]]),
    ),
  ];
  if (days.some(({ blocked }) => blocked)) return [];
  const [outbound, back] = isThere ? [ride.trip, line.trip] : [line.trip, ride.trip];
  return [
    {
      kind: offer.kind,
      key: `${pattern.id}+${line.home.tag}>${line.care.tag}`,
      offers: usedOffers(outbound, back, offers),
      outbound,
      back,
      otherReturns: lines.slice(1).map(({ trip }) => trip),
      lastReturnMinute: isThere ? (lines.at(-1)?.trip.departMinute ?? null) : null,
      notes: [
        ...timetableNotes(view, [line]),
        ...local.map(
          (each) => ({ code: 'timetable_missing', offerName: each.offer.name }) as const,
        ),
        ...onceEach(days.flatMap(({ notes }) => notes)),
        ...waitNotes(outbound, back, window),
        ...ride.notes,
      ],
      rides: [ride.request],
      blocked: false,
    },
  ];
}
