// What two people made of one value, knowing what it was: what only one of them changed is taken, the rest asked.

import { isObject, isSame } from '#domain/transport/diff-documents.ts';
import {
  isNameGiven,
  isSet,
  keptOrder,
  type Named,
  nameLike,
  nameValues,
  separateNew,
} from './merge-names.ts';
import { insertMissing } from './named-document.ts';

/** `both`: two things of a list that stand beside each other. */
export type Side = 'mine' | 'theirs' | 'both';

/** What is asked. Null: not there. */
export type Conflict = {
  /** Names the question: the same as long as it is the same field. */
  key: string;
  path: string;
  label: string;
  change: 'added' | 'removed' | 'changed' | 'order';
  /** Null when it is not known too. */
  base: unknown;
  mine: unknown;
  theirs: unknown;
  canBoth: boolean;
  /** The things of lists it is in, outermost first, with their rank from 0 in the merged list. */
  within: readonly { label: string; rank: number; thing: unknown }[];
};

/** What it was is not known: nothing can be taken without asking. */
export const UNKNOWN = Symbol('unknown');

export type Three = { base: unknown; mine: unknown; theirs: unknown };
type Place = { path: string; label: string; within: Conflict['within'] };
/** Answers for one question, after it was noted. */
export type Ask = (conflict: Conflict) => Side;

export const ROOT: Place = { path: '', label: '', within: [] };

export function mergeValue(three: Three, at: Place, ask: Ask): unknown {
  const { base, mine, theirs } = three;
  if (isSame(mine, theirs) || isSame(base, mine)) return theirs;
  if (isSame(base, theirs)) return mine;
  if (isObject(mine) && isObject(theirs) && isGoneInto(three)) {
    return mergeThings(mine, theirs, base, at, ask);
  }
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    const list = mergeLists(mine, theirs, Array.isArray(base) ? base : null, at, ask);
    if (list !== null) return list;
  }
  const { kept } = choose(three, at, ask);
  return kept;
}

/** Things of another kind have other fields; a zone made by a recipe is one with it. */
function isGoneInto({ base, mine, theirs }: Three): boolean {
  const hasRecipe = [base, mine, theirs].some((each) => isObject(each) && 'recipe' in each);
  return !hasRecipe && isObject(mine) && isObject(theirs) && mine['kind'] === theirs['kind'];
}

function choose(
  { base, mine, theirs }: Three,
  at: Place,
  ask: Ask,
  how: { canBoth?: boolean } = {},
): { kept: unknown; side: Side } {
  const side = ask({
    ...at,
    key: at.path,
    change: mine === null ? 'removed' : theirs === null ? 'added' : 'changed',
    base: base === UNKNOWN ? null : base,
    mine,
    theirs,
    canBoth: how.canBoth ?? false,
  });
  return { kept: side === 'theirs' ? theirs : mine, side };
}

type Thing = Readonly<Record<string, unknown>>;

function mergeThings(mine: Thing, theirs: Thing, base: unknown, at: Place, ask: Ask): Thing {
  const isKnown = isObject(base) && base['kind'] === mine['kind'];
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = keys.flatMap((key): [string, unknown][] => {
    const inner = { ...at, path: join(at.path, key), label: join(at.label, key) };
    const three = {
      base: isKnown ? (base[key] ?? null) : UNKNOWN,
      mine: mine[key] ?? null,
      theirs: theirs[key] ?? null,
    };
    const value = mergeValue(three, inner, ask);
    // A field that is absent stays so; one that is null stays null.
    const isKept = value !== null || theirs[key] === null || mine[key] === null;
    return isKept ? [[key, value]] : [];
  });
  return Object.fromEntries(merged);
}

/** Null: nothing names what is in these lists, they are taken whole. */
function mergeLists(
  mine: readonly unknown[],
  theirs: readonly unknown[],
  base: readonly unknown[] | null,
  at: Place,
  ask: Ask,
): readonly unknown[] | null {
  const was = base === null ? null : nameValues(base, at.label);
  const written = nameLike(mine, was, at.label);
  const held = nameLike(theirs, was, at.label);
  if (written === null || held === null || (base !== null && was === null)) return null;
  if (isSentences(at.label) && mine.length === theirs.length && base?.length === mine.length) {
    return mine.map((each, rank) =>
      mergeValue(
        { base: base[rank], mine: each, theirs: theirs[rank] },
        { ...at, path: `${at.path}.${rank + 1}` },
        ask,
      ),
    );
  }
  return mergeNamed(separateNew(written, held, was, at.label), held, was, at, ask);
}

function mergeNamed(
  mine: Named,
  theirs: Named,
  base: Named | null,
  at: Place,
  ask: Ask,
): readonly unknown[] {
  const isMineFirst = orderOf(mine, theirs, base, at, ask) === 'mine';
  const [first, second] = isMineFirst ? [mine, theirs] : [theirs, mine];
  const names = insertMissing([...first.keys()], [...second.keys()]);
  const merged: unknown[] = [];
  for (const name of names) {
    const [written, held] = [mine.get(name) ?? null, theirs.get(name) ?? null];
    const thing = written ?? held;
    const within = [...at.within, { label: at.label, rank: merged.length, thing }];
    const inner = { path: `${at.path}.${name}`, label: at.label, within };
    const was = base === null ? UNKNOWN : (base.get(name) ?? null);
    const isNew = was === null && written !== null && held !== null && !isSame(written, held);
    if (isNew && !isNameGiven(thing)) {
      // Two additions that only their kind names may be one thing or two.
      const three = { base: null, mine: written, theirs: held };
      const { kept, side } = choose(three, { ...inner, within: at.within }, ask, {
        canBoth: true,
      });
      merged.push(...(side === 'both' ? [held, written] : [kept]));
      continue;
    }
    const isWhole = written === null || held === null;
    const place = isWhole ? { ...inner, within: at.within } : inner;
    const three = { base: isNew ? UNKNOWN : was, mine: written, theirs: held };
    const value = mergeValue(three, place, ask);
    if (value !== null) merged.push(value);
  }
  return isSet(at.label) && merged.every((each) => typeof each === 'number')
    ? merged.toSorted((a, b) => Number(a) - Number(b))
    : merged;
}

/** Whose order goes on: of who moved something. */
function orderOf(mine: Named, theirs: Named, base: Named | null, at: Place, ask: Ask): Side {
  const [written, held] = [keptOrder(mine, theirs), keptOrder(theirs, mine)];
  if (isSet(at.label) || isSame(written, held)) return 'theirs';
  if (base !== null && isSame(keptOrder(mine, base), keptOrder(base, mine))) return 'theirs';
  if (base !== null && isSame(keptOrder(theirs, base), keptOrder(base, theirs))) return 'mine';
  return ask({
    ...at,
    key: `${at.path}#order`,
    change: 'order',
    base: base === null ? null : [...base.keys()],
    mine: [...mine.keys()],
    theirs: [...theirs.keys()],
    canBoth: false,
  });
}

/** The same number of sentences: each stays in its place. */
function isSentences(label: string): boolean {
  return label === 'offer.conditions' || label === 'offer.booking.toSay';
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
