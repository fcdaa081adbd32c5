// How does a page of results say where the next one starts?

import { AppError } from '#domain/error.ts';

/** The order key and the id of the last row shown. */
export type SearchCursor<Key> = { key: Key; id: string };

export function writeCursor({ key, id }: SearchCursor<string | number>): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** `kind` is that of the order: a distance or a name. Throws `bad_request` on anything else. */
export function readCursor(text: string | null, kind: 'number'): SearchCursor<number> | null;
export function readCursor(text: string | null, kind: 'string'): SearchCursor<string> | null;
export function readCursor(
  text: string | null,
  kind: 'number' | 'string',
): SearchCursor<unknown> | null {
  if (text === null) return null;
  const [key, id, ...others] = parse(text);
  if (others.length > 0 || typeof key !== kind || typeof id !== 'string') {
    throw new AppError('bad_request', 'The cursor is not the nextCursor of this search.', {
      details: [{ field: 'cursor', expected: 'nextCursor of the page before', received: text }],
    });
  }
  return { key, id };
}

function parse(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
