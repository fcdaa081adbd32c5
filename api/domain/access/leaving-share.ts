// Which share of the consultations people have rests on general practitioners who said that they leave, by commune?
//
// In the two steps of access, what a site gives to a place is its supply times what does not depend on it: the share
// is the access of those who leave, over the access of all. Private to the organization that was told.
//
// The places, the sites and the times are public: from shares, one could find again who leaves. They are therefore
// read by nobody else; and where fewer than three practise in reach, a share would be said of somebody: it is hidden.

import type { Insee } from '#domain/territory/territory.ts';
import type { DecayTable } from './decay.ts';
import type { Departure } from './departures.ts';
import { LEAST_PEOPLE, type ValueState } from './figures.ts';
import type { GroundCommune, GroundPractitioner, GroundSite } from './ground.ts';
import type { GroundPlace } from './ground-places.ts';
import type { TravelPairs } from './travel-pairs.ts';
import { twoStep } from './two-step.ts';

/** Of fewer practitioners in reach, nothing is told. */
export const LEAST_PRACTITIONERS = 3;

/** `value` from 0 to 1. */
export type Share = { value: number | null; state: ValueState };
export type CommuneShare = Share & { insee: Insee; name: string; population: number };

export type LeavingShares = {
  /** Departures of people who practise in the territory or around it. */
  counted: number;
  /** Departures of people no place is known of: they are in no share. */
  elsewhere: number;
  territory: Share;
  /** Those of the territory, in order of their codes. */
  communes: readonly CommuneShare[];
};

export type LeavingQuestion = {
  communes: readonly GroundCommune[];
  places: readonly GroundPlace[];
  sites: readonly Pick<GroundSite, 'practitioners' | 'heads'>[];
  /** By car, from `places` to `sites`. */
  pairs: TravelPairs;
  table: DecayTable;
  departures: readonly Departure[];
};

const HIDDEN: Share = { value: null, state: 'suppressed' };

export function gpLeavingShares(question: LeavingQuestion): LeavingShares {
  const { communes, places, sites, pairs, table, departures } = question;
  const told = new Set(departures.map(({ entryId }) => entryId));
  const named = sites.flatMap(({ practitioners }) => practitioners.filter(isGp));
  const found = named.filter(({ entryId }) => told.has(entryId));
  /** Who leaves leaves all their practices. */
  const leavers = new Set(found.map(personOf));
  const leaving = Float64Array.from(sites, ({ practitioners }) =>
    practitioners
      .filter((each) => isGp(each) && leavers.has(personOf(each)))
      .reduce((sum, { share }) => sum + share, 0),
  );
  const heads = Float64Array.from(sites, (site) => site.heads.gp ?? 0);
  const demand = Float64Array.from(places, (place) => place.demand);
  const all = twoStep(pairs, table, demand, heads).access;
  const gone = twoStep(pairs, table, demand, leaving).access;
  const reached = sitesInReach(pairs, table, heads);
  const shareOf = (numbers: readonly number[]): Share => {
    const weigh = (access: Float64Array) =>
      numbers.reduce((sum, place) => sum + (access[place] ?? 0) * (demand[place] ?? 0), 0);
    const whole = weigh(all);
    if (whole === 0) return { value: null, state: 'none_in_reach' };
    const near = new Set(numbers.flatMap((place) => reached.get(place) ?? []));
    const people = countPeople([...near].flatMap((site) => sites[site] ?? []));
    if (people < LEAST_PRACTITIONERS) return HIDDEN;
    return { value: weigh(gone) / whole, state: 'value' };
  };
  const inside = communes.filter(({ isInside }) => isInside);
  const numbersOf = Map.groupBy(places.keys(), (place) => places[place]?.insee ?? '');
  return {
    counted: leavers.size,
    elsewhere: told.size - found.length,
    territory: shareOf(inside.flatMap(({ insee }) => numbersOf.get(insee) ?? [])),
    communes: inside
      .map(({ insee, name, population }) => ({
        ...{ insee, name, population },
        ...(population < LEAST_PEOPLE ? HIDDEN : shareOf(numbersOf.get(insee) ?? [])),
      }))
      .toSorted((a, b) => (a.insee < b.insee ? -1 : 1)),
  };
}

const isGp = ({ kind }: GroundPractitioner): boolean => kind === 'gp';
const personOf = ({ personId, entryId }: GroundPractitioner): string => personId ?? entryId;

/** Each once, whatever part of their time they give where: those named, or as many as were counted. */
function countPeople(sites: LeavingQuestion['sites']): number {
  const people = new Set(
    sites.flatMap(({ practitioners }) => practitioners.filter(isGp).map(personOf)),
  );
  const counted = sites
    .filter(({ practitioners }) => !practitioners.some(isGp))
    .reduce((sum, { heads }) => sum + Math.floor(heads.gp ?? 0), 0);
  return people.size + counted;
}

/** By place, the sites with supply that count there at all. */
function sitesInReach(
  { siteStarts, places, tenths, siteCount }: TravelPairs,
  table: DecayTable,
  supply: Float64Array,
): ReadonlyMap<number, number[]> {
  const reached = new Map<number, number[]>();
  for (let site = 0; site < siteCount; site++) {
    if (!((supply[site] ?? 0) > 0)) continue;
    for (let k = siteStarts[site] ?? 0; k < (siteStarts[site + 1] ?? 0); k++) {
      if (!((table[tenths[k] ?? 0] ?? 0) > 0)) continue;
      const place = places[k] ?? 0;
      const own = reached.get(place);
      if (own === undefined) reached.set(place, [site]);
      else own.push(site);
    }
  }
  return reached;
}
