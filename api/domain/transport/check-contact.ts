// Can a phone, a mail or a web address be used as it is written?

import { phoneOf } from '#domain/directory/phone.ts';
import { noticeAt, type OfferNotice } from '#domain/transport/offer-notice.ts';

/** A contact not given is not a fault; one that nobody can use is. */
export function checkContact(
  value: string | null,
  field: string,
  kind: 'phone' | 'email' | 'url',
): OfferNotice[] {
  if (value === null || value.trim() === '') return [];
  const codes = {
    phone: 'invalid_phone_number',
    email: 'invalid_email',
    url: 'invalid_url',
  } as const;
  const isUsable = {
    phone: (text: string) => phoneOf(text) !== null,
    email: (text: string) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text),
    url: (text: string) => /^https?:\/\/[^\s/]+/.test(text),
  }[kind];
  return isUsable(value.trim()) ? [] : [noticeAt(field, codes[kind], 'error', { value })];
}
