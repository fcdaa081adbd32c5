// On foot, by one's own car, or driven by somebody: the ways that depend on no offer.

import type { AppointmentWindow } from '#domain/journey/appointment-window.ts';
import type { Draft } from '#domain/journey/draft.ts';
import type { JourneyRequest, Leg, LegMode, Trip } from '#domain/journey/journey.ts';
import type { RoadTime } from '#domain/journey/road-times.ts';
import type { TripEnds } from '#domain/journey/trip-ends.ts';

/** Longest walk proposed to the door, one way; beyond it walking is not a way to reach care. */
const WALK_LIMIT_MINUTES = 40;
/** From here the walk is named in a note. */
const WALK_LONG_MINUTES = 20;

export function composeOwn(
  request: JourneyRequest,
  window: AppointmentWindow,
  { car, walk }: Pick<TripEnds, 'car' | 'walk'>,
): Draft[] {
  const drafts: Draft[] = [];
  if (walk && walk.minutes <= WALK_LIMIT_MINUTES && !request.needs.includes('wheelchair')) {
    drafts.push({
      kind: 'walk',
      key: 'own',
      offers: [],
      ...roadTrips(request, window, 'walk', walk),
      otherReturns: [],
      lastReturnMinute: null,
      notes: walk.minutes > WALK_LONG_MINUTES ? [{ code: 'walk_long', meters: walk.meters }] : [],
      rides: [],
      blocked: false,
    });
  }
  if (request.mode !== 'no_car') {
    drafts.push({
      kind: request.mode === 'car' ? 'own_car' : 'driven',
      key: 'own',
      offers: [],
      ...roadTrips(request, window, 'car', car),
      otherReturns: [],
      lastReturnMinute: null,
      notes: [],
      rides: [],
      blocked: false,
    });
  }
  return drafts;
}

function roadTrips(
  request: JourneyRequest,
  window: AppointmentWindow,
  mode: LegMode,
  road: RoadTime,
): { outbound: Trip; back: Trip } {
  const outbound = roadLeg(request, mode, road, window.arriveByMinute - road.minutes);
  const back = roadLeg({ from: request.to, to: request.from }, mode, road, window.leaveFromMinute);
  return { outbound: tripOf([outbound]), back: tripOf([back]) };
}

function roadLeg(
  ends: Pick<JourneyRequest, 'from' | 'to'>,
  mode: LegMode,
  road: RoadTime,
  departMinute: number,
): Leg {
  return {
    mode,
    from: ends.from,
    to: ends.to,
    departMinute,
    arriveMinute: departMinute + road.minutes,
    meters: road.meters,
    estimate: road.estimate,
    offerId: null,
    offerName: null,
    line: null,
    stopCount: null,
    path: [ends.from.point, ends.to.point],
  };
}

/** A trip from its legs, in order; times are those of its ends. */
export function tripOf(legs: readonly Leg[]): Trip {
  return {
    departMinute: legs[0]?.departMinute ?? null,
    arriveMinute: legs.at(-1)?.arriveMinute ?? null,
    legs,
  };
}
