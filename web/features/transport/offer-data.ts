// What the page of one offer knows.

import type { Insee } from '#domain/territory/territory.ts';
import type { LegMark } from '#domain/transport/line-overlay.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { SourceNames } from '#web/lib/source-names.ts';

/** What an organization says of the line, with the trip or the stop it is about. */
export type OfferMark = LegMark & {
  departSeconds: number | null;
  headsign: string | null;
  stopName: string | null;
};

export type OfferData = {
  offer: Offer;
  marks: readonly OfferMark[];
  sources: SourceNames;
  /** Names of the needs it answers where it comes. */
  needs: readonly string[];
  /** Names of the communes of the zone, in order. */
  communes: readonly string[];
  /** Whose map shows the zone. */
  territoryCode: string | null;
};

/** Communes where trips may start, or end when only that counts. */
export function offerInsees(offer: Offer): Insee[] {
  const insees = offer.patterns.flatMap((pattern) =>
    [pattern.origin, pattern.destination].flatMap((area) =>
      area?.kind === 'communes' ? area.insees : [],
    ),
  );
  return [...new Set(insees)];
}

export function offerSourceIds(offer: Offer): string[] {
  return [
    offer.provenance.sourceId,
    ...(offer.booking === null ? [] : [offer.booking.provenance.sourceId]),
    ...offer.fares.map((fare) => fare.provenance.sourceId),
    ...offer.sourceIds,
  ];
}
