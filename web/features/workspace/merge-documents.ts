// Two people wrote the same offer: which of the two documents, field by field, goes on?
//
// Every difference has a name (see `diffDocuments`); the choice of a name puts that field of one document in
// the other, whatever else they differ by.

import { diffDocuments, type FieldChange } from '#domain/transport/diff-documents.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';

export type Side = 'mine' | 'theirs';

/** `before` is theirs, `after` mine. */
export function conflictsOf(theirs: OfferDocument, mine: OfferDocument): FieldChange[] {
  return diffDocuments(theirs, mine);
}

/**
 * Theirs, with the fields chosen of mine. What is put back cannot always stand beside the rest (a thing
 * one removed, in a list the other moved): it is then the nearest to what was chosen, and is checked
 * like any other document.
 */
export function mergeDocuments(
  theirs: OfferDocument,
  mine: OfferDocument,
  choices: ReadonlyMap<string, Side>,
): OfferDocument {
  const chosen = new Set(
    conflictsOf(theirs, mine)
      .filter(({ path, change }) => choices.get(keyOf({ path, change })) === 'mine')
      .map(keyOf),
  );
  return mergeValue(theirs, mine, '', chosen) as OfferDocument;
}

/** A list can both have changed and be in another order: two differences, one path. */
export function keyOf({ path, change }: Pick<FieldChange, 'path' | 'change'>): string {
  return change === 'order' ? `${path}#order` : path;
}

type Thing = Readonly<Record<string, unknown>>;

/** As differences are found: what differs whole is taken whole, the rest is gone into. */
function mergeValue(
  theirs: unknown,
  mine: unknown,
  path: string,
  chosen: ReadonlySet<string>,
): unknown {
  if (chosen.has(path)) return mine;
  if (isThing(theirs) && isThing(mine) && theirs['kind'] === mine['kind']) {
    return mergeThings(theirs, mine, path, chosen);
  }
  if (Array.isArray(theirs) && Array.isArray(mine)) {
    const [held, written] = [namesOf(theirs), namesOf(mine)];
    if (held !== null && written !== null) return mergeLists(held, written, path, chosen);
  }
  return theirs;
}

function mergeThings(theirs: Thing, mine: Thing, path: string, chosen: ReadonlySet<string>): Thing {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged: [string, unknown][] = keys.flatMap((key): [string, unknown][] => {
    const inner = path === '' ? key : `${path}.${key}`;
    const value = mergeValue(theirs[key] ?? null, mine[key] ?? null, inner, chosen);
    // A field that is absent stays so; one that is null stays null.
    const isKept = value !== null || theirs[key] === null || mine[key] === null;
    return isKept ? [[key, value]] : [];
  });
  return Object.fromEntries(merged);
}

function mergeLists(
  theirs: ReadonlyMap<string, unknown>,
  mine: ReadonlyMap<string, unknown>,
  path: string,
  chosen: ReadonlySet<string>,
): unknown[] {
  const at = (name: string) => `${path}.${name}`;
  const isMineFirst = chosen.has(`${path}#order`);
  const [first, second] = isMineFirst ? [mine, theirs] : [theirs, mine];
  const names = inOrder([...first.keys()], [...second.keys()]);
  return names.flatMap((name) => {
    const isChosen = chosen.has(at(name));
    if (!theirs.has(name)) return isChosen ? [mine.get(name)] : [];
    if (!mine.has(name)) return isChosen ? [] : [theirs.get(name)];
    return [mergeValue(theirs.get(name), mine.get(name), at(name), chosen)];
  });
}

/** The order of the first; what only the second has comes after the one it follows there. */
function inOrder(first: readonly string[], second: readonly string[]): string[] {
  const names = [...first];
  for (const [rank, name] of second.entries()) {
    if (names.includes(name)) continue;
    const before = second[rank - 1];
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, name);
  }
  return names;
}

/** What names a thing in a list, as differences name it; null for lists compared whole. */
function namesOf(list: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  const named = new Map<string, unknown>();
  for (const each of list) {
    const name = isThing(each) ? nameOf(each) : null;
    if (name === null) return null;
    let rank = 1;
    while (named.has(rank === 1 ? name : `${name}~${rank}`)) rank += 1;
    named.set(rank === 1 ? name : `${name}~${rank}`, each);
  }
  return named;
}

function nameOf(thing: Thing): string | null {
  const key = ['id', 'code', 'date', 'name', 'kind'].find(
    (each) => typeof thing[each] === 'string',
  );
  return key === undefined ? null : String(thing[key]);
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
