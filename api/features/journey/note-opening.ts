// Is the place of care known to be closed when one would be there?

import { openingOn } from '#domain/directory/opening-on.ts';
import { isReceived } from '#domain/journey/is-received.ts';
import type { JourneyRequest } from '#domain/journey/journey.ts';
import type { AskedRemark } from './contract.ts';

/** Hours may be wrong or have changed: ways are told all the same, with this remark. */
export function noteOpening(
  request: Pick<JourneyRequest, 'appointment' | 'careHours'>,
): AskedRemark[] {
  const { appointment, careHours } = request;
  if (careHours === undefined || isReceived(request)) return [];
  const { stretches } = openingOn(careHours.hours, appointment.date, careHours.notices);
  return [{ code: 'care_closed', open: stretches }];
}
