// Is this a document of an offer? If not, each fault is told with the step where it is mended.

import { validate } from '#api/http/validate.ts';
import { AppError, type FieldFault } from '#domain/error.ts';
import type { OfferDocument } from '#domain/transport/offer-document.ts';
import { stepOf } from '#domain/transport/offer-steps.ts';
import { offerDocumentSchema } from './offer-document-schema.ts';

export const MOST_DOCUMENT_BYTES = 512 * 1024;
/** Deeper than any real offer; what is deeper would be read for too long. */
const MOST_DEPTH = 24;

/** Throws `bad_request`. The id is that of the offer whatever is sent. */
export function readOfferDocument(value: unknown, offerId: string): OfferDocument {
  refuseUnstorable(value);
  try {
    const document = validate(offerDocumentSchema, value);
    return { ...document, offer: { ...document.offer, id: offerId } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const details = error.details.map((fault) => ({ ...fault, step: stepOf(fault.field) }));
    throw new AppError(error.code, error.message, { details });
  }
}

/** Texts a database cannot keep, and brackets within brackets: seen to without calling oneself. */
function refuseUnstorable(root: unknown): void {
  const waiting: { value: unknown; path: string; depth: number }[] = [
    { value: root, path: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') refuseText(value, path);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MOST_DEPTH) {
      throw refusal(path, `at most ${MOST_DEPTH} levels of brackets`, 'more');
    }
    for (const [key, inner] of Object.entries(value)) {
      refuseText(key, path);
      waiting.push({ value: inner, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
}

function refuseText(text: string, path: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw refusal(path, 'text that can be read', 'a character that is none');
  }
}

function refusal(path: string, expected: string, received: string): AppError {
  const field = path === '' ? 'document' : path;
  const fault: FieldFault = { field, expected, received, step: stepOf(field) };
  return new AppError('bad_request', `${field}: expected ${expected}, received ${received}`, {
    details: [fault],
  });
}
