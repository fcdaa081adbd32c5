// On which half-days does a transport on demand that does not exist yet take people to a site, and back?
//
// From the commune to the site and back the same day, both rides within its hours, as GTFS-Flex reckons a ride: a
// wait, then a factor on the drive. Who knows the day before has booked.

import type { DaySite } from './day-sites.ts';
import { daysIn, type HalfDayMask } from './half-days.ts';
import { MOST_MINUTES_ONE_WAY, VISIT_MINUTES } from './no-car-bounds.ts';
import type { NoCarDesk } from './no-car-desk.ts';
import { halfDaysOf, type NoCarFacts, slotsBetween } from './no-car-model.ts';
import type { OnDemandChange } from './scenario-change.ts';
import type { Reason } from './scenario-trial.ts';

export type OnDemandService = {
  change: OnDemandChange;
  zone: ReadonlySet<string>;
  destinations: ReadonlySet<string>;
};

export const openService = (change: OnDemandChange): OnDemandService => ({
  change,
  zone: new Set(change.zone),
  destinations: new Set(change.destinations),
});

export function onDemandHalfDays(
  { change, zone, destinations }: OnDemandService,
  { facts, driveToSite, driveToPoint }: NoCarDesk,
  home: number,
  { insee, point, slots }: DaySite,
  number: number,
): HalfDayMask {
  const from = facts.homes[home]?.insee ?? '';
  if (insee === null || !destinations.has(insee) || !zone.has(from)) return 0;
  const { weekdays, fromMinute, toMinute, waitMinutes, durationFactor } = change;
  const drive = number < facts.sites.length ? driveToSite(home, number) : driveToPoint(home, point);
  if (drive === null) return 0;
  const ride = durationFactor * drive;
  if (waitMinutes + ride > MOST_MINUTES_ONE_WAY) return 0;
  const served = slotsBetween(fromMinute + ride, toMinute - ride - waitMinutes - VISIT_MINUTES);
  return halfDaysOf(slots.map((bits, day) => (weekdays.includes(day + 1) ? bits & served : 0)));
}

/** What keeps it from taking anybody to care. */
export function onDemandReason(
  { zone, destinations }: OnDemandChange,
  { homes }: Pick<NoCarFacts, 'homes'>,
  sites: readonly DaySite[],
): Reason {
  if (!homes.some(({ insee }) => zone.includes(insee))) return 'no_home';
  const isOpen = ({ insee, isOpen: open, slots }: DaySite): boolean =>
    open && insee !== null && destinations.includes(insee) && daysIn(halfDaysOf(slots)) > 0;
  return sites.some(isOpen) ? null : 'no_destination';
}
