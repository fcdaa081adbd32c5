// In which commune of today is this structure? By its code, its former code, or its postcode and name.

import type { Database } from '#db/database.ts';
import { commune, communeFormer, communePostcode } from '#db/schema/territory.ts';
import { plainWords } from '#domain/directory/rpps-words.ts';

export type CommuneCodes = {
  /** Null: not one of ours, or two could be meant. */
  find: (code: string, postcode: string, label: string) => string | null;
};

const INSEE_CODE = /^\d[\dAB]\d{3}$/;

/** Arrondissements of Paris, Lyon and Marseille stand for their city where the city alone is known. */
const CITY_OF: readonly [RegExp, string][] = [
  [/^751\d\d$/, '75056'],
  [/^6938\d$/, '69123'],
  [/^132\d\d$/, '13055'],
];

export async function loadCommuneCodes(tx: Database): Promise<CommuneCodes> {
  const communes = await tx.select({ insee: commune.insee, name: commune.name }).from(commune);
  const known = new Set(communes.map(({ insee }) => insee));
  const former = new Map<string, string | null>();
  const formers = await tx
    .select({ insee: communeFormer.insee, current: communeFormer.currentInsee })
    .from(communeFormer);
  for (const { insee, current } of formers) addUnless(former, insee, current);

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
  const find = (code: string, postcode: string, label: string): string | null => {
    if (code !== '') {
      if (known.has(code)) return code;
      const city = CITY_OF.find(([codes]) => codes.test(code))?.[1];
      if (city !== undefined && known.has(city)) return city;
      const current = former.get(code);
      if (current !== undefined) return current;
      // A code of another part of France: its postcode may be shared with one of our communes.
      if (INSEE_CODE.test(code)) return null;
    }
    if (postcode === '') return null;
    return byName.get(`${postcode} ${wordsOf(label)}`) ?? byPostcode.get(postcode) ?? null;
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
  const answers = new Map<string, string | null>();
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
