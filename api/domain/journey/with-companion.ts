// Which needs are left when a relative comes along?

import type { AccommodationCode } from '#domain/transport/offer.ts';

/** What somebody beside the person does, so that it need not be asked of the offer. */
const DONE_BY_A_COMPANION: readonly AccommodationCode[] = [
  'transfer_aid',
  'door_through_door',
  'luggage_help',
];

/** A seat for the relative among them; null when a relative would change nothing. */
export function needsWithCompanion(
  needs: readonly AccommodationCode[],
): AccommodationCode[] | null {
  const left = needs.filter((need) => !DONE_BY_A_COMPANION.includes(need));
  return left.length === needs.length ? null : [...new Set([...left, 'companion' as const])];
}
