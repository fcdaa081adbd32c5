// What the page of results says in English: the count, the cards, the ways to each.

import type { frResults } from './fr-results.ts';

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const enResults: typeof frResults = {
  title: (need: string, place: string) => `${need} near ${place}`,
  editTitle: 'Change my search',
  listLabel: 'Answers',
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
  goChanged: 'A transport has just changed: the trips are up to date.',
  goExample: (date: string, hour: string) => `Example for ${date} at ${hour}`,
  goFor: (date: string, hour: string) => `For ${date} at ${hour}`,
  depart: (hour: string) => `leaves ${hour}`,
  arrive: (hour: string) => `arrives ${hour}`,
  return: (hour: string) => `returns ${hour}`,
  agreed: 'times agreed when booking',
  callBefore: (date: string, hour: string) => `before ${date}, ${hour}`,
  callOn: 'Call',
  membership: (amount: string) => `+ ${amount.replace('.00', '')} a year membership`,
  priceUnknown: 'ask for the price',
  priceAtLeast: (amount: string) => `at least ${amount}`,
  toCheck: 'To be confirmed by phone',
  registrationClosed: 'Too late to register for a first time',
  hireBefore: (days: number) =>
    days === 1
      ? 'Vehicle to be fetched the day before'
      : `Vehicle to be fetched ${days} days before`,
  showMap: 'See on the map',
  mapTitle: 'Map of the answers',
  mapLoading: 'The map is on its way…',
};
