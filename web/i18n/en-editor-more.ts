// How English says what few offers need, folded under “More” in the editor.

import type { frEditorMore } from './fr-editor-more.ts';

export const enEditorMore = {
  pattern: {
    summary: 'More: length of rides, connections',
    durationFactor: 'Length of a ride, in % of that by car',
    durationFactorHint: '130: a ride of 20 minutes by car counts as 26 minutes.',
    durationOffset: 'And on top, in minutes',
    durationOffsetHint: 'For detours and getting in.',
    margin: 'Margin, in minutes',
    marginHint:
      'Between your arrival and the train or coach. For a hired vehicle: the papers and keys.',
  },
  opening: {
    summary: 'More: when bookings open',
    atHour: 'At what time do they open on that day?',
    atHourHint: 'Without a time: from midnight.',
    businessDays: 'Count working days up to the opening',
  },
  line: {
    summary: 'More: days apart',
    legend: 'Days with other hours',
    nobody: 'Nobody answers on that day.',
    day: 'A day apart',
    add: 'Add this day',
  },
} satisfies typeof frEditorMore;
