// Which trains and coaches take the person there in time and back after, with what at both ends?

import { type AppointmentWindow, MAY_LAST_MINUTES } from '#domain/journey/appointment-window.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Draft } from '#domain/journey/draft.ts';
import { feederRides, type ScheduledTrip } from '#domain/journey/feeder-rides.ts';
import type { JourneyNote, Leg, Trip } from '#domain/journey/journey.ts';
import { askedDay, rideDay } from '#domain/journey/ride-time.ts';
import type {
  ScheduledContext,
  ScheduledFound,
  ScheduledPair,
} from '#domain/journey/scheduled-pairs.ts';
import type { ScheduledSearch } from '#domain/journey/scheduled-search.ts';
import type { StopClass } from '#domain/journey/stop-class.ts';
import type { Offer } from '#domain/transport/offer.ts';

const LONG_WAIT_MINUTES = 90;

/** One draft for each pair of ways to reach the stops; without a way back it is kept, blocked. */
export function composeScheduled(
  context: ScheduledContext,
  search: ScheduledSearch,
  { pairs }: ScheduledFound,
): Draft[] {
  return pairs.map((pair) => draftOf(context, search.view, pair));
}

function draftOf(
  { request, window, offers }: ScheduledContext,
  view: DayView,
  { there, back, lastReturnMinute }: ScheduledPair,
): Draft {
  const [first] = back;
  const used = [there, ...(first ? [first] : [])];
  const classes = [...new Set(used.flatMap(({ home, care }) => [home, care]))];
  const rides = [...feederRides(there, 'outbound'), ...(first ? feederRides(first, 'back') : [])];
  const days = rides.map(({ pattern, departMinute, minutes }) =>
    rideDay(pattern, askedDay(request.appointment.date, request.from), [
      [departMinute, departMinute + minutes],
    ]),
  );
  const isClosed = days.some((day) => day.blocked);
  return {
    kind: 'scheduled_line',
    key: keyOf(there, first),
    offers: usedOffers(there.trip, first?.trip ?? null, offers),
    outbound: there.trip,
    back: first?.trip ?? null,
    otherReturns: back.slice(1).map(({ trip }) => trip),
    lastReturnMinute,
    notes: [
      ...timetableNotes(view, used),
      ...missingNotes(classes),
      ...marginNotes(classes),
      ...onceEach(days.flatMap((day) => day.notes)),
      ...waitNotes(there.trip, first?.trip ?? null, window),
      ...(isClosed
        ? []
        : returnNotes(first !== undefined, lastReturnMinute, window, request.appointment.minute)),
    ],
    rides: rides.filter(({ isBooked }) => isBooked),
    blocked: first === undefined || isClosed,
  };
}

function keyOf(there: ScheduledTrip, back: ScheduledTrip | undefined): string {
  const key = `${there.home.tag}>${there.care.tag}`;
  const homeward = back && `${back.home.tag}>${back.care.tag}`;
  return homeward && homeward !== key ? `${key}<${homeward}` : key;
}

/** None at all, or the last one leaves before an appointment of unknown length may end. */
function returnNotes(
  returns: boolean,
  last: number | null,
  window: AppointmentWindow,
  appointmentMinute: number,
): JourneyNote[] {
  if (!returns) return [{ code: 'no_return_after', minute: window.leaveFromMinute }];
  if (last === null || window.assumedMinutes === null) return [];
  return last < appointmentMinute + MAY_LAST_MINUTES
    ? [{ code: 'no_return_after', minute: last }]
    : [];
}

function missingNotes(classes: readonly StopClass[]): JourneyNote[] {
  return onceEach(
    classes.flatMap(({ mode, offer }) =>
      mode === 'local_network' && offer
        ? [{ code: 'timetable_missing', offerName: offer.name } as const]
        : [],
    ),
  );
}

function marginNotes(classes: readonly StopClass[]): JourneyNote[] {
  const minutes = classes.flatMap(({ mode, pattern }) =>
    mode === 'ride' && pattern !== null ? [pattern.transferMarginMinutes] : [],
  );
  const least = Math.min(...minutes);
  return minutes.length > 0 && least > 0 ? [{ code: 'connection_margin', minutes: least }] : [];
}

/** The same reason there and back is said once. */
export function onceEach(notes: readonly JourneyNote[]): JourneyNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** In order of use. */
export function usedOffers(outbound: Trip, back: Trip | null, offers: readonly Offer[]): Offer[] {
  const legs: readonly Leg[] = [...outbound.legs, ...(back?.legs ?? [])];
  const ids = new Set(legs.flatMap((leg) => leg.offerId ?? []));
  return [...ids].flatMap((id) => offers.find((offer) => offer.id === id) ?? []);
}

export function timetableNotes(view: DayView, trips: readonly ScheduledTrip[]): JourneyNote[] {
  const feedIds = new Set(
    trips.flatMap(({ journey }) =>
      journey.legs.flatMap((leg) => (leg.kind === 'ride' ? [leg.feedId] : [])),
    ),
  );
  return view.feedDays
    .filter((day) => feedIds.has(day.feedId) && !day.exact)
    .map(({ feedId, validFrom, validTo }) => ({
      code: 'reference_timetable',
      feedId,
      validFrom,
      validTo,
    }));
}

/** Waiting at the place: too early before, or long after. */
export function waitNotes(
  outbound: Trip,
  back: Trip | null,
  window: AppointmentWindow,
): JourneyNote[] {
  const before = window.arriveByMinute - (outbound.arriveMinute ?? window.arriveByMinute);
  const after = (back?.departMinute ?? window.leaveFromMinute) - window.leaveFromMinute;
  const minutes = Math.max(before, after);
  return minutes > LONG_WAIT_MINUTES ? [{ code: 'long_wait', minutes }] : [];
}
