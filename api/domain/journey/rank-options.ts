// In which order are the ways shown? Published on « Comment nous classons ».

import type { JourneyOption } from '#domain/journey/journey.ts';

/** Shown at most. */
export const MAX_OPTIONS = 5;

/** What one of these costs, in minutes of a person's time. */
export const MINUTES_PER_CALL = 10;
export const MINUTES_PER_EURO = 6;
export const MINUTES_PER_UNKNOWN_PRICE = 30;
const WALK_METERS_PER_MINUTE = 75;
export const MINUTES_LAST_RESORT = 20;
export const MINUTES_UNKNOWN_TIMETABLE = 30;
/** A doctor must be seen first; nothing when the person holds the prescription. */
export const MINUTES_TO_GET_PRESCRIPTION = 60;
/** Somebody to call has first to be found. */
export const MINUTES_UNKNOWN_BOOKING = 20;

/** At most five, the best of each kind first; what is almost possible apart, one per kind. */
export function rankOptions(options: readonly JourneyOption[]): {
  options: JourneyOption[];
  almost: JourneyOption[];
} {
  const ordered = options.toSorted(compareOptions);
  const possible = ordered.filter((option) => option.tier < 3);
  return {
    options: diverse(possible),
    almost: onePerKind(ordered.filter((option) => option.tier === 3)).slice(0, MAX_OPTIONS),
  };
}

/**
 * Door to door there and back, plus the walk a second time, calls, euros, and what remains to be
 * checked. Minutes; only compared inside a tier, never shown.
 */
export function generalisedMinutes(option: JourneyOption): number {
  const { minCents, partial } = option.price;
  const unknownTimetable = option.notes.some((note) => note.code === 'timetable_missing');
  const lastResort = option.notes.some((note) => note.code === 'last_resort');
  const withoutPrescription = option.eligibility.reasons.some(
    (reason) =>
      reason.criterion.kind === 'prescription' && reason.value === null && !reason.negated,
  );
  return (
    option.totalMinutes +
    option.walkMeters / WALK_METERS_PER_MINUTE +
    option.calls.length * MINUTES_PER_CALL +
    ((minCents ?? 0) / 100) * MINUTES_PER_EURO +
    (partial ? MINUTES_PER_UNKNOWN_PRICE : 0) +
    (unknownTimetable ? MINUTES_UNKNOWN_TIMETABLE : 0) +
    (lastResort ? MINUTES_LAST_RESORT : 0) +
    (withoutPrescription ? MINUTES_TO_GET_PRESCRIPTION : 0) +
    (option.state === 'unknown' ? MINUTES_UNKNOWN_BOOKING : 0)
  );
}

function compareOptions(a: JourneyOption, b: JourneyOption): number {
  return (
    a.tier - b.tier ||
    generalisedMinutes(a) - generalisedMinutes(b) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** The best of each kind first, then the next best, in order, up to the limit. */
function diverse(ordered: readonly JourneyOption[]): JourneyOption[] {
  const first = new Set(onePerKind(ordered));
  const chosen = new Set([...first].slice(0, MAX_OPTIONS));
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
