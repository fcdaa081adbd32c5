// Is the place of care open for the whole of the appointment?

import { mayReceiveAt, openingOn } from '#domain/directory/opening-on.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';

/** For all that is known: hours that are not known close nothing. */
export function isReceived({
  appointment: { date, minute, durationMinutes },
  careHours,
}: Pick<JourneyRequest, 'appointment' | 'careHours'>): boolean {
  if (careHours === undefined) return true;
  const opening = openingOn(careHours.hours, date, careHours.notices);
  return mayReceiveAt(opening, minute, durationMinutes);
}
