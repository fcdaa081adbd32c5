// The week without a car of a commune, in English: which half-days, with whom, at what time.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { FR_ACCESS_WEEK } from '#web/i18n/fr-access-week.ts';

export const EN_ACCESS_WEEK: typeof FR_ACCESS_WEEK = {
  title: 'To a general practitioner without a car',
  columns: { day: 'Day', morning: 'Morning', afternoon: 'Afternoon' },
  loading: 'The week is coming…',
  states: { yes: 'yes', to_confirm: 'to be confirmed', no: 'no', closed: 'closed' },
  onFoot: 'on foot',
  way: (title, place) => `${title}, to ${place}`,
  times: (leave, home) => `leave at ${f.hour(leave)}, home at ${f.hour(home)}`,
  conditions: 'depends on the person',
  note: (monday) =>
    `As in the week of ${monday}, which has no public holiday. One leaves from the centre of the commune. Half an hour there, 90 minutes at most each way, booked in time.`,
  usual: 'Where opening hours are not known, usual hours are assumed.',
  conditional:
    '“Depends on the person”: the transport has conditions (membership, income, no other solution…).',
  unknown: 'Not known: no timetable is loaded for this territory. That does not mean “never”.',
  notComputed: 'Not computed yet.',
};
