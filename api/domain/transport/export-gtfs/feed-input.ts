// What is a feed made of, and what could it not say?

import type { LocalDate } from '#domain/time.ts';
import type { Shapes } from '#domain/transport/export-gtfs/export-places.ts';
import type { Offer } from '#domain/transport/offer.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';

/** `shown`: what residents read of the document, interruptions included. */
export type FeedEntry = { document: OfferDocument; shown: Offer };

export type FeedPublisher = { name: string; url: string; email: string | null };

export type FeedInput = {
  entries: readonly FeedEntry[];
  shapes: Shapes;
  publisher: FeedPublisher;
  /** The first day of the feed: it speaks of a year. */
  from: LocalDate;
  version: string;
};

/** `kind`: no vehicle comes, or not for everybody; `status`: not to be used today; others: of one trip. */
export type LeftOut = {
  offerId: string;
  id: string;
  reason: 'kind' | 'status' | 'no_outline' | 'no_day' | 'unusable_trip';
};

/** Text by file name, in the order they are written. */
export type FeedFiles = ReadonlyMap<string, string>;
