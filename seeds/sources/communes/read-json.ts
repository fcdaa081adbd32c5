// What does this JSON file hold, read whole?

import { AppError } from '#domain/error.ts';
import { openContent } from '#seeds/pipeline/open-content.ts';
import { parseJson } from '#seeds/pipeline/parse-json.ts';
import type { ImportFile } from '#seeds/pipeline/source.ts';

/** Contours of the whole country are under this once open. */
const LARGEST_BYTES = 500_000_000;

export type Json = { [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws `bad_import` when it is no JSON in UTF-8, or too much of it. */
export async function readJson(file: ImportFile): Promise<unknown> {
  const chunks: Buffer[] = [];
  let byteCount = 0;
  for await (const chunk of openContent(file)) {
    chunks.push(chunk);
    byteCount += chunk.length;
    if (byteCount > LARGEST_BYTES) {
      throw new AppError(
        'bad_import',
        `« ${file.name} » : plus de ${LARGEST_BYTES} octets une fois ouvert, trop pour ce format.`,
      );
    }
  }
  return parseJson(file.name, Buffer.concat(chunks));
}

/** A value of the file, short enough to be shown. */
export function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120);
}
