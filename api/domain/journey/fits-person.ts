// Does this way spare looking for what would make another possible?

import type { JourneyOption } from '#domain/journey/journey.ts';

/**
 * It can be booked, or only has to be checked. Whoever has no car may not drive at all: a vehicle to be
 * driven does not fit while nobody said they may.
 */
export function fitsPerson({ tier, hire, eligibility }: JourneyOption): boolean {
  const isDriven = hire?.vehicle === 'car' || hire?.vehicle === 'moped';
  return tier <= 1 && !(isDriven && eligibility.value === null);
}
