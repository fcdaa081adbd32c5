// Why was what is being written not saved, in words whoever writes it understands?

import type { Dictionary } from '#web/i18n/fr.ts';

/** `busy` and `down` are tried again; the others wait for somebody to do something. */
export type TroubleReason =
  | 'signedOut'
  | 'forbidden'
  | 'missing'
  | 'invalid'
  | 'tooLarge'
  | 'behind'
  | 'busy'
  | 'down'
  | 'other';

/** `field`: the first place of the document that was refused; null where none was named. */
export type SaveTrouble = { reason: TroubleReason; field: string | null };

const REASONS: Readonly<Record<number, TroubleReason>> = {
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'missing',
  412: 'behind',
  413: 'tooLarge',
  422: 'invalid',
  429: 'busy',
};

/** What came is never shown: it speaks to programs. */
export function readTrouble(status: number, body: unknown): SaveTrouble {
  const reason = REASONS[status] ?? (status >= 500 ? 'down' : 'other');
  const { errors } = (body ?? {}) as { errors?: unknown };
  const [first] = Array.isArray(errors) ? (errors as readonly { field?: unknown }[]) : [];
  return { reason, field: typeof first?.field === 'string' ? first.field : null };
}

export function troubleWords({ reason, field }: SaveTrouble, text: Dictionary): string {
  const words = text.editor.save.troubles;
  if (reason !== 'invalid' || field === null) return words[reason];
  // Ranks in lists are no part of the name of a field.
  const label = field
    .split(/[.[\]]+/)
    .filter((part) => part !== '' && !/^\d+$/.test(part))
    .join('.');
  return words.invalidField(text.editor.publish.changes.field(label));
}
