// Is this person one of those who asked not to be shown? By what is known of them, hashes only.

import { createHmac } from 'node:crypto';

/**
 * `rpps`: the digits of the number. `name`: what `nameIdentifier` makes. `name_alone`: the same, for
 * sources that know RPPS numbers: names declared with a number are left to it, for homonyms.
 */
export type OpposedKind = 'rpps' | 'name' | 'name_alone';

export type Opposition = {
  isOpposed: (kind: OpposedKind, identifier: string) => boolean;
  /** True: nobody ever opposed, no need to ask for each row. */
  isEmpty: boolean;
};

export type OppositionHash = (kind: 'rpps' | 'name', identifier: string) => string;

/** What is known of those who oppose, as plain data. */
export type OppositionFacts = {
  secret: string;
  hashes: ReadonlySet<string>;
  /** Of names declared with a number. */
  withNumber: ReadonlySet<string>;
};

/** Upper case, without accents; hyphens, apostrophes and dots are spaces. */
export function normalizeName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toUpperCase()
    .replaceAll('Œ', 'OE')
    .replaceAll('Æ', 'AE')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** « NAME FIRSTNAME|postcode », the same for every source; both names may come as one. */
export function nameIdentifier(lastName: string, firstName: string, postcode: string): string {
  return `${normalizeName(`${lastName} ${firstName}`)}|${postcode.replace(/\s/g, '')}`;
}

export function oppositionOf(facts: OppositionFacts | null): Opposition {
  if (facts === null) return { isOpposed: () => false, isEmpty: true };
  const { hashes, withNumber } = facts;
  const hash = hashUnder(facts.secret);
  return {
    isEmpty: false,
    isOpposed: (kind, identifier) => {
      if (kind === 'rpps') return hashes.has(hash('rpps', identifier));
      const found = hash('name', identifier);
      return hashes.has(found) && !(kind === 'name_alone' && withNumber.has(found));
    },
  };
}

export function hashUnder(secret: string): OppositionHash {
  return (kind, identifier) =>
    createHmac('sha256', secret).update(`${kind}:${identifier}`).digest('hex');
}
