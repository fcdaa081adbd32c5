// What the page of results says in English: the count, the cards, the ways to each.

import type { frResults } from './fr-results.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const enResults: typeof frResults = {
  pageTitle: (need: string, place: string) => `${need} near ${place}`,
  title: (need: string, place: string) => `${need} near ${place}`,
  description: (need: string, place: string) =>
    `${need} around ${place}: phone, opening hours, and the ways there and back.`,
  editTitle: 'Change my search',
  count: (count: number, distance: string) =>
    `${count} ${plural(count, 'answer', 'answers')} within ${distance}`,
  countFirst: (shown: number, total: number, distance: string) =>
    `The first ${shown} of ${total} answers, within ${distance}`,
  widened: (asked: string, found: string) =>
    `Nothing within ${asked}: we looked as far as ${found}.`,
  widenedSimple: (found: string) => `Nothing very close: we looked as far as ${found} around you.`,
  sorted: 'The easiest to reach and the closest come first:',
  sortedLink: 'how we rank',
  listLabel: 'Answers',
  noPhone: 'No phone number known',
  outside: 'Outside the territory',
  goTitle: {
    no_car: 'Getting there without a car',
    car: 'Getting there by car',
    driven: 'Getting there, driven by someone',
  },
  goOther: (count: number) => `${count} ${plural(count, 'other way', 'other ways')} there`,
  goNone: 'No transport found for that day. Call: they can advise you.',
  goWaiting: 'Looking for ways to get there…',
  goLate: 'This trip was not computed in time.',
  goFailed: 'This trip could not be computed. The phone always works.',
  goAsk: 'Compute this trip',
  goAskFor: (name: string) => `Compute this trip, to ${name}`,
  goNoneSaid: 'The trips could not be computed.',
  goAllSaid: (without: number) =>
    without === 0
      ? 'The trips are computed.'
      : `The trips are computed, but for ${without}. Each can be computed on its own page.`,
  goExample: (date: string, hour: string) => `Example for ${date} at ${hour}`,
  goFor: (date: string, hour: string) => `For ${date} at ${hour}`,
  depart: (hour: string) => `leaves ${hour}`,
  arrive: (hour: string) => `arrives ${hour}`,
  return: (hour: string) => `returns ${hour}`,
  agreed: 'times agreed when booking',
  callBefore: (date: string, hour: string) => `before ${date}, ${hour}`,
  callOn: 'Call',
  almost: 'Almost possible',
  membership: (amount: string) => `+ ${amount.replace('.00', '')} a year membership`,
  priceUnknown: 'ask for the price',
  toCheck: 'To be confirmed by phone',
  showMap: 'See on the map',
  mapTitle: 'Map of the answers',
  mapLoading: 'The map is on its way…',
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
