// By which name is a thing of a list the same thing for two people who each wrote the list?

import { isObject, isSame, nameOf } from '#domain/transport/diff-documents.ts';

export type Named = ReadonlyMap<string, unknown>;

/** Lists in which the order says nothing. */
const SETS = new Set([
  'weekdays',
  'nthOfMonth',
  'insees',
  'channels',
  'allowed',
  'denied',
  'needIds',
  'territoryCodes',
  'sourceIds',
  'anyOf',
  'calls',
  'exceptions',
  'accommodations',
]);
/** What is new in these is a thing of its own, even under an id another person gave too. */
const NUMBERED = new Set(['patterns', 'trips', 'points', 'feederStops']);

export function isSet(label: string): boolean {
  return SETS.has(lastOf(label));
}

/** Null for lists whose things have no name: numbers of a position, stretches of hours. */
export function nameValues(list: readonly unknown[], label: string): Named | null {
  return nameLike(list, null, label);
}

/** As in `base` for what is as it was there, so that one taken away does not rename those after it. */
export function nameLike(
  list: readonly unknown[],
  base: Named | null,
  label: string,
): Named | null {
  const bare = list.map((each) => bareName(each, label));
  if (!bare.every((each) => each !== null)) return null;
  const given = new Map<number, string>();
  const taken = new Set<string>();
  const give = (rank: number, name: string) => {
    given.set(rank, name);
    taken.add(name);
  };
  for (const [rank, each] of list.entries()) {
    const found = [...(base ?? [])].find(
      ([name, value]) =>
        !taken.has(name) && isRankOf(name, bare[rank] ?? '') && isSame(value, each),
    );
    if (found !== undefined) give(rank, found[0]);
  }
  for (const [rank, name] of bare.entries()) {
    if (given.has(rank)) continue;
    let count = 1;
    while (taken.has(rankName(name, count))) count += 1;
    give(rank, rankName(name, count));
  }
  return new Map(list.map((each, rank) => [given.get(rank) ?? '', each]));
}

/** Mine, where both added something under one id: mine takes another. */
export function separateNew(mine: Named, theirs: Named, base: Named | null, label: string): Named {
  if (base === null || !NUMBERED.has(lastOf(label))) return mine;
  const used = new Set([...base.keys(), ...mine.keys(), ...theirs.keys()]);
  return new Map(
    [...mine].map(([name, thing]) => {
      const isNew = !base.has(name) && theirs.has(name) && !isSame(thing, theirs.get(name));
      if (!isNew || !isObject(thing)) return [name, thing];
      let count = 2;
      while (used.has(`${name}-${count}`)) count += 1;
      const id = `${name}-${count}`;
      used.add(id);
      return [id, { ...thing, id }];
    }),
  );
}

/** Whether somebody gave it its name: a kind or a price is no name. */
export function isNameGiven(thing: unknown): boolean {
  if (!isObject(thing)) return true;
  return ['id', 'code', 'date', 'name'].some((each) => typeof thing[each] === 'string');
}

/** In their order here, those `other` has too. */
export function keptOrder(named: Named, other: Named): readonly string[] {
  return [...named.keys()].filter((name) => other.has(name));
}

function bareName(value: unknown, label: string): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return isSet(label) ? String(value) : null;
  return isObject(value) ? nameOf(value) : null;
}

const rankName = (name: string, count: number) => (count === 1 ? name : `${name}~${count}`);

function isRankOf(ranked: string, name: string): boolean {
  return ranked === name || ranked.startsWith(`${name}~`);
}

function lastOf(label: string): string {
  return label.slice(label.lastIndexOf('.') + 1);
}
