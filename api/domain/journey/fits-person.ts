// Does this way spare looking for what would make another possible?

import type { JourneyOption } from '#domain/journey/journey.ts';

type Judged = Pick<JourneyOption, 'tier' | 'hire' | 'eligibility'>;

/**
 * It can be booked, or only has to be checked. Whoever has no car may not drive at all: a vehicle to be
 * driven does not fit while nobody said they may.
 */
export function fitsPerson({ tier, hire, eligibility }: Judged): boolean {
  const isDriven = hire?.vehicle === 'car' || hire?.vehicle === 'moped';
  return tier <= 1 && !(isDriven && eligibility.value === null) && mayBeHad({ eligibility });
}

/** A ride no doctor prescribed is not one to count on: it is prescribed first, or it is not had. */
export function mayBeHad({ eligibility }: Pick<Judged, 'eligibility'>): boolean {
  return eligibility.awaitsPrescription !== true;
}
