// In which commune of today is this structure? By its code, its former code, or its postcode and name.

import { plainWords } from '#domain/directory/rpps-words.ts';

/** `elsewhere`: in a commune this deployment does not hold. `unknown`: nowhere, or two could be meant. */
export type CommuneFound = { kind: 'here'; insee: string } | { kind: 'elsewhere' | 'unknown' };

export type FoundByCode = CommuneFound | { kind: 'split' };

/** As plain data: what each code means, and what a postcode with a name, or alone, means. */
export type CommuneFacts = {
  /** `split`: the code does not tell. */
  codes: ReadonlyMap<string, FoundByCode>;
  /** What codes that are not there mean. */
  otherCodes: 'elsewhere' | 'unknown';
  /** Null: two communes could be meant. */
  byName: ReadonlyMap<string, string | null>;
  byPostcode: ReadonlyMap<string, string | null>;
};

export type FindCommune = (code: string, postcode: string, label: string) => CommuneFound;

const INSEE_CODE = /^\d[\dAB]\d{3}$/;

export function createFinder(facts: CommuneFacts): FindCommune {
  return (code, postcode, label) => {
    if (INSEE_CODE.test(code)) {
      const verdict = facts.codes.get(code) ?? { kind: facts.otherCodes };
      // A code of another part of France: its postcode may be shared with one of our communes.
      if (verdict.kind !== 'split') return verdict;
    }
    const named =
      facts.byName.get(`${postcode} ${wordsOf(label)}`) ?? facts.byPostcode.get(postcode);
    if (named === undefined) return { kind: postcode === '' ? 'unknown' : 'elsewhere' };
    return named === null ? { kind: 'unknown' } : { kind: 'here', insee: named };
  };
}

/** « ST », « CEDEX 9 » and « 2E ARRONDISSEMENT » written as our names are. */
export function wordsOf(name: string): string {
  return plainWords(name)
    .replace(/\b(cedex|arrondissement).*$/, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .trim();
}
