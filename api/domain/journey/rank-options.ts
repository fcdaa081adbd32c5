// In which order are the ways shown? Published on « Comment nous classons », with these figures.

import { drivesToLastLine } from '#domain/journey/driver-to-find.ts';
import { tripMinutes, tripsOf } from '#domain/journey/hire-trips.ts';
import type { JourneyOption, JourneyRequest, Trip } from '#domain/journey/journey.ts';
import { compareMoments, type Moment } from '#domain/time.ts';
import { effectiveDeadline } from '#domain/transport/booking-state.ts';

/** Shown at most. */
export const MAX_OPTIONS = 5;

/** What one of these costs, in minutes of a person's time. */
export const MINUTES_PER_CALL = 10;
export const MINUTES_PER_CHANGE = 8;
export const MINUTES_PER_EURO = 6;
export const MINUTES_PER_UNKNOWN_PRICE = 30;
export const MINUTES_LAST_RESORT = 20;
export const MINUTES_UNKNOWN_TIMETABLE = 30;
/** A doctor must be seen first; nothing when the person holds the prescription. */
export const MINUTES_TO_GET_PRESCRIPTION = 60;
/** Somebody to call has first to be found. */
export const MINUTES_UNKNOWN_BOOKING = 20;
/** For each need nobody has said can be met. */
export const MINUTES_UNKNOWN_NEED = 20;
/** Somebody free to drive has still to be found, and may not be. */
export const MINUTES_DRIVER_TO_FIND = 15;
/** No other way home follows the one proposed. */
export const MINUTES_LAST_RETURN = 15;
/** That last way home is a line, and whoever drives to it must be found, and be on time. */
export const MINUTES_RIDE_TO_LAST_LINE = 15;

/** What a minute of walking counts for, and for those who walk with difficulty. */
export const WALK_WEIGHT = 2;
export const WALK_WEIGHT_REDUCED = 3;
/** Waiting at a stop; waiting at the place of care, beyond the first minutes. */
export const WAIT_WEIGHT = 1.5;
export const PLACE_WAIT_WEIGHT = 0.5;
export const PLACE_WAIT_FREE_MINUTES = 30;

const WALK_METERS_PER_MINUTE = 75;
const REDUCED_MOBILITY: ReadonlySet<string> = new Set([
  'wheelchair',
  'transfer_aid',
  'door_through_door',
  'oxygen',
  'lying',
]);

/** Order never depends on that of the ways given: the person's answers and needs do count. */
export function rankOptions(
  options: readonly JourneyOption[],
  request: Pick<JourneyRequest, 'needs' | 'profile'>,
): { options: JourneyOption[]; almost: JourneyOption[] } {
  const ordered = options
    .map((option) => ({
      option,
      isPrescribed: request.profile.prescription === true && needsPrescription(option),
      minutes: generalisedMinutes(option, request.needs),
    }))
    .sort(
      (a, b) =>
        a.option.tier - b.option.tier ||
        Number(b.isPrescribed) - Number(a.isPrescribed) ||
        a.minutes - b.minutes ||
        compareDeadlines(firstDeadline(a.option), firstDeadline(b.option)) ||
        (a.option.id < b.option.id ? -1 : a.option.id > b.option.id ? 1 : 0),
    )
    .map(({ option }) => option);
  return {
    options: diverse(ordered.filter((option) => option.tier < 3)),
    almost: onePerKind(ordered.filter((option) => option.tier === 3)).slice(0, MAX_OPTIONS),
  };
}

/**
 * Door to door there and back; walking, waiting, changes, calls and euros at their weight; and what
 * remains to be checked. Minutes; only compared inside a tier, never shown.
 */
export function generalisedMinutes(
  option: JourneyOption,
  needs: JourneyRequest['needs'] = [],
): number {
  const trips = tripsOf(option);
  const travel = sum(trips.map(tripMinutes));
  const atPlace = option.back ? Math.max(0, option.totalMinutes - travel) : 0;
  const isReduced = needs.some((need) => REDUCED_MOBILITY.has(need));
  const walk = option.walkMeters / WALK_METERS_PER_MINUTE;
  const { minCents, partial } = option.price;
  const has = (code: string) => option.notes.some((note) => note.code === code);
  const unknownNeeds = option.notes.filter(({ code }) => code === 'accommodation_unknown').length;
  return (
    travel +
    walk * ((isReduced ? WALK_WEIGHT_REDUCED : WALK_WEIGHT) - 1) +
    sum(trips.map(waitedMinutes)) * (WAIT_WEIGHT - 1) +
    Math.max(0, atPlace - PLACE_WAIT_FREE_MINUTES) * PLACE_WAIT_WEIGHT +
    sum(trips.map(changesOf)) * MINUTES_PER_CHANGE +
    option.calls.length * MINUTES_PER_CALL +
    ((minCents ?? 0) / 100) * MINUTES_PER_EURO +
    (partial ? MINUTES_PER_UNKNOWN_PRICE : 0) +
    (has('timetable_missing') ? MINUTES_UNKNOWN_TIMETABLE : 0) +
    (has('last_resort') ? MINUTES_LAST_RESORT : 0) +
    (lacksPrescription(option) ? MINUTES_TO_GET_PRESCRIPTION : 0) +
    (option.state === 'unknown' ? MINUTES_UNKNOWN_BOOKING : 0) +
    unknownNeeds * MINUTES_UNKNOWN_NEED +
    (has('driver_to_find') ? MINUTES_DRIVER_TO_FIND : 0) +
    (isLastReturn(option) ? MINUTES_LAST_RETURN : 0) +
    (isLastReturn(option) && drivesToLastLine(option) ? MINUTES_RIDE_TO_LAST_LINE : 0)
  );
}

function isLastReturn({ back, lastReturnMinute }: JourneyOption): boolean {
  const leaves = back?.departMinute ?? null;
  return leaves !== null && lastReturnMinute !== null && lastReturnMinute <= leaves;
}

/** Between the legs, outdoors: at a stop or on a platform. */
function waitedMinutes({ legs }: Trip): number {
  return sum(
    legs.map((leg, index) => {
      const next = legs[index + 1];
      if (!next || next.departMinute === null || leg.arriveMinute === null) return 0;
      if (next.line?.staysAboard) return 0;
      return Math.max(0, next.departMinute - leg.arriveMinute);
    }),
  );
}

/** From one vehicle to another. */
function changesOf({ legs }: Trip): number {
  const vehicles = legs.filter(({ mode, line }) => mode !== 'walk' && !line?.staysAboard);
  return Math.max(0, vehicles.length - 1);
}

function needsPrescription({ eligibility }: JourneyOption): boolean {
  return eligibility.reasons.some(
    ({ criterion, negated }) => criterion.kind === 'prescription' && !negated,
  );
}

function lacksPrescription({ eligibility }: JourneyOption): boolean {
  return eligibility.reasons.some(
    ({ criterion, value, negated }) =>
      criterion.kind === 'prescription' && value === null && !negated,
  );
}

function firstDeadline({ calls }: JourneyOption): Moment | null {
  const deadline = calls[0]?.deadline ?? null;
  return deadline && effectiveDeadline(deadline);
}

/** What has no deadline can wait. */
function compareDeadlines(a: Moment | null, b: Moment | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareMoments(a, b);
}

/** The best of each kind first, then the next best, in order, up to the limit. */
function diverse(ordered: readonly JourneyOption[]): JourneyOption[] {
  const chosen = new Set(onePerKind(ordered).slice(0, MAX_OPTIONS));
  for (const option of ordered) {
    if (chosen.size >= MAX_OPTIONS) break;
    chosen.add(option);
  }
  return ordered.filter((option) => chosen.has(option));
}

function onePerKind(ordered: readonly JourneyOption[]): JourneyOption[] {
  const kinds = new Set<string>();
  return ordered.filter((option) => {
    if (kinds.has(option.kind)) return false;
    kinds.add(option.kind);
    return true;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
