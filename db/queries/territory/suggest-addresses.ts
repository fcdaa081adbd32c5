// Which streets may a person mean by these words, typos and unfinished words included?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { addressColumns, numberPosition } from '#db/queries/territory/address-row.ts';
import { type PlaceRow, toPlace } from '#db/queries/territory/place-row.ts';
import { runNamed } from '#db/run-named.ts';
import { street, streetWord } from '#db/schema/address.ts';
import { commune, territoryCommune } from '#db/schema/territory.ts';
import type { AddressWords } from '#domain/territory/read-address.ts';
import type { PlaceSuggestion } from '#domain/territory/territory.ts';

type KnownWord = { asked: string; candidates: string[]; street_count: number };

/** More streets than this share the rarest word asked: too many to tell which one is meant. */
const RANKED_AT_MOST = 1_500;
/** Letter by letter; those of the territory first. A commune typed as well leaves far fewer. */
const COMPARED_AT_MOST = 200;
/** A street and its commune typed in full come near 1; a word of it alone, near 0.8. */
const LEAST_SIMILARITY = 0.3;

/** Two statements: which known words may be meant, then which streets hold one of each. */
export async function suggestAddresses(
  db: Database,
  asked: AddressWords,
  territoryCode: string | null,
  limit: number,
): Promise<PlaceSuggestion[]> {
  if (asked.words.length === 0) return [];
  const words = await runNamed<KnownWord>(db, knownStreetWordsQuery(asked.words));
  const known = words.filter(({ candidates }) => candidates.length > 0);
  const rarest = Math.min(...known.map(({ street_count }) => street_count));
  const isNarrow = asked.postcode !== null || rarest <= RANKED_AT_MOST;
  if (known.length === 0 || !isNarrow) return [];
  const rows = await runNamed<PlaceRow>(
    db,
    suggestAddressesQuery(asked, known, territoryCode, limit),
  );
  return rows.map(toPlace);
}

/** For each asked word: itself or what it begins; when that is nothing, words spelt nearly alike. */
export function knownStreetWordsQuery(words: readonly string[]): SQL {
  return sql`select asked.word as asked,
  case when begun.words <> '{}' then begun.words else near.words end as candidates,
  case when begun.words <> '{}' then begun.total else near.total end as street_count
from unnest(${sql.param(words)}::text[]) with ordinality as asked(word, position)
cross join lateral (
  select coalesce(array_agg(w.word), '{}') as words, coalesce(sum(w.street_count), 0)::int as total
  from (
    select word, street_count from ${streetWord}
    where word >= asked.word and word < asked.word || '~'
      and (length(asked.word) >= 3 or word = asked.word)
    order by word = asked.word desc, street_count desc, word limit 12
  ) w
) begun
cross join lateral (
  select coalesce(array_agg(w.word), '{}') as words, coalesce(sum(w.street_count), 0)::int as total
  from (
    select word, street_count from ${streetWord}
    where begun.words = '{}' and word % asked.word and length(asked.word) >= 4
    order by similarity(word, asked.word) desc, street_count desc, word limit 6
  ) w
) near
order by asked.position`;
}

/** Those that have the number first, then those most alike, those of the territory before others. */
export function suggestAddressesQuery(
  { number, postcode, text }: AddressWords,
  words: readonly Pick<KnownWord, 'candidates'>[],
  territoryCode: string | null,
  limit: number,
): SQL {
  const anyOf = (candidates: readonly string[], weight: string) =>
    `(${candidates.map((word) => `'${word}'${weight}`).join(' | ')})`;
  const all = [
    ...words.map(({ candidates }) => anyOf(candidates, '')),
    ...(postcode === null ? [] : [`'${postcode}'`]),
  ].join(' & ');
  const oneOfItsName = words.map(({ candidates }) => anyOf(candidates, ':A')).join(' | ');
  return sql`with meant as materialized (
  select s.id, s.insee in (
    select t.insee from ${territoryCommune} t where t.territory_code = ${territoryCode}) as inside
  from ${street} s
  where s.words @@ to_tsquery('simple', ${all}) and s.words @@ to_tsquery('simple', ${oneOfItsName})
  order by inside desc, s.id limit ${COMPARED_AT_MOST}
),
near as (
  select meant.inside, s.*, ${numberPosition(number)} as at, 
    greatest(similarity(s.search_key, ${text}), word_similarity(${text}, s.search_key) * 0.8) as alike
  from meant join ${street} s on s.id = meant.id
)
select ${addressColumns(sql`s.at`)}
from near s join ${commune} c on c.insee = s.insee
where s.alike >= ${LEAST_SIMILARITY}
order by round(s.alike::numeric, 1) desc, s.at is null, s.inside desc, s.alike desc, c.population desc,
  s.id
limit ${limit}`;
}
