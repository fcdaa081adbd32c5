// What only the server writes in English on the page of results: the count, the next answers, nobody found.

import type { frFound } from './fr-found.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const enFound: typeof frFound = {
  pageTitle: (need: string, place: string) => `${need} near ${place}`,
  description: (need: string, place: string) =>
    `${need} around ${place}: phone, opening hours, and the ways there and back.`,
  count: (count: number, distance: string) =>
    `${count} ${plural(count, 'answer', 'answers')} within ${distance}`,
  countFirst: (shown: number, total: number, distance: string) =>
    `The first ${shown} of ${total} answers, within ${distance}`,
  widened: (asked: string, found: string) =>
    `Nothing within ${asked}: we looked as far as ${found}.`,
  widenedSimple: (found: string) => `Nothing very close: we looked as far as ${found} around you.`,
  sorted: 'The easiest to reach and the closest come first:',
  sortedLink: 'how we rank',
  noPhone: 'No phone number known',
  outside: 'Outside the territory',
  next: 'See the next answers',
  first: 'Back to the first answers',
  emptyTitle: 'We found nobody',
  emptyText: (need: string, place: string) => `No answer for “${need}” near ${place}.`,
  emptyWider: (distance: string) => `Look as far as ${distance}`,
  emptyOtherDay: 'Search without a date',
  emptyStairs: 'Also show places with steps',
  emptyDirectory: 'Browse the whole directory',
  emptyDuty: 'It cannot wait, and your doctor is away?',
  emptyDanger: 'Is a life in danger?',
  demonstrationNotice: '“Demonstration”: an invented entry, name and number are not real.',
};
