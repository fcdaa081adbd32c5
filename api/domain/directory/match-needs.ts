// What does this person need, in their own words: « docteur », « mal de dos », « kinésitérapeute »?

import type { Need } from '#domain/directory/directory.ts';
import { wordScore } from '#domain/directory/match-words.ts';
import { wordsOf } from '#domain/directory/normalize-text.ts';

export type NeedMatch = {
  need: Need;
  /** 0 to 1; 1 is the label itself. */
  score: number;
  /** The words of the need that answered, as written: a label, a synonym, the plain sentence. */
  matchedText: string;
};

/** Words that say nothing of the need. */
const EMPTY_WORDS = new Set(
  wordsOf(
    `a ai au aux avec avoir besoin ce cette chez cherche d dans de des du elle en est et faire
    faut il j je l la le les ma me mes mon ne on ou par pas pour prendre rdv rendez s sa se ses son
    suis sur trouver un une veux vous vois voir voudrais y
    an i for the to of need see find want`,
  ),
);

/** A score under this is chance. */
const LEAST_SCORE = 0.5;
/** And a score this far under the best one is a word they happen to share. */
const LEAST_OF_BEST = 0.7;
/** Share of the best word of the query: « un toubib pour ma mère » is about a doctor. */
const BEST_WORD_SHARE = 0.4;
/** What a label, a lay word and the plain sentence weigh. */
const WEIGHTS = { label: 1, synonym: 0.98, plain: 0.75 } as const;
/** Share of the score for having found the whole of the known text, not a part of it. */
const WHOLE_TEXT_SHARE = 0.15;

/**
 * Needs that answer the query, the surest first; equal scores keep the order of `needs`. Tolerant to
 * accents, typing mistakes, plurals, unfinished words, word order and words stuck together.
 */
export function matchNeeds(query: string, needs: readonly Need[]): NeedMatch[] {
  const typed = telling(wordsOf(query));
  if (typed.length === 0) return [];
  const matches = needs.map((need) => bestMatch(typed, need)).toSorted((a, b) => b.score - a.score);
  const least = Math.max(LEAST_SCORE, LEAST_OF_BEST * (matches[0]?.score ?? 0));
  return matches.filter((match) => match.score >= least);
}

function bestMatch(typed: readonly string[], need: Need): NeedMatch {
  const texts: [text: string, weight: number][] = [
    [need.label.fr, WEIGHTS.label],
    [need.label.en, WEIGHTS.label],
    ...need.synonyms.map((synonym): [string, number] => [synonym, WEIGHTS.synonym]),
    [need.plain.fr, WEIGHTS.plain],
    [need.plain.en, WEIGHTS.plain],
  ];
  let best: NeedMatch = { need, score: 0, matchedText: '' };
  for (const [text, weight] of texts) {
    const score = weight * textScore(typed, telling(wordsOf(text)));
    if (score > best.score) best = { need, score, matchedText: text };
  }
  return best;
}

/** Every typed word counts, the best one more; a text found whole comes before one found in part. */
function textScore(typed: readonly string[], known: readonly string[]): number {
  const stuck = known.length > 1 && typed.length === 1 ? [known.join('')] : [];
  const found = typed.map((word) =>
    Math.max(0, ...[...known, ...stuck].map((each) => wordScore(word, each))),
  );
  const covered = stuck.some((each) => typed.some((word) => wordScore(word, each) > 0))
    ? known.length
    : known.filter((each) => typed.some((word) => wordScore(word, each) > 0)).length;
  const mean = found.reduce((sum, score) => sum + score, 0) / typed.length;
  const ofQuery = (1 - BEST_WORD_SHARE) * mean + BEST_WORD_SHARE * Math.max(...found);
  return (1 - WHOLE_TEXT_SHARE) * ofQuery + WHOLE_TEXT_SHARE * ofQuery * (covered / known.length);
}

/** Without the empty words, unless there is nothing else. */
function telling(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !EMPTY_WORDS.has(word));
  return kept.length > 0 ? kept : words;
}
