// Which entries may a person mean by these words, typos and unfinished words included?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { geographyOf, rowCount } from '#db/queries/directory/directory-filter.ts';
import { deletionsOf } from '#db/queries/directory/projected-needs.ts';
import { runNamed } from '#db/run-named.ts';
import type { LonLat } from '#domain/geo.ts';

export type EntrySuggestion = {
  id: string;
  name: string;
  title: string;
  communeName: string;
  demonstration: boolean;
};

export type EntryQuestion = {
  text: string;
  /** Those nearest come first. */
  near: LonLat | null;
  limit: number;
};

type AskedWord = { asked: string; candidates: string[]; entry_count: number };

/** More entries than this are not ranked whole: the index gives the nearest, or the first by name. */
const RANKED_AT_MOST = 2_000;

/** Two statements: which known words may be meant, then which entries hold one of each. */
export async function suggestEntries(
  db: Database,
  question: EntryQuestion,
): Promise<EntrySuggestion[]> {
  const words = await runNamed<AskedWord>(db, knownWordsQuery(question.text));
  if (words.length === 0 || words.some(({ candidates }) => candidates.length === 0)) return [];
  return await runNamed<EntrySuggestion>(db, suggestEntriesQuery(question, words));
}

/**
 * For each asked word: itself or what it begins; when that is nothing, words one letter apart; when there
 * is none, words spelt nearly alike. `entry_count`: how many entries hold one of them, at most.
 */
export function knownWordsQuery(text: string): SQL {
  const isLong = sql`length(asked.word) >= 4`;
  const closest = sql`similarity(w.word, asked.word) desc, w.entry_count desc, w.word collate "C"`;
  const begun = sql`w.word collate "C" >= asked.word and w.word collate "C" < asked.word || '~'
    order by w.word = asked.word desc, w.entry_count desc, w.word collate "C" limit 12`;
  const rests = (word: SQL): SQL => sql`array${deletionsOf(word)}`;
  const near = sql`begun.words is null and ${isLong} and w.word in (
      select d.word from entry_word_deletion d where d.deletion in (
        select hashtext(rest) from ${deletionsOf(sql`asked.word`)} asked_rest))
    and ${rests(sql`w.word`)} && ${rests(sql`asked.word`)} order by ${closest} limit 6`;
  const alike = sql`begun.words is null and near.words is null and ${isLong} and w.word % asked.word
    order by ${closest} limit 6`;
  const found = (condition: SQL): SQL =>
    sql`cross join lateral (select array_agg(word) as words, sum(entry_count) as entry_count
  from (select w.word, w.entry_count from entry_word w where ${condition}) w)`;
  return sql`select asked.word as asked,
  coalesce(begun.words, near.words, alike.words, '{}') as candidates,
  coalesce(begun.entry_count, near.entry_count, alike.entry_count, 0)::int as entry_count
from unnest(string_to_array(nullif(search_key(${text}), ''), ' ')) with ordinality as asked(word, position)
${found(begun)} begun
${found(near)} near
${found(alike)} alike
order by asked.position`;
}

/** Entries whose name holds the words before those whose title or place does. */
export function suggestEntriesQuery(
  { text, near, limit }: EntryQuestion,
  words: readonly AskedWord[],
): SQL {
  const anyOf = (weight: string) =>
    words
      .map(({ candidates }) => `(${candidates.map((word) => `'${word}'${weight}`).join(' | ')})`)
      .join(' & ');
  const tsquery = anyOf('');
  const isRanked = words.some(({ entry_count }) => entry_count <= RANKED_AT_MOST);
  const byName = sql`e.search_key collate "C", e.id collate "C"`;
  const rank = sql`starts_with(e.search_key, search_key(${text})) desc,
  e.words @@ to_tsquery('simple', ${anyOf(':A')}) desc`;
  const distance = near === null ? null : sql`e.point <-> ${geographyOf(near)}`;
  const order = isRanked
    ? sql.join([rank, ...(distance === null ? [] : [distance]), byName], sql`, `)
    : (distance ?? byName);
  // Ties at one distance are kept whole, then ordered by name: ordering both would sort everything.
  return sql`select found.id, found.name, found.title, found."communeName", found.demonstration
from (
  select e.id, e.name, e.title, e.commune_name as "communeName", e.demonstration, e.search_key,
    ${isRanked || distance === null ? sql`row_number() over (order by ${order})` : distance} as position
  from entry e
  where e.words @@ to_tsquery('simple', ${tsquery})
  order by ${order} fetch first ${rowCount(limit)} rows with ties
) found
order by found.position, found.search_key collate "C", found.id collate "C"
limit ${rowCount(limit)}`;
}
