// What the partner guide says in English.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frGuide } from '#web/i18n/fr-guide.ts';

export const enGuide: typeof frGuide = {
  title: 'The partner guide',
  intro: 'Who can help you, by theme, near you.',
  byTheme: 'By theme',
  byCategory: 'By sort',
  filterTheme: 'Which theme?',
  filterCategory: 'Which sort of help?',
  filterCommune: 'In which commune?',
  communeHint: 'Commune or postcode',
  allThemes: 'All themes',
  allCategories: 'All sorts',
  filter: 'Show',
  refine: 'Change the choice, or name a commune',
  clear: 'See everything again',
  count: (count) => (count === 0 ? 'No page' : count === 1 ? '1 page' : `${f.number(count)} pages`),
  around: (commune, km) => `around ${commune}, within ${km} km`,
  empty: 'Nothing in this choice.',
  emptyNext: 'Try another theme, or remove the commune.',
  unknownCommune: (text) => `We cannot find “${text}”. Type the name of a commune or its postcode.`,
  contents: 'Contents',
  index: 'By commune',
  wholeTitle: (territory) => `Partner guide of ${territory}`,
  wholeIntro: 'Who can help you, with the phone numbers.',
  shownFirst: (shown, total) =>
    `The first ${shown} pages of ${f.number(total)}. Choose a commune to narrow down.`,
  noPhone: 'no known phone',
  print: 'Print this guide',
  printAll: 'Print the whole guide',
  printHint: 'In large type, with the phone numbers.',
  toContents: 'Back to contents',
};
