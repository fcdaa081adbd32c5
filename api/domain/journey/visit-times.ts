// When does a service come, and can that still be booked?

import type { SchoolZone } from '#domain/calendar.ts';
import type { BookingState } from '#domain/journey/journey.ts';
import type { Visit } from '#domain/journey/visit.ts';
import type { PlacedPattern } from '#domain/journey/visit-places.ts';
import { addDays, compareMoments, type LocalDate, type Moment } from '#domain/time.ts';
import { deadlineOf } from '#domain/transport/booking-deadline.ts';
import { bookingStateOf, urgentCall } from '#domain/transport/booking-state.ts';
import type { BookingRule } from '#domain/transport/offer.ts';
import { runsOn } from '#domain/transport/runs-on.ts';

/** « Le premier mardi du mois » comes again within this many days, a holiday aside. */
const HORIZON_DAYS = 62;

/** The next day and a few others. */
const VISITS_TOLD = 4;

/** `registered`: null when the person did not say. */
export type VisitAsk = {
  rule: BookingRule | null;
  now: Moment;
  registered: boolean | null;
  /** Whose school holidays count; absent: not known. */
  zone?: SchoolZone | null;
};

/** `state` is that of the visit; `visit` null: days and hours are agreed when calling. */
export type BookableVisit = { visit: Visit | null; place: Visit['place']; state: BookingState };

/**
 * First the soonest visit at the place nearest to the home, then a few others, soonest first; those to
 * agree come last. None: nothing of two months can still be booked.
 */
export function upcomingVisits(patterns: readonly PlacedPattern[], ask: VisitAsk): BookableVisit[] {
  const visits = patterns
    .flatMap((placed) => visitsOf(placed, ask))
    .toSorted((a, b) => compareVisits(a.visit, b.visit));
  const nearest = Math.min(...visits.map(({ place }) => metersTo(place)));
  const first = visits.find(({ place }) => metersTo(place) === nearest);
  if (first === undefined) return [];
  return [first, ...visits.filter((each) => each !== first)].slice(0, VISITS_TOLD);
}

/** A place not found on the map comes after those that are. */
function metersTo(place: Visit['place']): number {
  if (place === null || place.inHomeCommune) return 0;
  return place.crowMeters ?? Number.MAX_VALUE;
}

/** Days without hours come last. */
export function compareVisits(a: Visit | null, b: Visit | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return (a.hours[0]?.from ?? 0) - (b.hours[0]?.from ?? 0);
}

function visitsOf({ pattern, place }: PlacedPattern, ask: VisitAsk): BookableVisit[] {
  const found: BookableVisit[] = [];
  for (let ahead = 0; ahead <= HORIZON_DAYS && found.length < VISITS_TOLD; ahead += 1) {
    const date = addDays(ask.now.date, ahead);
    if (!runsOn(pattern.calendar, date, ask.zone)) continue;
    if (pattern.windows.length === 0) {
      return [{ visit: null, place, state: ask.rule === null ? 'unknown' : 'open' }];
    }
    const open = pattern.windows
      .toSorted((a, b) => a.from - b.from)
      .flatMap((hours) => {
        const state = stateAt(date, hours, ask);
        return state === null ? [] : [{ hours, state }];
      });
    const [first] = open;
    if (first === undefined) continue;
    const visit = { date, hours: open.map(({ hours }) => hours), place };
    found.push({ visit, place, state: first.state });
  }
  return found;
}

/** Null: over, begun where a place must be booked, or too late for all but urgent requests. */
function stateAt(
  date: LocalDate,
  hours: Visit['hours'][number],
  { rule, now, registered }: VisitAsk,
): BookingState | null {
  const ride = { date, minute: hours.from };
  const state = bookingStateOf(rule, rule && deadlineOf(rule, ride), now, { registered, ride });
  const last = state === 'not_needed' ? { date, minute: hours.to } : ride;
  if (compareMoments(last, now) < 0) return null;
  if (state === 'too_late' && !(rule && urgentCall(rule, ride, now))) return null;
  return state;
}
