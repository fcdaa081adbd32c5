// The history of a workspace as people read it: the saves of one person in a row are told as one.

import type { HistoryEntry } from '#db/queries/workspace/list-history.ts';
import { isoOf } from './present-offer.ts';

/** A pause this long between two saves makes two stories. */
const PAUSE_MS = 10 * 60_000;

export type ToldEntry = {
  position: number;
  at: string;
  actor: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  /** How many saves are told as one; 1 for anything else. */
  saves: number;
};

export type ToldHistory = { entries: ToldEntry[]; next: number | null };

/** `found` newest first, at most `limit`: as many say that there may be more. */
export function tellHistory(found: readonly HistoryEntry[], limit: number): ToldHistory {
  const entries: ToldEntry[] = [];
  let oldest: HistoryEntry | null = null;
  for (const entry of found) {
    const told = entries.at(-1);
    if (told !== undefined && oldest !== null && isSameStory(oldest, entry)) {
      told.before = entry.before;
      told.after = withEarlier(told.after, entry.after);
      told.saves += 1;
    } else {
      const { position, action, subjectKind, subjectId, before, after } = entry;
      const at = isoOf(entry.at) ?? '';
      const actor = entry.actorName;
      entries.push({
        position,
        at,
        actor,
        action,
        subjectKind,
        subjectId,
        before,
        after,
        saves: 1,
      });
    }
    oldest = entry;
  }
  return { entries, next: found.length < limit ? null : (oldest?.position ?? null) };
}

function isSameStory(later: HistoryEntry, earlier: HistoryEntry): boolean {
  return (
    later.action === 'draft_saved' &&
    earlier.action === 'draft_saved' &&
    later.subjectId === earlier.subjectId &&
    later.actorId === earlier.actorId &&
    later.at.getTime() - earlier.at.getTime() <= PAUSE_MS
  );
}

type Field = { path: string; change: string; before: unknown; after: unknown };

/** Each field from what it first was to what it last became. */
function withEarlier(later: unknown, earlier: unknown): unknown {
  const [last, first] = [fieldsOf(later), fieldsOf(earlier)];
  const byPath = new Map(first.map((field) => [field.path, field]));
  for (const field of last) {
    const known = byPath.get(field.path);
    byPath.set(field.path, known === undefined ? field : { ...field, before: known.before });
  }
  const changes = { fields: [...byPath.values()], leftOut: leftOutOf(later) + leftOutOf(earlier) };
  return { ...(typeof later === 'object' ? later : {}), changes };
}

function changesOf(after: unknown): unknown {
  return typeof after === 'object' && after !== null ? Reflect.get(after, 'changes') : null;
}

function fieldsOf(after: unknown): readonly Field[] {
  const changes = changesOf(after);
  if (typeof changes !== 'object' || changes === null) return [];
  const fields: unknown = Reflect.get(changes, 'fields');
  return Array.isArray(fields) ? (fields as readonly Field[]) : [];
}

function leftOutOf(after: unknown): number {
  const changes = changesOf(after);
  if (typeof changes !== 'object' || changes === null) return 0;
  return Number(Reflect.get(changes, 'leftOut') ?? 0);
}
