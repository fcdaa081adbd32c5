// Which official files make a territory, in which order?

import type { RegisteredSource } from '#seeds/pipeline/register.ts';
import {
  addressesUrl,
  COMMUNE_FILES,
  communesOfDepartementUrl,
  NATIONAL_FILES,
  type NationalFile,
  roadsUrl,
} from '#seeds/territory/official-addresses.ts';
import { departementsOf, type Member } from '#seeds/territory/read-territory.ts';
import type { Load } from '#seeds/territory/run-load.ts';

type Sources = readonly RegisteredSource[];

/** Without them nothing else can be placed. */
export function communeLoads(sources: Sources, all: readonly Member[]): Load[] {
  return departementsOf(all).map((departement) => ({
    source: sourceNamed(sources, 'communes'),
    url: communesOfDepartementUrl(departement),
    feedId: `geo-api-${departement.toLowerCase()}`,
    only: all.filter((member) => member.departement === departement).map(({ insee }) => insee),
    asOf: null,
  }));
}

/** Files of the whole country keep what lies in the communes known here. */
export function otherLoads(
  sources: Sources,
  members: readonly Member[],
  all: readonly Member[],
): Load[] {
  const load = (word: string, url: string): Load => ({
    source: sourceNamed(sources, word),
    url,
    feedId: null,
    only: [],
    asOf: null,
  });
  const national = ({ word, url, ...file }: NationalFile) => ({ ...load(word, url), ...file });
  const [roads, ...moreRoads] = roadExtracts(members, all);
  return [
    ...COMMUNE_FILES.map(national),
    ...NATIONAL_FILES.map(national),
    ...departementsOf(all).map((departement) => load('places', addressesUrl(departement))),
    ...sources.flatMap(({ name, defaultUrl }) =>
      defaultUrl === null ? [] : [load(name, defaultUrl)],
    ),
    ...(roads === undefined ? [] : [{ ...load('osm', roads), moreUrls: moreRoads }]),
  ];
}

/** The extracts that hold the roads of all these communes, that of most members first. */
export function roadExtracts(members: readonly Member[], all: readonly Member[]): string[] {
  const counts = new Map<string, number>();
  for (const { departement } of members) {
    const url = roadsUrl(departement);
    if (url !== null) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  const own = [...counts].sort(([, a], [, b]) => b - a).map(([url]) => url);
  const others = departementsOf(all).flatMap((departement) => roadsUrl(departement) ?? []);
  return [...new Set([...own, ...others])];
}

/** Sources no file of which has an address: somebody must bring them. */
export function withoutAddress(sources: Sources): RegisteredSource[] {
  const known = new Set([
    ...['communes', 'places', 'osm', 'gtfs', 'gtfs-flex'],
    ...NATIONAL_FILES.map(({ word }) => word),
  ]);
  return sources.filter(({ name, defaultUrl }) => defaultUrl === null && !known.has(name));
}

export function sourceNamed(sources: Sources, name: string): RegisteredSource {
  const found = sources.find((source) => source.name === name);
  if (found === undefined) throw new Error(`The source « ${name} » is not registered`);
  return found;
}
