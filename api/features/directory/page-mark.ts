// Where does the next page start? In an opaque text, so that the order, the hour and the total stay
// those of the first page.

import { z } from 'zod';
import { AppError } from '#domain/error.ts';
import type { Moment } from '#domain/time.ts';
import { isDate } from '#domain/time.ts';
import { MAX_RADIUS_METERS } from './contract.ts';

export type PageMark = {
  /** Cursor of the ranked window in the database; null for the first. */
  window: string | null;
  /** First entry of the page within the ranked window. */
  offset: number;
  at: Moment;
  radiusMeters: number;
  total: number;
  widened: boolean;
};

const markSchema = z.tuple([
  z.string().max(400).nullable(),
  z.int().min(0).max(1000),
  z.string().refine(isDate),
  z.int().min(0).max(1439),
  z.int().min(1).max(MAX_RADIUS_METERS),
  z.int().min(0),
  z.boolean(),
]);

export function writePageMark(mark: PageMark): string {
  const { window, offset, at, radiusMeters, total, widened } = mark;
  const parts = [window, offset, at.date, at.minute, radiusMeters, total, widened];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Throws `bad_request` when the text is not one of ours. */
export function readPageMark(text: string): PageMark {
  const read = markSchema.safeParse(parse(text));
  if (!read.success) {
    throw new AppError('bad_request', 'cursor: expected the nextCursor of the page before.', {
      details: [{ field: 'cursor', expected: 'the nextCursor of the page before', received: text }],
    });
  }
  const [window, offset, date, minute, radiusMeters, total, widened] = read.data;
  return { window, offset, at: { date, minute }, radiusMeters, total, widened };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
