// Which entries may a person mean by these words, typos and unfinished words included?

import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { rowCount } from '#db/queries/directory/directory-filter.ts';
import { isAt, metersFrom, standsAt } from '#db/queries/directory/near-point.ts';
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

/**
 * `ranked`: so many entries at most are ordered by how they hold the words, the others by distance alone.
 * `lookedUp`: more than these are met around the point, before all of them would be read.
 */
const LIMITS = { ranked: 2_000, lookedUp: 50_000 };

/** Two statements: which known words may be meant, then which entries hold one of each. */
export async function suggestEntries(
  db: Database,
  question: EntryQuestion,
  limits = LIMITS,
): Promise<EntrySuggestion[]> {
  const words = await runNamed<AskedWord>(db, knownWordsQuery(question.text));
  if (words.length === 0 || words.some(({ candidates }) => candidates.length === 0)) return [];
  return await runNamed<EntrySuggestion>(db, suggestEntriesQuery(question, words, limits));
}

/**
 * For each asked word: itself or what it begins; when that is nothing, words one letter apart; when there
 * is none, words spelt nearly alike. `entry_count`: how many entries hold one of them, at most.
 */
export function knownWordsQuery(text: string): SQL {
  const isLong = sql`length(asked.word) >= 4`;
  const closest = sql`similarity(w.word, asked.word) desc, w.entry_count desc, w.word`;
  const begun = sql`w.word >= asked.word and w.word < asked.word || '~'
    order by w.word = asked.word desc, w.entry_count desc, w.word limit 12`;
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
  limits = LIMITS,
): SQL {
  const anyOf = (weight: string) =>
    words
      .map(({ candidates }) => `(${candidates.map((word) => `'${word}'${weight}`).join(' | ')})`)
      .join(' & ');
  const tsquery = sql`to_tsquery('simple', ${anyOf('')})`;
  const heldAtMost = Math.min(...words.map(({ entry_count }) => entry_count));
  if (near !== null && heldAtMost > limits.lookedUp) return suggestNearest(near, limit, tsquery);
  const rank = [
    sql`starts_with(e.search_key, search_key(${text})) desc`,
    sql`e.words @@ to_tsquery('simple', ${anyOf(':A')}) desc`,
  ];
  const order = [
    ...(heldAtMost <= limits.ranked ? rank : []),
    ...(near === null ? [] : [metersFrom(sql`e`, near)]),
    BY_NAME,
  ];
  return sql`select ${suggested(sql`e`)}
from entry e where e.words @@ ${tsquery}
order by ${sql.join(order, sql`, `)} limit ${rowCount(limit)}`;
}

const BY_NAME = sql`e.search_key, e.id`;

const suggested = (entry: SQL): SQL =>
  sql`${entry}.id, ${entry}.name, ${entry}.title, ${entry}.commune_name as "communeName", ${entry}.demonstration`;

/** Point by point, those of one point by name. The index of words would be read whole for each point. */
function suggestNearest(near: LonLat, limit: number, tsquery: SQL): SQL {
  const most = rowCount(limit);
  return sql`select ${suggested(sql`e`)}
from (select s.point, ${metersFrom(sql`s`, near)} as meters from entry_spot s
  where ${standsAt(sql`'any'`)} order by meters) spot
cross join lateral (select e.* from entry e
  where ${isAt(sql`e`, sql`spot`)} and ts_match_vq(e.words, ${tsquery})
  order by ${BY_NAME} limit ${most}) e
order by spot.meters, ${BY_NAME} limit ${most}`;
}
