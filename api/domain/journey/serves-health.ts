// Does an offer take people to care, and is it known well enough to be proposed?

import type { Offer } from '#domain/transport/offer.ts';

export function servesHealth(offer: Offer): boolean {
  if (offer.status !== 'active' && offer.status !== 'to_confirm') return false;
  const { allowed, denied } = offer.purposes;
  return !denied.includes('health') && (allowed.length === 0 || allowed.includes('health'));
}
