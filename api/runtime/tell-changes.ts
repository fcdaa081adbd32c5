// What does the history keep of an edit: every field it touched, long values by their fingerprint.

import { createHash } from 'node:crypto';
import { diffDocuments } from '#domain/transport/diff-documents.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';

const MOST_FIELDS = 200;
/** A price, a window, a sentence are kept whole; the points of a drawn zone are in the document. */
const MOST_CHARACTERS = 2000;

export type ToldChange = { path: string; change: string; before: unknown; after: unknown };
export type ToldChanges = { fields: readonly ToldChange[]; leftOut: number };

export function tellChanges(before: OfferDocument | null, after: OfferDocument): ToldChanges {
  const changes = before === null ? [] : diffDocuments(before, after);
  return {
    fields: changes.slice(0, MOST_FIELDS).map(({ path, change, ...values }) => ({
      path,
      change,
      before: shortened(values.before),
      after: shortened(values.after),
    })),
    leftOut: Math.max(0, changes.length - MOST_FIELDS),
  };
}

/** The same for the same content, whatever the order of its fields: kept in the history, it proves a document. */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function shortened(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null';
  if (text.length <= MOST_CHARACTERS) return value;
  return { characters: text.length, sha256: fingerprintOf(value) };
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${fields.join(',')}}`;
}
