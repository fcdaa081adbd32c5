// How is this number written for a person, and what does the phone dial?

import type { Phone } from '#domain/directory/directory.ts';

/** Numbers known by heart as one block; the other four-digit ones are read by pairs. */
const KNOWN_BY_HEART = new Set(['3114', '3919']);

/** Ranges the regulator keeps for fiction: nobody is ever called. */
const FICTION = /^(019900|026191|035301|046571|053649|063998)/;

/**
 * A French number (ten digits, +33, short numbers) or an international one with its +; null otherwise.
 * Without a kind, mobiles and fiction numbers are recognised.
 */
export function phoneOf(text: string, kind?: Phone['kind']): Phone | null {
  const compact = text
    .trim()
    .replace(/\(0\)/g, '')
    .replace(/[\s.\-/ ]/g, '');
  if (!/^\+?\d+$/.test(compact)) return null;
  const national = compact.replace(/^(?:\+|00)33(?=[1-9]\d{8}$)/, '0');
  if (/^0[1-9]\d{8}$/.test(national)) {
    return {
      display: displayOf(national),
      dial: `+33${national.slice(1)}`,
      kind: kind ?? usualKind(national),
    };
  }
  if (isShortNumber(compact)) {
    return { display: displayOf(compact), dial: compact, kind: kind ?? 'main' };
  }
  if (/^\+(?!33)[1-9]\d{6,14}$/.test(compact)) {
    return { display: text.trim(), dial: compact, kind: kind ?? 'main' };
  }
  return null;
}

/**
 * Every number of a field that holds several: « 05 45 98 66 00 / 06 … », or « …66 00/01 » where the
 * second replaces the last digits of the first. Parts that are no number are left out.
 */
export function phonesOf(text: string): Phone[] {
  const single = phoneOf(text);
  if (single !== null) return [single];
  const phones: Phone[] = [];
  let previous = '';
  for (const part of text.split(/[/;,]|\bou\b|\bet\b/)) {
    const digits = part.replace(/\D/g, '');
    const ending = /^\d{2,4}$/.test(digits) && previous.length === 10 && !isShortNumber(digits);
    const whole = ending ? previous.slice(0, -digits.length) + digits : part;
    const phone = phoneOf(whole);
    if (phone === null) continue;
    if (!phones.some((each) => each.dial === phone.dial)) phones.push(phone);
    previous = whole.replace(/\D/g, '');
  }
  return phones;
}

/** Emergency numbers, European 116 xxx, directory 118 xxx, and four-digit services. */
function isShortNumber(digits: string): boolean {
  return /^(15|17|18|112|114|115|116\d{3}|118\d{3}|119|191|196|197|10\d{2}|3\d{3})$/.test(digits);
}

/** By pairs; special-rate numbers by threes (0 810 810 977); 116 117 by threes. */
function displayOf(digits: string): string {
  if (/^08\d{8}$/.test(digits)) return digits.replace(/^(\d)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');
  if (digits.length === 6) return `${digits.slice(0, 3)} ${digits.slice(3)}`;
  if (digits.length < 4 || KNOWN_BY_HEART.has(digits)) return digits;
  return digits.replace(/(\d{2})(?=\d)/g, '$1 ');
}

function usualKind(national: string): Phone['kind'] {
  if (FICTION.test(national)) return 'fiction';
  return /^0[67]/.test(national) ? 'mobile' : 'main';
}
