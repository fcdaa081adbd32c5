// In which commune of today is this structure? By its code, its former code, or its postcode and name.

import type { Database } from '#db/database.ts';
import { commune, communePostcode } from '#db/schema/territory.ts';
import { plainWords } from '#domain/directory/rpps-words.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { loadKnownCodes } from '#seeds/sources/communes/known-codes.ts';

/** `elsewhere`: in a commune this deployment does not hold. `unknown`: nowhere, or two could be meant. */
export type CommuneFound = { kind: 'here'; insee: string } | { kind: 'elsewhere' | 'unknown' };

export type CommuneCodes = {
  find: (code: string, postcode: string, label: string) => CommuneFound;
};

/** Arrondissements of Paris, Lyon and Marseille are counted in their city. */
const CITY_OF: readonly [RegExp, string][] = [
  [/^751\d\d$/, '75056'],
  [/^6938\d$/, '69123'],
  [/^132\d\d$/, '13055'],
];

const INSEE_CODE = /^\d[\dAB]\d{3}$/;

/** `asOf`: the date of the file, null when nobody said it. */
export async function loadCommuneCodes(
  tx: Database,
  asOf: PartialDate | null,
): Promise<CommuneCodes> {
  const { judge } = await loadKnownCodes(tx, asOf);
  const communes = await tx.select({ insee: commune.insee, name: commune.name }).from(commune);
  const names = new Map(communes.map(({ insee, name }) => [insee, wordsOf(name)]));
  const byPostcode = new Map<string, string | null>();
  const byName = new Map<string, string | null>();
  const postcodes = await tx
    .select({ insee: communePostcode.insee, postcode: communePostcode.postcode })
    .from(communePostcode);
  for (const { insee, postcode } of postcodes) {
    addUnless(byPostcode, postcode, insee);
    addUnless(byName, `${postcode} ${names.get(insee) ?? ''}`, insee);
  }
  const find = (code: string, postcode: string, label: string): CommuneFound => {
    if (INSEE_CODE.test(code)) {
      const city = CITY_OF.find(([codes]) => codes.test(code))?.[1];
      const verdict = judge(city ?? code);
      if (verdict.kind === 'here' || verdict.kind === 'arrondissement') {
        return { kind: 'here', insee: verdict.insee };
      }
      // A code of another part of France: its postcode may be shared with one of our communes.
      if (verdict.kind !== 'split') return { kind: verdict.kind };
    }
    const named = byName.get(`${postcode} ${wordsOf(label)}`) ?? byPostcode.get(postcode);
    if (named === undefined) return { kind: postcode === '' ? 'unknown' : 'elsewhere' };
    return named === null ? { kind: 'unknown' } : { kind: 'here', insee: named };
  };
  return { find: remembering(find) };
}

/** « ST », « CEDEX 9 » and « 2E ARRONDISSEMENT » written as our names are. */
function wordsOf(name: string): string {
  return plainWords(name)
    .replace(/\b(cedex|arrondissement).*$/, '')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .trim();
}

/** The same few thousand places come back millions of times. */
function remembering(find: CommuneCodes['find']): CommuneCodes['find'] {
  const answers = new Map<string, CommuneFound>();
  return (code, postcode, label) => {
    const key = `${code}|${postcode}|${label}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = find(code, postcode, label);
    answers.set(key, answer);
    return answer;
  };
}

/** Null once two different values were given. */
function addUnless(map: Map<string, string | null>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, value);
  else if (known !== value) map.set(key, null);
}
