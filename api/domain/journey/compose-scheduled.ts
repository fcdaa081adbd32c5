// Which trains and coaches take the person there in time and back after, with what at both ends?

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import { tripOf } from '#domain/journey/compose-own.ts';
import type { DayView } from '#domain/journey/day-view.ts';
import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import type { JourneyNote, JourneyRequest, Leg, Trip } from '#domain/journey/journey.ts';
import { lineOffer } from '#domain/journey/line-offer.ts';
import { rideDay } from '#domain/journey/ride-time.ts';
import { estimateDrive } from '#domain/journey/road-estimate.ts';
import { type StopClass, stopClasses, taggedStops } from '#domain/journey/stop-class.ts';
import { transitLegs } from '#domain/journey/transit-legs.ts';
import {
  journeysArriveBy,
  journeysInRange,
  type TransitJourney,
} from '#domain/journey/transit-search.ts';
import type { Offer } from '#domain/transport/offer.ts';

const END_OF_DAY_MINUTE = 26 * 60;
/** One more change is worth this many minutes of travel. */
const MINUTES_PER_RIDE = 8;
const LONG_WAIT_MINUTES = 90;

/** One draft for each pair of ways to reach the stops; without a way back it is kept, blocked. */
export function composeScheduled(
  request: JourneyRequest,
  window: AppointmentWindow,
  offers: readonly Offer[],
  view: DayView,
): Draft[] {
  const home = stopClasses(request.from, 'home', request, offers, view.timetable);
  const care = stopClasses(request.to, 'care', request, offers, view.timetable);
  if (home.length === 0 || care.length === 0) return [];
  const wheelchair = request.needs.includes('wheelchair');
  const [homeStops, careStops] = [taggedStops(home), taggedStops(care)];
  const outbound = journeysArriveBy(
    view,
    { sources: homeStops, targets: careStops, wheelchair },
    window.arriveByMinute * 60,
  );
  const returns = journeysInRange(
    view,
    { sources: careStops, targets: homeStops, wheelchair },
    { fromSeconds: window.leaveFromMinute * 60, toSeconds: END_OF_DAY_MINUTE * 60 },
  );
  const direct = estimateDrive(request.from.point, request.to.point);
  return home.flatMap((access) =>
    care.flatMap((egress) => {
      const there = best(outbound.filter((one) => joins(one, access, egress)));
      if (!there || roadMeters(there, access, egress) >= direct.meters) return [];
      const back = returns.filter((one) => joins(one, egress, access));
      return [draftOf(request, window, offers, view, { access, egress, there, back })];
    }),
  );
}

type Found = {
  access: StopClass;
  egress: StopClass;
  there: TransitJourney;
  back: readonly TransitJourney[];
};

function draftOf(
  request: JourneyRequest,
  window: AppointmentWindow,
  offers: readonly Offer[],
  view: DayView,
  { access, egress, there, back }: Found,
): Draft {
  const offerOf = (leg: Parameters<typeof lineOffer>[1]) => lineOffer(offers, leg);
  const outbound = tripOf(
    transitLegs(there, { from: request.from, to: request.to, access, egress }, offerOf),
  );
  const homeward = back.map((journey) =>
    tripOf(
      transitLegs(
        journey,
        { from: request.to, to: request.from, access: egress, egress: access },
        offerOf,
      ),
    ),
  );
  const first = homeward[0] ?? null;
  const rides = [outbound, ...(first ? [first] : [])].flatMap((trip, index) =>
    ridesOf(trip, [access, egress], index === 0 ? 'outbound' : 'back'),
  );
  const days = [outbound, ...(first ? [first] : [])].flatMap((trip) =>
    serviceDays(trip, [access, egress], request.appointment.date),
  );
  const feedIds = new Set(
    [there, ...back.slice(0, 1)].flatMap((one) =>
      one.legs.flatMap((leg) => (leg.kind === 'ride' ? [leg.feedId] : [])),
    ),
  );
  const waitMinutes = waitOf(outbound, first, window);
  return {
    kind: 'scheduled_line',
    key: `${access.tag}>${egress.tag}`,
    offers: usedOffers(outbound, first, offers),
    outbound,
    back: first,
    otherReturns: homeward.slice(1),
    lastReturnMinute: homeward.at(-1)?.departMinute ?? null,
    notes: [
      ...timetableNotes(view, feedIds),
      ...[access, egress].flatMap((each) =>
        each.mode === 'local_network' && each.offer
          ? [{ code: 'timetable_missing', offerName: each.offer.name } as const]
          : [],
      ),
      ...marginNotes([access, egress]),
      ...onceEach(days.flatMap((day) => day.notes)),
      ...(waitMinutes > LONG_WAIT_MINUTES
        ? [{ code: 'long_wait', minutes: waitMinutes } as const]
        : []),
      ...(first ? [] : [{ code: 'no_return_after', minute: window.leaveFromMinute } as const]),
    ],
    rides,
    blocked: first === null || days.some((day) => day.blocked),
  };
}

/** The latest departure, unless it costs a change it is not worth. */
function best(journeys: readonly TransitJourney[]): TransitJourney | undefined {
  const cost = (one: TransitJourney) => -one.departSeconds + one.rides * MINUTES_PER_RIDE * 60;
  return journeys.toSorted((a, b) => cost(a) - cost(b))[0];
}

function joins(journey: TransitJourney, source: StopClass, target: StopClass): boolean {
  return journey.sourceTag === source.tag && journey.targetTag === target.tag;
}

/** Metres by road at both ends: as long as the whole road, the line serves nothing. */
function roadMeters(journey: TransitJourney, access: StopClass, egress: StopClass): number {
  const metersOf = (each: StopClass, stop: number) =>
    each.mode === 'walk' ? 0 : (each.reach.get(stop)?.meters ?? 0);
  return metersOf(access, journey.firstStop) + metersOf(egress, journey.lastStop);
}

/** Whether each offer met at both ends of a trip runs that day, from the start of its leg to the end. */
function serviceDays(trip: Trip, classes: readonly StopClass[], date: string) {
  return trip.legs.flatMap((leg) => {
    const used = classes.find((each) => each.offer !== null && each.offer.id === leg.offerId);
    if (!used?.pattern || leg.mode !== used.mode) return [];
    return [rideDay(used.pattern, date, [[leg.departMinute ?? 0, leg.arriveMinute ?? 0]])];
  });
}

function marginNotes(classes: readonly StopClass[]): JourneyNote[] {
  const minutes = classes.flatMap(({ mode, pattern }) =>
    mode === 'ride' && pattern !== null ? [pattern.transferMarginMinutes] : [],
  );
  const least = Math.min(...minutes);
  return minutes.length > 0 && least > 0 ? [{ code: 'connection_margin', minutes: least }] : [];
}

/** The same reason there and back is said once. */
function onceEach(notes: readonly JourneyNote[]): JourneyNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** Booked rides of a trip; a town network is boarded like any bus. */
function ridesOf(
  trip: Trip,
  classes: readonly StopClass[],
  direction: RideRequest['direction'],
): RideRequest[] {
  return trip.legs.flatMap((leg) => {
    const used = classes.find((each) => each.offer !== null && each.offer.id === leg.offerId);
    if (leg.mode !== 'ride' || !used?.offer || !used.pattern) return [];
    return [
      {
        offer: used.offer,
        pattern: used.pattern,
        from: leg.from.name,
        to: leg.to.name,
        departMinute: leg.departMinute ?? 0,
        meters: leg.meters,
        homeLoopMeters: 2 * leg.meters,
        waitMinutes: null,
        direction,
      },
    ];
  });
}

function usedOffers(outbound: Trip, back: Trip | null, offers: readonly Offer[]): Offer[] {
  const ids = new Set(
    [...outbound.legs, ...(back?.legs ?? [])].flatMap((leg: Leg) => leg.offerId ?? []),
  );
  return offers.filter((offer) => ids.has(offer.id));
}

function timetableNotes(view: DayView, feedIds: ReadonlySet<string>): JourneyNote[] {
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
function waitOf(outbound: Trip, back: Trip | null, window: AppointmentWindow): number {
  const before = window.arriveByMinute - (outbound.arriveMinute ?? window.arriveByMinute);
  const after = (back?.departMinute ?? window.leaveFromMinute) - window.leaveFromMinute;
  return Math.max(before, after);
}
