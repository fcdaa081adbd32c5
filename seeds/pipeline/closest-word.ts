// Which known word was meant by a misspelt one?

import { editDistance } from '#domain/directory/edit-distance.ts';

const MOST_MISTAKES = 2;

/** « Vouliez-vous dire « rpps » ? »; '' when none is near enough, half the letters right at least. */
export function didYouMean(word: string, known: readonly string[]): string {
  const allowed = Math.min(MOST_MISTAKES, Math.floor(word.replace(/^-+/, '').length / 2));
  const near = known
    .map((each) => ({ each, distance: editDistance(word, each, allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance);
  const [closest] = near;
  return closest === undefined ? '' : ` Vouliez-vous dire « ${closest.each} » ?`;
}
