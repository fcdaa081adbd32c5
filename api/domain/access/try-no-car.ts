// On which half-days can people of each commune go to care without a car, once the changes of a scenario are made?
//
// Sites the server knows keep the ways it found; those that close are replaced by the next it knows. Over them: rides
// of transports on demand that do not exist yet, and direct rides of lines added or re-timed. A half-day is lost by
// a line only when its best way was by a timetable and nothing else known makes it possible.

import { distanceMeters } from '#domain/geo.ts';
import { type DaySite, daySites, type SitesNow } from './day-sites.ts';
import { pairOf, type Rides, type RidesByPair, rideHalfDays } from './direct-rides.ts';
import type { HalfDayMask } from './half-days.ts';
import { changeLines } from './line-changes.ts';
import type { NoCarDesk } from './no-car-desk.ts';
import { halfDaysOf } from './no-car-model.ts';
import {
  type OnDemandService,
  onDemandHalfDays,
  onDemandReason,
  openService,
} from './on-demand-days.ts';
import type { ScenarioChange } from './scenario-change.ts';
import type { Reason } from './scenario-trial.ts';

/** Who reaches a place of care reaches what is this near to it. */
const SAME_PLACE_METERS = 300;

export type NoCarTrial = {
  /** By home. */
  after: Uint16Array;
  leftOut: { change: number; reason: Exclude<Reason, null> }[];
};

type Trial = {
  desk: NoCarDesk;
  sites: readonly DaySite[];
  /** Pairs of homes and sites of the facts with a line that changed, as they are now. */
  rides: RidesByPair;
  /** By home × fresh sites, of all lines as they are now. */
  freshRides: RidesByPair;
  fresh: readonly DaySite[];
  /** Pairs a line that is added serves: any site it leads to is worth going to. */
  addedPairs: ReadonlySet<number>;
  services: readonly OnDemandService[];
};

export function tryNoCar(
  desk: NoCarDesk,
  siteNumbers: ReadonlyMap<string, number>,
  changes: readonly ScenarioChange[],
  now: SitesNow,
): NoCarTrial {
  const { sites, notWeekly } = daySites(desk.facts, siteNumbers, changes, now);
  const fresh = sites.filter((site) => site.isOpen && halfDaysOf(site.fresh) !== 0);
  const lines = changeLines(desk, changes, sites, fresh);
  const services = changes.flatMap((change) =>
    change.kind === 'add_on_demand' ? [openService(change)] : [],
  );
  const trial: Trial = { desk, sites, fresh, services, ...lines };
  const leftOut = changes.flatMap((change, i) => {
    const reason =
      change.kind === 'add_on_demand'
        ? onDemandReason(change, desk.facts, sites)
        : notWeekly.includes(i)
          ? 'not_weekly'
          : (lines.reasons.get(i) ?? null);
    return reason === null ? [] : [{ change: i, reason }];
  });
  return { leftOut, after: Uint16Array.from(desk.reached, (_, home) => weekAfter(trial, home)) };
}

function weekAfter(trial: Trial, home: number): HalfDayMask {
  let mask = 0;
  for (const [site, stored] of sitesThatCount(trial, home)) {
    mask |= storedAfter(trial, home, site, stored);
  }
  for (const [number, site] of trial.fresh.entries()) {
    mask |= freshHalfDays(trial, home, site, number);
  }
  const count = trial.desk.facts.sites.length;
  for (const [number, site] of trial.sites.entries()) {
    if (!site.isOpen) continue;
    for (const service of trial.services) {
      mask |= onDemandHalfDays(service, trial.desk, home, site, number);
    }
    const pair = pairOf(home, number, count);
    if (number < count && trial.addedPairs.has(pair)) {
      mask |= rideHalfDays(trial.rides.get(pair), site.slots) & ~ridesBefore(trial, pair, site);
    }
  }
  return mask;
}

/** Those that make days useful and stay open; as many of the next ones as closed. */
function* sitesThatCount(
  { desk, sites }: Trial,
  home: number,
): Generator<readonly [site: number, stored: HalfDayMask]> {
  let room = 0;
  for (const { item, mask, counts } of desk.reached[home] ?? []) {
    const isOpen = sites[item]?.isOpen === true;
    if (counts && !isOpen) room += 1;
    if (!isOpen || (!counts && room === 0)) continue;
    if (!counts) room -= 1;
    yield [item, mask];
  }
}

function storedAfter(trial: Trial, home: number, number: number, stored: HalfDayMask): HalfDayMask {
  const { desk, sites, rides } = trial;
  const pair = pairOf(home, number, desk.facts.sites.length);
  const site = sites[number];
  const now = rides.get(pair);
  if (site === undefined || now === undefined) return stored;
  const before = ridesBefore(trial, pair, site);
  const after = rideHalfDays(now, site.slots);
  const byLine = desk.facts.homes[home]?.lineMask ?? 0;
  const lost = desk.isWalked(home, site.point) ? 0 : before & ~after & byLine;
  return (stored & ~lost) | (after & ~before);
}

const ridesBefore = ({ desk }: Trial, pair: number, { slots }: DaySite): HalfDayMask =>
  rideHalfDays(desk.rides.get(pair), slots);

/** On foot, as one reaches what is beside it, or by a line without change. */
function freshHalfDays(
  { desk, freshRides, fresh }: Trial,
  home: number,
  { point, fresh: slots }: DaySite,
  number: number,
): HalfDayMask {
  const open = halfDaysOf(slots);
  if (desk.isWalked(home, point)) return open;
  const beside = (desk.elsewhere[home] ?? []).reduce((all, { item, mask }) => {
    const at = desk.facts.points[item];
    const isBeside = at !== undefined && distanceMeters(at, point) <= SAME_PLACE_METERS;
    return isBeside ? all | mask : all;
  }, 0);
  const rides: Rides | undefined = freshRides.get(pairOf(home, number, fresh.length));
  return (beside & open) | rideHalfDays(rides, slots);
}
