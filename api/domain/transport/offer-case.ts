// A trip an organization replays before it publishes: an invented person, a place, a day and an hour.

import type { Insee } from '#domain/territory/territory.ts';
import type { Profile } from '#domain/transport/eligibility.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';

export type OfferCase = {
  homeInsee: Insee;
  /** Id of an entry of the directory. */
  entryId: string;
  /** ISO weekday of the appointment: the first one a week from the day it is tried. */
  weekday: number;
  /** Minutes from midnight. */
  minute: number;
  /** Null: not known. */
  lengthMinutes: number | null;
  profile: Profile;
  needs: readonly AccommodationCode[];
};

/** As it is kept and answered. */
export type CaseView = {
  id: string;
  label: string;
  subject: OfferCase;
  /** Null: no longer known. */
  homeName: string | null;
  careName: string | null;
  /** Sent back as If-Match. */
  etag: string;
};
