// What the page of the slots says in English.

import type { SlotStatus, TravelMode } from '#domain/journey/journey.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frSlots } from '#web/i18n/fr-slots.ts';

const STATUS: Record<SlotStatus | 'closed', string> = {
  reachable: 'possible',
  to_check: 'to check',
  not_reachable: 'not possible',
  closed: 'closed',
};

const MODES: Record<TravelMode, string> = {
  no_car: 'without a car',
  car: 'by car',
  driven: 'driven by a relative',
};

const ranges = (list: readonly { from: number; to: number }[]) =>
  f.either(
    list.map(({ from, to }) =>
      from === to ? `at ${f.hour(from)}` : `between ${f.hour(from)} and ${f.hour(to)}`,
    ),
  );

const by = (ways: readonly string[]) =>
  ways.length === 0 ? '' : `, with ${f.either(ways.slice(0, 2).map((way) => `“${way}”`))}`;

export const enSlots: typeof frSlots = {
  title: (name) => `When to ask for an appointment: ${name}`,
  lead: (from, to, mode) =>
    `To go ${f.from(from)} to ${to} and back, ${MODES[mode]}. To read to the secretary on the phone.`,
  missingFrom: 'Tell us where you start: we will look for the possible days and hours.',
  refused: 'This request cannot be computed. Check the first day.',
  say: 'Say to the secretary',
  sayHello: 'Hello, I would like an appointment. I depend on a transport to come.',
  sayBest: (date, list) => `I can come on ${f.date(date)}, ${ranges(list)}.`,
  sayElse: 'Do you have room at these times? If not, I can give you other days.',
  sayElseUnknown:
    'Are you open at those times, and do you have a place? If not, I can give you other days.',
  listTitle: 'Day by day',
  hoursKnown: 'Days and hours at which the place is closed are left out.',
  hoursUnknown: 'We do not know the hours of this place: ask whether it is open on those days.',
  closedDay: 'Closed that day.',
  withAnswers: 'This calendar takes your answers into account.',
  changeAnswers: 'Change my answers',
  answersBusy: 'Taking your answers into account…',
  answersFailed:
    'Your answers could not be taken into account: these days and hours are those of everybody. Load the page again.',
  possible: (list, ways) => `Possible: ${ranges(list)}${by(ways)}.`,
  toCheck: (list, ways) => `To check: ${ranges(list)}${by(ways)}.`,
  checkFirst: 'First check by phone that the transport is possible for you.',
  nothing: 'No possible time.',
  holiday: (name) => `public holiday: ${name}`,
  timetableUnknown: 'We do not have the exact times of this day: a similar day is shown.',
  timetablesUnknown:
    'We do not have the exact times of these days: similar days are shown. Check before you book.',
  seeDay: 'Choose an hour and see the trip',
  tableTitle: 'The calendar',
  tableLabel: 'Table of days and hours',
  tableHint: 'Touch a box to see the trip.',
  day: 'Day',
  legend: 'What the signs mean',
  status: STATUS,
  toCheckHint: 'a condition, a registration or a time remains to be checked',
  slot: (date, minute, status, way) =>
    `${f.date(date)} at ${f.hour(minute)}: ${STATUS[status]}, ${way}`,
  none: 'No day of this fortnight suits.',
  noneNext: 'Try later, or call a travel adviser.',
  leftOut: (dates) =>
    `Not computed in time: ${f.list(dates.map((date) => f.date(date)))}. Reload the page.`,
  form: {
    heading: 'Change the search',
    firstDay: 'From which day?',
    submit: 'See the possible days',
  },
  nextWeeks: 'The next two weeks',
  print: 'Print, to phone',
  knownAppointment: 'Do you already have an appointment?',
  journey: 'See how to get there',
};
