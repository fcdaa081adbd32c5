// Who says what an offer says, once an organization publishes it? The organization, of that day.

import type { Provenance } from '#domain/provenance.ts';
import type { LocalDate } from '#domain/time.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';

/** Each fact with the organization for its origin, whatever document it was first read in. */
export function statedBy(
  document: OfferDocument,
  sourceId: string,
  statedOn: LocalDate,
): OfferDocument {
  const provenance: Provenance = {
    sourceId,
    asOf: statedOn,
    confirmedOn: statedOn,
    confidence: 'high',
  };
  const { offer } = document;
  return {
    ...document,
    offer: {
      ...offer,
      booking: offer.booking === null ? null : { ...offer.booking, provenance },
      fares: offer.fares.map((fare) => ({ ...fare, provenance })),
      provenance,
      sourceIds: [sourceId],
    },
  };
}
