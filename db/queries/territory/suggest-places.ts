// Which places may a person mean: communes by name, former name, locality or postcode, then streets,
// with or without accents, hyphens and typos?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type PlaceRow, placeColumns, toPlace } from '#db/queries/territory/place-row.ts';
import { suggestAddresses } from '#db/queries/territory/suggest-addresses.ts';
import { runNamed } from '#db/run-named.ts';
import { locality } from '#db/schema/address.ts';
import { commune, communeFormer, communePostcode, territoryCommune } from '#db/schema/territory.ts';
import { plainWords, readAddress } from '#domain/territory/read-address.ts';
import type { PlaceSuggestion } from '#domain/territory/territory.ts';

export type PlaceQuestion = {
  text: string;
  /** Its communes come before others that match as well. */
  territoryCode: string | null;
  limit: number;
};

/** Shorter words have no trigram worth comparing. */
const FUZZY_FROM_CHARACTERS = 4;
const LEAST_SIMILARITY = 0.35;
/** A name that begins so many communes is being typed: streets would only push them down. */
const COMMUNES_ENOUGH = 4;

export async function suggestPlaces(
  db: Database,
  question: PlaceQuestion,
): Promise<PlaceSuggestion[]> {
  const { text, territoryCode, limit } = question;
  const address = readAddress(text);
  const query = suggestPlacesQuery(question, { isAddress: address.looksLikeAddress });
  if (query === null) return [];
  const communes = (await runNamed<PlaceRow>(db, query)).map(toPlace);
  const isNamed = communes.some(({ matchedText }) => plainWords(matchedText) === address.text);
  const isEnough = communes.length >= (address.looksLikeAddress ? limit : COMMUNES_ENOUGH);
  if (isNamed || isEnough) return communes;
  const streets = await suggestAddresses(db, address, territoryCode, limit - communes.length);
  return [...communes, ...streets];
}

/**
 * « 16190 Montmoreau » asks for the name, and prefers the postcode. Of what looks like an address, only a
 * commune whose name begins so. Null when nothing is asked.
 */
export function suggestPlacesQuery(
  { text, territoryCode, limit }: PlaceQuestion,
  { isAddress }: { isAddress: boolean } = { isAddress: false },
): SQL | null {
  const digits = text.match(/(?<![\p{L}\d])\d{2,5}(?![\p{L}\d])/u)?.[0] ?? null;
  const name = (digits === null ? text : text.replace(digits, ' ')).trim();
  const hasName = /[\p{L}\d]/u.test(name);
  if (!hasName && digits === null) return null;
  const candidates = hasName
    ? nameCandidates(name, digits, !isAddress)
    : postcodeCandidates(digits ?? '');
  return sql`with candidate as (${candidates}),
best as (
  select distinct on (insee) * from candidate
  order by insee, rank, similarity desc, matched = 'name' desc, matched desc, matched_text
)
select best.matched, best.matched_text, ${placeColumns}
from best join ${commune} c on c.insee = best.insee
order by best.rank,
  exists (select from ${territoryCommune} t where t.insee = c.insee and t.territory_code = ${territoryCode}) desc,
  (best.matched <> 'name'), best.similarity desc, c.population desc, c.insee
limit ${limit}`;
}

function postcodeCandidates(digits: string): SQL {
  return sql`select insee, postcode as matched_text, 'postcode' as matched, 0 as rank, 1::real as similarity
from ${communePostcode}
where postcode >= ${digits} and postcode < ${`${digits}~`}`;
}

function nameCandidates(name: string, postcode: string | null, mayBeFuzzy: boolean): SQL {
  const known = sql`select insee, name, search_key, 'name' as matched from ${commune}
  union all select current_insee, name, search_key, 'former_name' from ${communeFormer}
  union all select insee, name, search_key, 'locality' from ${locality}`;
  const isLong = mayBeFuzzy && name.length >= FUZZY_FROM_CHARACTERS;
  const key = sql`(select search_key(${name}))`;
  const fuzzy = isLong
    ? sql` or known.search_key like '%' || ${key} || '%' or known.search_key % ${key} or ${key} <% known.search_key`
    : sql``;
  const similarity = sql`greatest(similarity(known.search_key, ${key}), word_similarity(${key}, known.search_key) * 0.9)::real`;
  const postcodeFirst =
    postcode === null
      ? sql``
      : sql` - (exists (select from ${communePostcode} p where p.insee = known.insee and p.postcode like ${`${postcode}%`}))::int * 2`;
  return sql`select known.insee, known.name as matched_text, known.matched,
  (case when known.search_key = ${key} then 0
    when starts_with(known.search_key, ${key}) then 1
    when position(' ' || ${key} in known.search_key) > 0 then 2
    else 3 end)${postcodeFirst} as rank,
  ${similarity} as similarity
from (${known}) known
where ((known.search_key >= ${key} and known.search_key < ${key} || '~')${fuzzy})
  and ${similarity} >= ${isLong ? LEAST_SIMILARITY : 0}`;
}
