// Which journey does a stored case ask for, on the day it is tried?

import type { JourneyPoint, JourneyRequest } from '#domain/journey/journey.ts';
import { addDays, type LocalDate, weekdayOf } from '#domain/time.ts';
import type { OfferCase } from '#domain/transport/offer-case.ts';
import { registeredAs } from '#domain/transport/person.ts';

/** So that a first registration and any notice fit. */
const DAYS_AHEAD = 7;

/** The first such weekday, a week from today or later. */
export function caseDate(weekday: number, today: LocalDate): LocalDate {
  let date = addDays(today, DAYS_AHEAD);
  while (weekdayOf(date) !== weekday) date = addDays(date, 1);
  return date;
}

/**
 * Without a car: an offer is kept for those who have none. They live where they leave from, and are
 * members of the offers tried, or of none.
 */
export function caseRequest(
  subject: OfferCase,
  ends: { from: JourneyPoint; to: JourneyPoint },
  triedIds: readonly string[],
  today: LocalDate,
): JourneyRequest {
  const { weekday, minute, lengthMinutes, needs, homeInsee } = subject;
  const { member, ...profile } = subject.profile;
  const person = { residenceInsee: homeInsee, ...profile };
  return {
    ...ends,
    appointment: { date: caseDate(weekday, today), minute, durationMinutes: lengthMinutes },
    mode: 'no_car',
    profile: member === undefined ? person : registeredAs(person, triedIds, member),
    needs,
  };
}
