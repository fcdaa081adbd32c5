// Where, and when, does each place of care receive people once the changes of a scenario are made?
//
// Those the server knows keep the ways it found. What it could not know (a place opened or moved, half-days added)
// is « fresh »: how one comes then is reckoned again, by the ways a scenario knows.

import { distanceMeters, type LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { slotsOfUsualHours, WEEK_DAYS } from './day-slots.ts';
import { type HalfDayMask, maskOf } from './half-days.ts';
import { halfDaysOf, type NoCarFacts, type NoCarSite } from './no-car-model.ts';
import type { ScenarioChange } from './scenario-change.ts';

export type DaySite = {
  point: LonLat;
  insee: Insee | null;
  isOpen: boolean;
  /** By weekday, half-hours at which it receives. */
  slots: readonly number[];
  /** Those of them the server knows nothing of. */
  fresh: readonly number[];
};

/** What became of the model by car: its supply by site, the numbers of the sites opened, the changes left out. */
export type SitesNow = {
  supply: ArrayLike<number>;
  opened: ReadonlyMap<string, number>;
  leftOut: ReadonlySet<number>;
};

const NOTHING: readonly number[] = Array.from({ length: WEEK_DAYS }, () => 0);

/** The sites of the facts, in their order, then those opened or moved. `notWeekly`: changes that make no day. */
export function daySites(
  facts: NoCarFacts,
  siteNumbers: ReadonlyMap<string, number>,
  changes: readonly ScenarioChange[],
  now: SitesNow,
): { sites: DaySite[]; notWeekly: number[] } {
  const sites = facts.sites.map((site) => knownSite(site, now.supply));
  const fresh = new Map<string, DaySite>();
  const notWeekly: number[] = [];
  const open = (id: string, at: LonLat, slots: readonly number[]): void => {
    const number = now.opened.get(id) ?? siteNumbers.get(id);
    if (number === undefined || !((now.supply[number] ?? 0) > 0)) return;
    fresh.set(id, { point: at, insee: communeAt(facts, at), isOpen: true, slots, fresh: slots });
  };
  for (const [number, change] of changes.entries()) {
    if (now.leftOut.has(number)) continue;
    switch (change.kind) {
      case 'open_site':
      case 'advanced_consultation':
      case 'teleconsultation_booth':
        open(change.id, change.at, slotsOfUsualHours(maskOf(change.halfDays)));
        break;
      case 'mobile_unit':
        for (const [i, { at, halfDays, everyWeeks }] of change.stops.entries()) {
          if (everyWeeks === 1) {
            open(`${change.id}#${i + 1}`, at, slotsOfUsualHours(maskOf(halfDays)));
          } else if (!notWeekly.includes(number)) notWeekly.push(number);
        }
        break;
      case 'move': {
        const from = siteNumbers.get(change.site);
        const slots = slotsOf(change.site, fresh, facts, sites, from);
        for (const known of from === undefined ? [] : numbersOf(facts, from)) {
          const whole = facts.sites[known]?.modelSites.every((each) => each === from) ?? false;
          const site = sites[known];
          if (whole && site !== undefined) sites[known] = { ...site, isOpen: false };
        }
        open(change.site, change.to, slots);
        break;
      }
      case 'extend_hours': {
        const held = fresh.get(change.site);
        if (held !== undefined) {
          const slots = added(held.slots, maskOf(change.halfDays));
          fresh.set(change.site, { ...held, slots, fresh: slots });
          break;
        }
        const from = siteNumbers.get(change.site);
        for (const known of from === undefined ? [] : numbersOf(facts, from)) {
          const site = sites[known];
          if (site === undefined) continue;
          const slots = added(site.slots, maskOf(change.halfDays));
          const more = slots.map((bits, day) => bits & ~(facts.sites[known]?.slots[day] ?? 0));
          sites[known] = { ...site, slots, fresh: more };
        }
        break;
      }
      default:
        break;
    }
  }
  return { sites: [...sites, ...fresh.values()], notWeekly };
}

/** Without a place in the model by car nothing can close it. */
function knownSite({ point, insee, slots, modelSites }: NoCarSite, supply: ArrayLike<number>) {
  const isOpen = modelSites.length === 0 || modelSites.some((number) => (supply[number] ?? 0) > 0);
  return { point, insee, isOpen, slots, fresh: NOTHING };
}

const numbersOf = ({ sites }: NoCarFacts, modelSite: number): number[] =>
  sites.flatMap(({ modelSites }, number) => (modelSites.includes(modelSite) ? [number] : []));

function slotsOf(
  id: string,
  fresh: ReadonlyMap<string, DaySite>,
  facts: NoCarFacts,
  sites: readonly DaySite[],
  modelSite: number | undefined,
): readonly number[] {
  const held = fresh.get(id);
  if (held !== undefined) return held.slots;
  const [known] = modelSite === undefined ? [] : numbersOf(facts, modelSite);
  return (known === undefined ? undefined : sites[known]?.slots) ?? NOTHING;
}

/** Half-days on which it received nobody get usual hours. */
function added(slots: readonly number[], mask: HalfDayMask): number[] {
  const more = slotsOfUsualHours(mask & ~halfDaysOf(slots));
  return slots.map((bits, day) => bits | (more[day] ?? 0));
}

/** A site may open in communes of the territory, at the point of one of their places. */
function communeAt({ homes }: NoCarFacts, at: LonLat): Insee | null {
  const near = homes.map(({ insee, point }) => ({ insee, meters: distanceMeters(point, at) }));
  return near.toSorted((a, b) => a.meters - b.meters)[0]?.insee ?? null;
}
