// Two people wrote the same offer: which document goes on, knowing what both began from?
//
// What only one of them changed is taken from them. What both changed, each in another way, is a conflict:
// somebody says which goes on.

import { diffDocuments, type FieldChange } from '#domain/transport/diff-documents.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { type Conflict, mergeValue, ROOT, type Side, UNKNOWN } from './merge-values.ts';
import { documentOf, type NamedDocument, nameDocument, stopOf } from './named-document.ts';

export type { Conflict, Side } from './merge-values.ts';

export type Writings = {
  /** What mine began from; null: no longer known, and everything that differs is asked. */
  base: OfferDocument | null;
  mine: OfferDocument;
  theirs: OfferDocument;
};

export type Merge = {
  document: OfferDocument;
  /** What was to be chosen; mine is taken where nothing was. */
  conflicts: readonly Conflict[];
};

/** `choices`: by the key of a conflict. */
export function mergeDocuments(
  { base, mine, theirs }: Writings,
  choices: ReadonlyMap<string, Side> = new Map(),
): Merge {
  const conflicts: Conflict[] = [];
  const [written, held] = [nameDocument(mine), nameDocument(theirs)];
  const was = base === null ? null : nameDocument(base);
  const three = { base: was ?? UNKNOWN, mine: written, theirs: held };
  const merged = mergeValue(three, ROOT, (conflict) => {
    conflicts.push(tellStops(conflict, [written, held]));
    return choices.get(conflict.key) ?? 'mine';
  });
  const others = [held, written, ...(was === null ? [] : [was])];
  return { document: documentOf(merged as NamedDocument, others), conflicts };
}

/** What the other person’s writing brings to mine without a question. */
export function broughtByOthers(writings: Writings): FieldChange[] {
  return diffDocuments(writings.mine, mergeDocuments(writings).document);
}

const STOP_ORDER = /^timetable\.(outward|back)\.stopIds$/;

/** Stops are told by their names. */
function tellStops(conflict: Conflict, documents: readonly NamedDocument[]): Conflict {
  if (!STOP_ORDER.test(conflict.label)) return conflict;
  const stops = documents.flatMap(({ timetable }) => timetable?.stops ?? []);
  const names = new Map(stops.map(({ id, name }) => [id, name]));
  const tell = (order: unknown) =>
    Array.isArray(order) ? order.map((call) => names.get(stopOf(call)) ?? stopOf(call)) : order;
  const { base, mine, theirs } = conflict;
  return { ...conflict, base: tell(base), mine: tell(mine), theirs: tell(theirs) };
}
