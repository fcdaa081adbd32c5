// Which entries may a person mean by these words, typos and unfinished words included?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { geographyOf } from '#db/queries/directory/directory-filter.ts';
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

type AskedWord = { asked: string; candidates: string[] };

/** Two statements: which known words may be meant, then which entries hold one of each. */
export async function suggestEntries(
  db: Database,
  question: EntryQuestion,
): Promise<EntrySuggestion[]> {
  const { rows: words } = await db.execute<AskedWord>(knownWordsQuery(question.text));
  if (words.length === 0 || words.some(({ candidates }) => candidates.length === 0)) return [];
  const { rows } = await db.execute<EntrySuggestion>(suggestEntriesQuery(question, words));
  return rows;
}

/** For each asked word: itself or what it begins; when that is nothing, words spelt nearly alike. */
export function knownWordsQuery(text: string): SQL {
  return sql`select asked.word as asked, case when exact.words <> '{}' then exact.words
  else array(
    select w.word from entry_word w
    where w.word % asked.word and length(asked.word) >= 4
    order by similarity(w.word, asked.word) desc, w.entry_count desc, w.word collate "C" limit 6
  ) end as candidates
from unnest(string_to_array(nullif(search_key(${text}), ''), ' ')) with ordinality as asked(word, position)
cross join lateral (select array(
  select w.word from entry_word w
  where w.word collate "C" >= asked.word and w.word collate "C" < asked.word || '~'
  order by w.word = asked.word desc, w.entry_count desc, w.word collate "C" limit 12
) as words) exact
order by asked.position`;
}

/** Entries whose name holds the words before those whose title or place does. */
export function suggestEntriesQuery(
  { text, near, limit }: EntryQuestion,
  words: readonly AskedWord[],
): SQL {
  const tsquery = words
    .map(({ candidates }) => `(${candidates.map((word) => `'${word}'`).join(' | ')})`)
    .join(' & ');
  const distance = near === null ? sql`0` : sql`e.point <-> ${geographyOf(near)}`;
  return sql`select e.id, e.name, e.title, e.commune_name as "communeName", e.demonstration
from entry e
where e.words @@ to_tsquery('simple', ${tsquery})
order by starts_with(e.search_key, search_key(${text})) desc,
  to_tsvector('simple', e.search_key) @@ to_tsquery('simple', ${tsquery}) desc,
  ${distance}, e.search_key collate "C", e.id collate "C"
limit ${limit}`;
}
