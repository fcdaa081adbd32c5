// Answers kept in the tab for the length of a visit: they leave it only to compute a plan.

import { keepText, readKeptText } from './kept-text.ts';
import {
  type Answers,
  formFields,
  hasAnswers,
  NO_ANSWERS,
  readAnswers,
} from './personal-answers.ts';

export function keepAnswers(answers: Answers): void {
  keepText(hasAnswers(answers) ? keepableAnswers(answers) : null);
}

export function readKeptAnswers(): Answers {
  return parseKeptAnswers(readKeptText());
}

/** What a browser kept for the length of a visit; anything else reads as nothing. */
export function parseKeptAnswers(text: string | null): Answers {
  return text === null ? NO_ANSWERS : readAnswers(new URLSearchParams(text));
}

export function keepableAnswers(answers: Answers): string {
  return new URLSearchParams(formFields(answers)).toString();
}
