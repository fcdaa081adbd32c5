// With a vehicle hired or lent: fetched in time, driven there and back, and given back while the place is open.

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import { isNextDoor } from '#domain/journey/compose-direct.ts';
import { tripOf } from '#domain/journey/compose-own.ts';
import type { Draft, RideRequest } from '#domain/journey/draft.ts';
import type { HireLines } from '#domain/journey/hire-by-line.ts';
import type { HireChoice } from '#domain/journey/hire-ground.ts';
import { type HireTimes, hireTimes } from '#domain/journey/hire-times.ts';
import type {
  Hire,
  JourneyNote,
  JourneyPoint,
  JourneyRequest,
  Leg,
  LegMode,
  Trip,
} from '#domain/journey/journey.ts';
import { askedDay, calendarNotes } from '#domain/journey/ride-time.ts';
import type { RoadTime } from '#domain/journey/road-times.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';
import type { HireVehicle } from '#domain/transport/fare.ts';
import { hireLicence } from '#domain/transport/hire-licence.ts';

const LONG_WAIT_MINUTES = 90;
/** From here the walk to the vehicle is named in a note. */
const WALK_LONG_MINUTES = 20;

const LEG_MODES: Readonly<Record<HireVehicle, LegMode>> = {
  car: 'car',
  moped: 'moped',
  electric_bicycle: 'cycle',
  bicycle: 'cycle',
};

/** Lines to the place of a vehicle and home from it, and what is to know of them. */
export type ByLine = (
  choice: HireChoice,
  times: HireTimes,
) => (Pick<HireLines, 'there' | 'homeward'> & Pick<Draft, 'offers' | 'notes'>) | null;

/** One draft for each vehicle of an offer, at the place that takes least time; else one blocked. */
export function composeHire(
  request: JourneyRequest,
  window: AppointmentWindow,
  choices: readonly HireChoice[],
  ends: Pick<TripEnds, 'car' | 'walk'>,
  byLine: ByLine = () => null,
): Draft[] {
  if (choices.length === 0 || isNextDoor(request, ends)) return [];
  const groups = Map.groupBy(choices, ({ offer, vehicle }) => `${offer.id} ${vehicle}`);
  return [...groups.values()].flatMap((group) => {
    const drafts = group.map((choice) => hireDraft(request, window, choice, byLine));
    return drafts.toSorted(compareDrafts).slice(0, 1);
  });
}

/** What can be done first, then the shortest; else the place nearest to home, given nearest first. */
function compareDrafts(a: Draft, b: Draft): number {
  const isBlocked = Number(a.blocked) - Number(b.blocked);
  return isBlocked || (a.blocked ? 0 : minutesOf(a) - minutesOf(b));
}

function minutesOf({ outbound, back, hire }: Draft): number {
  const trips = [outbound, back, hire?.fetch ?? null, hire?.bringBack ?? null];
  return trips.reduce(
    (sum, trip) => sum + (trip?.arriveMinute ?? 0) - (trip?.departMinute ?? 0),
    0,
  );
}

function hireDraft(
  request: JourneyRequest,
  window: AppointmentWindow,
  choice: HireChoice,
  byLine: ByLine,
): Draft {
  const { offer, pattern, vehicle, place, approach } = choice;
  const { date } = request.appointment;
  const day = askedDay(date, request.from);
  const isDelivered = place === null && pattern.pickup === 'door';
  const isPlaceUnknown = place === null && !isDelivered;
  const open = isPlaceUnknown ? null : hireTimes(choice, window, day);
  const lines = open && place && approach === null ? byLine(choice, open) : null;
  const isReached = place === null || approach !== null || lines !== null;
  const times = isReached ? open : null;
  const trips = tripsOf(request, window, choice, times, lines);
  const hire: Hire = {
    vehicle,
    placeName: place?.name ?? null,
    isDelivered,
    fromMinute: times?.pickUp ?? null,
    toMinute: times?.giveBack ?? null,
    fetch: trips.fetch,
    bringBack: trips.bringBack,
  };
  return {
    kind: offer.kind,
    key: [pattern.id, vehicle, ...(place ? [place.name] : [])].join('-'),
    offers: [offer, ...(lines?.offers ?? [])],
    outbound: trips.outbound,
    back: trips.back,
    otherReturns: [],
    lastReturnMinute: null,
    notes: [
      ...(isPlaceUnknown ? [{ code: 'hire_place_unknown' } as const] : []),
      ...reachNotes(choice, isReached),
      ...(isReached && !isPlaceUnknown && times === null
        ? [{ code: 'hire_closed', placeName: place?.name ?? null } as const]
        : []),
      ...(pattern.windows.length === 0 ? [{ code: 'hire_hours_unknown' } as const] : []),
      ...(times ? calendarNotes(pattern, day, [times.pickUp, times.giveBack]) : []),
      ...waitNotes(trips, window),
      ...(lines?.notes ?? []),
    ],
    rides: ridesOf(request, choice, times, trips),
    hire,
    asks: hireLicence(vehicle, date),
    blocked: times === null,
  };
}

function reachNotes({ place, approach, crowMeters }: HireChoice, isReached: boolean) {
  const notes: JourneyNote[] = [];
  if (place && !isReached) {
    notes.push({ code: 'hire_out_of_reach', placeName: place.name, meters: crowMeters });
  }
  if (approach?.mode === 'walk' && approach.road.minutes > WALK_LONG_MINUTES) {
    notes.push({ code: 'walk_long', meters: approach.road.meters });
  }
  return notes;
}

type HireTrips = Pick<Hire, 'fetch' | 'bringBack'> & { outbound: Trip; back: Trip };

/** The vehicle waits at the place of care: there is always a way back. */
function tripsOf(
  request: JourneyRequest,
  window: AppointmentWindow,
  choice: HireChoice,
  times: HireTimes | null,
  lines: ReturnType<ByLine>,
): HireTrips {
  const { from: home, to: care } = request;
  const { place, approach, homeToCare, placeToCare, placeToHome } = choice;
  const drive = (from: JourneyPoint, to: JourneyPoint, depart: number, road: RoadTime) =>
    legOf(from, to, depart, road, choice);
  const leaves = window.arriveByMinute - homeToCare.minutes;
  const straight = {
    outbound: tripOf([drive(home, care, leaves, homeToCare)]),
    back: tripOf([drive(care, home, window.leaveFromMinute, homeToCare)]),
    fetch: null,
    bringBack: null,
  };
  if (times === null || place === null) return straight;
  const { pickUp, giveBack, handOver } = times;
  if (lines) {
    const there = drive(place, care, pickUp + handOver, placeToCare);
    const back = drive(care, place, window.leaveFromMinute, placeToCare);
    return {
      ...straight,
      outbound: tripOf([...lines.there.legs, there]),
      back: tripOf([back, ...lines.homeward.legs]),
    };
  }
  if (approach === null) return straight;
  const reach = (from: JourneyPoint, to: JourneyPoint, depart: number) =>
    legOf(from, to, depart, approach.road, approach.mode);
  const there = reach(home, place, pickUp - approach.road.minutes);
  const homeward = reach(place, home, giveBack + handOver);
  const ready = pickUp + handOver;
  return {
    outbound: times.isFetchedApart
      ? straight.outbound
      : tripOf([there, drive(place, care, ready, placeToCare)]),
    back: times.isBroughtBackApart
      ? straight.back
      : tripOf([drive(care, place, window.leaveFromMinute, placeToCare), homeward]),
    fetch: times.isFetchedApart ? tripOf([there, drive(place, home, ready, placeToHome)]) : null,
    bringBack: times.isBroughtBackApart
      ? tripOf([drive(home, place, giveBack - placeToHome.minutes, placeToHome), homeward])
      : null,
  };
}

function legOf(
  from: JourneyPoint,
  to: JourneyPoint,
  departMinute: number,
  road: RoadTime,
  by: HireChoice | 'walk' | 'car',
): Leg {
  const hired = typeof by === 'string' ? null : by;
  return {
    mode: typeof by === 'string' ? by : LEG_MODES[by.vehicle],
    from,
    to,
    departMinute,
    arriveMinute: departMinute + road.minutes,
    meters: road.meters,
    estimate: road.estimate,
    offerId: hired?.offer.id ?? null,
    offerName: hired?.offer.name ?? null,
    line: null,
    stopCount: null,
    path: [from.point, to.point],
  };
}

/** One request each way, for the kilometres with the vehicle; both count from when it is handed over. */
function ridesOf(
  { from, to }: JourneyRequest,
  { offer, pattern, placeToHome }: HireChoice,
  times: HireTimes | null,
  trips: HireTrips,
): RideRequest[] {
  const metersOf = (...legs: readonly (Trip | null)[]) =>
    legs
      .flatMap((trip) => trip?.legs ?? [])
      .reduce((meters, leg) => meters + (leg.offerId === offer.id ? leg.meters : 0), 0);
  const out = metersOf(trips.fetch, trips.outbound);
  const back = metersOf(trips.back, trips.bringBack);
  const departMinute = times?.pickUp ?? (trips.outbound.departMinute ?? 0) - placeToHome.minutes;
  const shared = {
    offer,
    pattern,
    departMinute,
    homeLoopMeters: out + back,
    waitMinutes: null,
    driverGoesHome: null,
  };
  return [
    { ...shared, direction: 'outbound', from: from.name, to: to.name, meters: out },
    { ...shared, direction: 'back', from: to.name, to: from.name, meters: back },
  ];
}

/** At the place of care before, or at the counter after. */
function waitNotes({ outbound, back }: HireTrips, window: AppointmentWindow): JourneyNote[] {
  const early = window.arriveByMinute - (outbound.arriveMinute ?? window.arriveByMinute);
  const [drive, homeward] = back.legs;
  const late = homeward ? (homeward.departMinute ?? 0) - (drive?.arriveMinute ?? 0) : 0;
  const minutes = Math.max(early, late);
  return minutes > LONG_WAIT_MINUTES ? [{ code: 'long_wait', minutes }] : [];
}
