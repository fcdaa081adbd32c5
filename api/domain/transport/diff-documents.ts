// What differs between two states of an offer, field by field? Things that have a name keep it when moved.

import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { type FieldStep, stepOf } from '#domain/transport/offer-steps.ts';

/**
 * `path` names the field, things in lists by their own name: `offer.patterns.p1.maxKm`. `label` is the
 * same without those names: what a dictionary knows. Null: not there. `order`: the same things, moved.
 */
export type FieldChange = {
  path: string;
  step: FieldStep;
  label: string;
  change: 'added' | 'removed' | 'changed' | 'order';
  before: unknown;
  after: unknown;
};

/** Where a fact was read is not what an organization edits. */
const LEFT_OUT = new Set(['provenance', 'sourceIds', 'schema']);
/** What names a thing in a list, by preference. */
const NAMES = ['id', 'code', 'date', 'name', 'kind'] as const;

type Place = { path: string; label: string };
type Dictionary = Readonly<Record<string, unknown>>;

export function diffDocuments(before: OfferDocument, after: OfferDocument): FieldChange[] {
  return diffValues(before, after, { path: '', label: '' });
}

/** Whether two states say the same, wherever their facts were read. */
export function isSameDocument(before: OfferDocument, after: OfferDocument): boolean {
  return diffDocuments(before, after).length === 0;
}

function diffValues(before: unknown, after: unknown, at: Place): FieldChange[] {
  if (isSame(before, after)) return [];
  if (isObject(before) && isObject(after) && before['kind'] === after['kind']) {
    return diffObjects(before, after, at);
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, fresh] = [namesOf(before), namesOf(after)];
    if (old !== null && fresh !== null) return diffLists(old, fresh, at);
  }
  return [changeOf(at, 'changed', before, after)];
}

function diffObjects(before: Dictionary, after: Dictionary, at: Place): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => !LEFT_OUT.has(key))
    .flatMap((key) => {
      // The keys of recipes are names, not words.
      const place =
        at.label === 'areas'
          ? { path: `${at.path}.${key}`, label: at.label }
          : { path: join(at.path, key), label: join(at.label, key) };
      return diffValues(before[key] ?? null, after[key] ?? null, place);
    });
}

function diffLists(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  at: Place,
): FieldChange[] {
  const placeOf = (name: string) => ({ path: `${at.path}.${name}`, label: at.label });
  const removed = [...before]
    .filter(([name]) => !after.has(name))
    .map(([name, value]) => changeOf(placeOf(name), 'removed', value, null));
  const others = [...after].flatMap(([name, value]) =>
    before.has(name)
      ? diffValues(before.get(name), value, placeOf(name))
      : [changeOf(placeOf(name), 'added', null, value)],
  );
  const keptBefore = [...before.keys()].filter((name) => after.has(name));
  const keptAfter = [...after.keys()].filter((name) => before.has(name));
  const moved = isSame(keptBefore, keptAfter)
    ? []
    : [changeOf(at, 'order', [...before.keys()], [...after.keys()])];
  return [...removed, ...others, ...moved];
}

/** Null for lists of plain values, and of things without a name: those are compared whole. */
function namesOf(list: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  const named = new Map<string, unknown>();
  for (const each of list) {
    const name = isObject(each) ? nameOf(each) : null;
    if (name === null) return null;
    let rank = 1;
    while (named.has(rank === 1 ? name : `${name}~${rank}`)) rank += 1;
    named.set(rank === 1 ? name : `${name}~${rank}`, each);
  }
  return named;
}

/** What names a thing in a list; null: nothing does. */
export function nameOf(thing: Dictionary): string | null {
  const key = NAMES.find((each) => typeof thing[each] === 'string');
  return key === undefined ? null : String(thing[key]);
}

function changeOf(
  { path, label }: Place,
  change: FieldChange['change'],
  before: unknown,
  after: unknown,
): FieldChange {
  return { path, step: stepOf(path), label, change, before, after };
}

/** Same content, whatever the order of the fields; a field not there is null. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => LEFT_OUT.has(key) || isSame(a[key] ?? null, b[key] ?? null));
}

export function isObject(value: unknown): value is Dictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
