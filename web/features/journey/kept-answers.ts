// Answers kept in the tab for the length of a visit: they leave it only to compute a plan.

import { type Answers, hasAnswers, keepableAnswers, parseKeptAnswers } from './profile-form.ts';

const NAME = 'voisoin.answers';

export function keepAnswers(answers: Answers): void {
  try {
    if (hasAnswers(answers)) sessionStorage.setItem(NAME, keepableAnswers(answers));
    else sessionStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing: the answers stay in this page.
  }
}

export function readKeptAnswers(): Answers {
  try {
    return parseKeptAnswers(sessionStorage.getItem(NAME));
  } catch {
    return parseKeptAnswers(null);
  }
}
