// What the poster of an offer, the list shown on other sites and the open files say in English.

import type { frEmbed, frFeed, frFlyer } from './fr-flyer.ts';

export const enFlyer: typeof frFlyer = {
  title: (name: string) => `Poster: ${name}`,
  description: (name: string) => `One A4 page to print: ${name}.`,
  make: 'Poster to print',
  print: 'Print the poster',
  back: 'Back to the offer',
  call: 'Call',
  noPhone: 'Ask',
  answered: 'Somebody answers',
  exceptHolidays: 'except public holidays',
  who: 'For whom',
  where: 'Where',
  when: 'When',
  book: 'Book',
  price: 'Price',
  scan: 'Details and news',
  scanHint: 'Point the camera of a phone at this square.',
  said: (source: string, date: string) => `From ${source}, ${date}.`,
  undated: 'date unknown',
  printed: (date: string) => `Printed on ${date}. Check by phone before you leave.`,
  closed: 'This service cannot be used at the moment.',
};

export const enEmbed: typeof frEmbed = {
  title: 'Transport near you',
  description: 'The transport on offer, to show on another site.',
  none: 'No transport to show here.',
  detail: 'Details',
  detailOf: (name: string) => `Details of ${name} (new window)`,
  by: 'Kept up to date on',
};

export const enFeed: typeof frFeed = {
  title: 'Open data',
  text: 'The offers published by the associations of this territory, as GTFS and GTFS-Flex, under Licence Ouverte 2.0.',
  download: 'Download the offers (GTFS)',
};
