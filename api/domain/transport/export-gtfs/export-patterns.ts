// Which on-demand trips is a way of working made of: from which place to which place, at which hours?
//
// A feed row has one window: several windows are several trips. Both ways are two trips, never one: zones of
// one trip that overlap at the same hours say nothing clear.

import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { ExportedPlace, Places } from '#domain/transport/export-gtfs/export-places.ts';
import type { LeftOut } from '#domain/transport/export-gtfs/feed-input.ts';
import { type Cell, feedTime } from '#domain/transport/export-gtfs/feed-table.ts';
import type { Offer, ServiceArea, TravelPattern } from '#domain/transport/offer.ts';
import { publicPatternId } from '#domain/transport/published-offer.ts';

export const TRIP_COLUMNS = [
  'route_id',
  'service_id',
  'trip_id',
  'trip_headsign',
  'trip_short_name',
  'direction_id',
  'wheelchair_accessible',
  'safe_duration_factor',
  'safe_duration_offset',
] as const;

export const STOP_TIME_COLUMNS = [
  'trip_id',
  'arrival_time',
  'departure_time',
  'stop_id',
  'location_group_id',
  'location_id',
  'stop_sequence',
  'start_pickup_drop_off_window',
  'end_pickup_drop_off_window',
  'pickup_type',
  'drop_off_type',
  'pickup_booking_rule_id',
  'drop_off_booking_rule_id',
] as const;

const ALL_DAY: DayHours = { from: 0, to: 1440 };
const NONE = 1;
const BOOKED = 2;

export type TripRows = { trips: Cell[][]; calls: Cell[][] };

/** `serviceId` null: it runs on no day to come. */
export function patternTrips(
  offer: Offer,
  pattern: TravelPattern,
  context: { places: Places; serviceId: string | null; ruleId: string | null },
): TripRows | LeftOut {
  const { places, serviceId, ruleId } = context;
  const id = publicPatternId(offer.id, pattern.id);
  const leftOut = (reason: LeftOut['reason']): LeftOut => ({ offerId: offer.id, id, reason });
  if (serviceId === null) return leftOut('no_day');
  const [from, to] = endsOf(pattern);
  const start = places.place(`${id}/origin`, from, offer);
  const end = from === to ? start : places.place(`${id}/destination`, to, offer);
  if (start === null || end === null) return leftOut('no_outline');
  const isWithin = start.id === end.id;
  const goesBack = !isWithin && (pattern.bothWays || pattern.rule === 'starts_or_ends_in');
  const ways: [ExportedPlace, ExportedPlace][] = goesBack
    ? [
        [start, end],
        [end, start],
      ]
    : [[start, end]];
  const windows = pattern.windows.filter((window) => window.to > window.from);
  const trips: Cell[][] = [];
  const calls: Cell[][] = [];
  for (const [direction, [first, last]] of ways.entries()) {
    for (const [rank, window] of (windows.length === 0 ? [ALL_DAY] : windows).entries()) {
      const tripId = `${id}:${direction}:${rank + 1}`;
      const { durationFactor, durationOffsetSeconds } = pattern;
      const durations = [durationFactor, Math.max(0, Math.round(durationOffsetSeconds))];
      const route = [offer.id, serviceId, tripId, null, null];
      trips.push([...route, direction, wheelchairOf(offer), ...durations]);
      const hours = [feedTime(window.from), feedTime(window.to)];
      calls.push([tripId, null, null, ...named(first), 1, ...hours, BOOKED, NONE, ruleId, null]);
      calls.push([tripId, null, null, ...named(last), 2, ...hours, NONE, BOOKED, null, ruleId]);
    }
  }
  return { trips, calls };
}

/** As `patternCoverage` reads them; null: anywhere. */
function endsOf(pattern: TravelPattern): [ServiceArea | null, ServiceArea | null] {
  const { rule, origin, destination } = pattern;
  if (rule === 'within') return [origin, origin];
  if (rule === 'ends_in' && destination === null) return [null, origin];
  return [origin, destination];
}

function named({ id, column }: ExportedPlace): Cell[] {
  return column === 'location_id' ? [null, null, id] : [null, id, null];
}

/** 0 not stated · 1 yes · 2 no. « On request » is neither. */
export function wheelchairOf({ accommodations }: Offer): number {
  const value = accommodations.find(({ code }) => code === 'wheelchair')?.value;
  return value === 'yes' ? 1 : value === 'no' ? 2 : 0;
}
