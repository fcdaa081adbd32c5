// How does a feed carry offers whole, beside what its own files can say? Read back, nothing is lost.

import type { OfferDocument } from '#domain/transport/offer-document.ts';

export const SIDECAR_FILE = 'x_offers.json';
export const OPEN_LICENCE = {
  id: 'etalab-2.0',
  name: 'Licence Ouverte 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
} as const;

const FORMAT = 'voisoin-offers';
const SCHEMA = 1;

/** The same bytes for the same offers, in whichever order they and their fields come. */
export function sidecarText(documents: readonly OfferDocument[]): string {
  const offers = documents.toSorted((a, b) => (a.offer.id < b.offer.id ? -1 : 1)).map(ordered);
  const lines = offers.map((offer) => JSON.stringify(offer)).join(',\n');
  return `{"format":"${FORMAT}","schema":${SCHEMA},"licence":${JSON.stringify(OPEN_LICENCE.id)},"offers":[\n${lines}\n]}\n`;
}

/** Documents as they stand, for their reader to check. Null: it is no such file, or of a later kind. */
export function sidecarDocuments(value: unknown): readonly unknown[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const { format, schema, offers } = value as Readonly<Record<string, unknown>>;
  return format === FORMAT && schema === SCHEMA && Array.isArray(offers) ? offers : null;
}

/** Fields in the order of their names; what is not there is left out. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
