// Which trips does a way take: there, back, and those to fetch a hired vehicle and to bring it back?

import type { Hire, Trip } from '#domain/journey/journey.ts';

/** In order of time. */
export function tripsOf(way: {
  outbound: Trip;
  back: Trip | null;
  hire?: Pick<Hire, 'fetch' | 'bringBack'>;
}): Trip[] {
  const { outbound, back, hire } = way;
  const trips = [hire?.fetch ?? null, outbound, back, hire?.bringBack ?? null];
  return trips.filter((trip) => trip !== null);
}

export function tripMinutes({ departMinute, arriveMinute }: Trip): number {
  return departMinute === null || arriveMinute === null ? 0 : arriveMinute - departMinute;
}
