// Which stops do the lines of an organization already call at, each once?

import type { LineStop, OfferDocument } from '#domain/transport/offer-document.ts';

/** `line`: the name of the first offer that calls there. */
export type KnownStop = Omit<LineStop, 'id'> & { offerId: string; line: string };

/** In the order of the offers, then of their stops. The same name at the same position is one stop. */
export function knownStops(documents: readonly OfferDocument[]): KnownStop[] {
  const found = new Map<string, KnownStop>();
  for (const { offer, timetable } of documents) {
    for (const { name, insee, point } of timetable?.stops ?? []) {
      const key = `${name}\n${point.join(' ')}`;
      if (!found.has(key))
        found.set(key, { name, insee, point, offerId: offer.id, line: offer.name });
    }
  }
  return [...found.values()];
}
