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
  const roads = roadExtract(members, all).url;
  return [
    ...COMMUNE_FILES.map(national),
    ...NATIONAL_FILES.map(national),
    ...departementsOf(all).map((departement) => load('places', addressesUrl(departement))),
    ...sources.flatMap(({ name, defaultUrl }) =>
      defaultUrl === null ? [] : [load(name, defaultUrl)],
    ),
    ...(roads === null ? [] : [load('osm', roads)]),
  ];
}

/**
 * Roads come from one extract: that of most members. `elsewhere`: the extracts that hold the roads of
 * other communes around.
 */
export function roadExtract(
  members: readonly Member[],
  all: readonly Member[],
): { url: string | null; elsewhere: string[] } {
  const counts = new Map<string, number>();
  for (const { departement } of members) {
    const url = roadsUrl(departement);
    if (url !== null) counts.set(url, (counts.get(url) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const url = most?.[0] ?? null;
  const others = departementsOf(all).flatMap((departement) => roadsUrl(departement) ?? []);
  return { url, elsewhere: [...new Set(others)].filter((other) => other !== url) };
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
