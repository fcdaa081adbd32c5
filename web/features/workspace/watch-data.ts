// What the pages that watch over a workspace read from the API.

import type { DemandCell } from '#domain/journey/unmet-demand.ts';
import type { LocalDate } from '#domain/time.ts';
import type { OfferKind, OfferStatus } from '#domain/transport/offer.ts';
import type { OfferNotice } from '#domain/transport/offer-notice.ts';
import type { TripCounts, TripNotice, TripYear } from '#domain/transport/trip-counts.ts';

export type Report = {
  id: string;
  about: { kind: 'offer' | 'entry'; id: string; name: string };
  kind: string;
  text: string;
  createdAt: string;
  status: 'new' | 'accepted' | 'refused';
  reviewedAt: string | null;
  reviewedBy: string | null;
  note: string | null;
  etag: string;
};
export type Reports = { reports: readonly Report[]; mayReview: boolean; next: string | null };

export type OfferFreshness = {
  offerId: string;
  name: string;
  kind: OfferKind;
  state: OfferStatus;
  owner: string | null;
  /** False: nobody is asked to verify it. */
  isKept: boolean;
  verifiedOn: string | null;
  dueOn: LocalDate | null;
  isDue: boolean;
};

export type TripMonth = {
  month: string;
  counts: TripCounts | null;
  notices: readonly TripNotice[];
  etag: string;
};
export type OfferTrips = {
  offerId: string;
  name: string;
  months: readonly TripMonth[];
  total: TripYear;
  notices: readonly OfferNotice[];
};
export type Trips = { year: number; offers: readonly OfferTrips[] };

export type Demand = {
  leastShown: number;
  cells: readonly (DemandCell & { communeName: string })[];
};
