// When the line goes one way only that day: a booked ride there and the line back, or the other way round.

import { isNextDoor, mayTake, rideAsker, rideLeg } from '#domain/journey/compose-direct.ts';
import { tripOf } from '#domain/journey/compose-own.ts';
import { timetableNotes, usedOffers, waitNotes } from '#domain/journey/compose-scheduled.ts';
import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import { feederRides, type ScheduledTrip } from '#domain/journey/feeder-rides.ts';
import { rideDay, rideMinutes } from '#domain/journey/ride-time.ts';
import { firstPick, lastPick } from '#domain/journey/ride-window.ts';
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
  const { car } = ends;
  const minutes = rideMinutes(pattern, car.minutes);
  const depart = isThere
    ? lastPick(pattern.windows, minutes, window.arriveByMinute)
    : firstPick(pattern.windows, minutes, window.leaveFromMinute);
  if (depart === null) return [];
  const { date } = request.appointment;
  const local = feederRides(line, 'outbound');
  const isClosed = [
    rideDay(pattern, date, [[depart, depart + minutes]]),
    ...local.map((each) =>
      rideDay(each.pattern, date, [[each.departMinute, each.departMinute + each.minutes]]),
    ),
  ].some(({ blocked }) => blocked);
  if (isClosed) return [];
  const ride = tripOf([rideLeg(offer, from, to, depart, minutes, car.meters)]);
  const [outbound, back] = isThere ? [ride, line.trip] : [line.trip, ride];
  const ask = rideAsker({ offer, pattern, car, waits: null });
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
        ...waitNotes(outbound, back, window),
      ],
      rides: [ask(direction, from, to, depart)],
      blocked: false,
    },
  ];
}
