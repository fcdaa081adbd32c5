// One time a service comes to the person, or near: when, and where it stands.

import type { DayHours } from '#domain/directory/opening-hours.ts';

/** Where a service stands, when it is not the home. */
export type VisitPlace = {
  name: string;
  /** From the home as the crow flies; null: nobody knows where it is on the map. */
  crowMeters: number | null;
  inHomeCommune: boolean;
};

/** One day a service comes. Hours are those that can still be booked, in order. */
export type Visit = {
  date: string;
  hours: readonly DayHours[];
  /** Null: at home, by screen, or not known. */
  place: VisitPlace | null;
};
