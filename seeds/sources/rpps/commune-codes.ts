// What is known of communes that tells in which one a structure stands? Said as plain data, for threads.

import type { Database } from '#db/database.ts';
import { commune, communePostcode } from '#db/schema/territory.ts';
import type { PartialDate } from '#domain/provenance.ts';
import { type CodeVerdict, loadKnownCodes } from '#seeds/sources/communes/known-codes.ts';
import { type CommuneFacts, type FoundByCode, wordsOf } from '#seeds/sources/rpps/find-commune.ts';

/** Arrondissements of Paris, Lyon and Marseille are counted in their city. */
const CITY_OF: readonly [RegExp, string][] = [
  [/^751\d\d$/, '75056'],
  [/^6938\d$/, '69123'],
  [/^132\d\d$/, '13055'],
];

/** A code no commune has ever had. */
const NO_CODE = '00000';

/** `asOf`: the date of the file, null when nobody said it. */
export async function loadCommuneFacts(
  tx: Database,
  asOf: PartialDate | null,
): Promise<CommuneFacts> {
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
  const codes: Map<string, FoundByCode> = new Map();
  const otherCodes = judge(NO_CODE).kind === 'elsewhere' ? 'elsewhere' : 'unknown';
  for (const code of allCodes()) {
    const city = CITY_OF.find(([those]) => those.test(code))?.[1];
    const found = foundBy(judge(city ?? code));
    if (found.kind !== otherCodes) codes.set(code, found);
  }
  return { codes, otherCodes, byName, byPostcode };
}

function foundBy(verdict: CodeVerdict): FoundByCode {
  if (verdict.kind === 'arrondissement') return { kind: 'here', insee: verdict.insee };
  return verdict.kind === 'split' ? { kind: 'split' } : verdict;
}

/** All five characters a code may be. */
function* allCodes(): Generator<string> {
  for (const second of '0123456789AB') {
    for (let first = 0; first < 10; first++) {
      for (let last = 0; last < 1000; last++) {
        yield `${first}${second}${String(last).padStart(3, '0')}`;
      }
    }
  }
}

/** Null once two different values were given. */
function addUnless(map: Map<string, string | null>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, value);
  else if (known !== value) map.set(key, null);
}
