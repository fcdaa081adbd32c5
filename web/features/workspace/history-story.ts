// What does an entry of the history hold that people can read: a version, a note, fields that changed?

import type { ToldChange } from './change-words.ts';
import type { HistoryEntry } from './workspace-data.ts';

export type Story = {
  version: number | null;
  /** A note, the name of a new offer, the label of a case: in the words of who wrote it. */
  said: string | null;
  changes: readonly ToldChange[];
};

/** Entries are of several ages and kinds: what is not understood is left out. */
export function readStory({ before, after }: Pick<HistoryEntry, 'before' | 'after'>): Story {
  const version = fieldOf(after, 'version') ?? fieldOf(before, 'version');
  const said = ['note', 'name', 'label'].map(
    (name) => fieldOf(after, name) ?? fieldOf(before, name),
  );
  const text = said.find((each) => typeof each === 'string' && each !== '');
  return {
    version: typeof version === 'number' ? version : null,
    said: typeof text === 'string' ? text : null,
    changes: changesOf(fieldOf(after, 'changes')),
  };
}

function changesOf(told: unknown): ToldChange[] {
  const fields = fieldOf(told, 'fields');
  return Array.isArray(fields) ? fields.flatMap(readChange) : [];
}

function readChange(value: unknown): ToldChange[] {
  const [path, change] = [fieldOf(value, 'path'), fieldOf(value, 'change')];
  if (typeof path !== 'string' || !isChangeKind(change)) return [];
  const [before, after] = [fieldOf(value, 'before'), fieldOf(value, 'after')];
  return [{ path, label: labelOf(path), change, before: whole(before), after: whole(after) }];
}

function isChangeKind(value: unknown): value is ToldChange['change'] {
  return value === 'added' || value === 'removed' || value === 'changed' || value === 'order';
}

/** Long values are kept by their fingerprint: there is nothing to read in it. */
function whole(value: unknown): unknown {
  return typeof fieldOf(value, 'sha256') === 'string' ? '…' : value;
}

/** What follows one of these is the name of a thing in it, not a field. */
const LISTS = new Set([
  'patterns',
  'fares',
  'accommodations',
  'exceptions',
  'places',
  'points',
  'zones',
  'prices',
  'areas',
  'stops',
  'trips',
  'calendars',
]);

function labelOf(path: string): string {
  const segments = path.split('.');
  return segments.filter((_, rank) => !LISTS.has(segments[rank - 1] ?? '')).join('.');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
