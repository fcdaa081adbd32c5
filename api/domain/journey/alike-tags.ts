// Two offers that take as long to the same stops: one search answers for both.

import { keyOf } from '#domain/journey/keep-last.ts';
import { once } from '#domain/journey/once.ts';
import type { TaggedStop, TransitQuery } from '#domain/journey/transit-query.ts';
import type { Departure, TransitJourney } from '#domain/journey/transit-search.ts';

type Tags = Pick<TransitJourney, 'sourceTag' | 'targetTag'>;

/** A query that holds each list of stops once, and how to tell what it finds of every tag. */
export type AlikeTags<Query> = {
  query: Query;
  /** In the order of the pairs of the whole query; asked again, the same objects for the same ones. */
  expand: (found: readonly TransitJourney[]) => TransitJourney[];
  expandDepartures: (found: readonly Departure[]) => Departure[];
};

export function alikeTags<Query extends Pick<TransitQuery, 'sources' | 'targets'>>(
  query: Query,
): AlikeTags<Query> {
  const [sources, targets] = [firstAlike(query.sources), firstAlike(query.targets)];
  const isFirst = (firsts: ReadonlyMap<string, string>) => (stop: TaggedStop) =>
    firsts.get(stop.tag) === stop.tag;
  const made = new Map<TransitJourney, Map<string, TransitJourney>>();
  const told = (one: TransitJourney, tags: Tags): TransitJourney => {
    if (areOf(one, tags)) return one;
    const known = made.get(one) ?? new Map<string, TransitJourney>();
    made.set(one, known);
    const key = pairKey(tags);
    const copy = known.get(key) ?? { ...one, ...tags };
    known.set(key, copy);
    return copy;
  };
  const spread = <One extends Tags>(
    found: readonly One[],
    copyOf: (one: One, tags: Tags) => One,
  ): One[] => {
    const byPair = Map.groupBy(found, pairKey);
    return [...sources].flatMap(([sourceTag, source]) =>
      [...targets].flatMap(([targetTag, target]) => {
        const alike = byPair.get(pairKey({ sourceTag: source, targetTag: target })) ?? [];
        return alike.map((one) => copyOf(one, { sourceTag, targetTag }));
      }),
    );
  };
  return {
    query: {
      ...query,
      sources: query.sources.filter(isFirst(sources)),
      targets: query.targets.filter(isFirst(targets)),
    },
    expand: (found) => spread(found, told),
    expandDepartures: (found) =>
      spread(found, (one, tags) => {
        if (areOf(one, tags)) return one;
        const journey = once(() => {
          const first = one.journey();
          return first && told(first, tags);
        });
        return { ...one, ...tags, journey };
      }),
  };
}

/** By tag, in their order: the first whose stops are as far. */
function firstAlike(stops: readonly TaggedStop[]): Map<string, string> {
  const firsts = new Map<string, string>();
  return new Map(
    [...Map.groupBy(stops, ({ tag }) => tag)].map(([tag, own]) => {
      const key = keyOf(own);
      const first = firsts.get(key) ?? tag;
      firsts.set(key, first);
      return [tag, first];
    }),
  );
}

function areOf(one: Tags, { sourceTag, targetTag }: Tags): boolean {
  return one.sourceTag === sourceTag && one.targetTag === targetTag;
}

function pairKey({ sourceTag, targetTag }: Tags): string {
  return `${sourceTag} > ${targetTag}`;
}
