// Care near a commune, in English: where, how long, on which half-days, for whom, by whom it is known.

import type { AccessProfession } from '#domain/access/professions.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { FR_ACCESS_WEEK } from '#web/i18n/fr-access-week.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) === 1 ? one : many);
const days = (count: number): string =>
  count === 0 ? 'no day' : `${f.number(count)} ${plural(count, 'day', 'days')} a week`;

const HEADS: Readonly<Record<AccessProfession, readonly [one: string, many: string]>> = {
  gp: ['general practitioner', 'general practitioners'],
  nurse: ['nurse', 'nurses'],
  physio: ['physiotherapist', 'physiotherapists'],
  dentist: ['dentist', 'dentists'],
  midwife: ['midwife', 'midwives'],
  pharmacy: ['pharmacy', 'pharmacies'],
};
const heads = (count: number, profession: AccessProfession): string =>
  `${f.number(count)} ${plural(count, ...HEADS[profession])}`;

const PARTS = { both: 'morning and afternoon', morning: 'morning', afternoon: 'afternoon' };

export const EN_ACCESS_WEEK: typeof FR_ACCESS_WEEK = {
  title: 'Where to go, how, when',
  pick: 'For which care?',
  submit: 'Show',
  failed: 'The places and the days could not come.',
  retry: 'Try again',
  sites: {
    title: 'The nearest places',
    none: 'No place known within reach for this care.',
    car: 'By car',
    walk: 'On foot',
    noCar: 'Without a car',
    opening: 'Open',
    known: 'Known from',
    carFar: 'not among the three nearest by car',
    carUnknown: 'not computed yet',
    others: (count) =>
      `${f.number(count)} ${plural(count, 'other place', 'other places')}, farther`,
    notTried: 'not computed for this place',
    never: 'no day',
    daysForAll: (count) => `${days(count)}, open to all`,
    daysIfAllowed: (count) => `${days(count)}, with conditions`,
    daysMore: (forAll, possible) =>
      `${days(forAll)} for all, ${f.number(possible)} with transport that has conditions`,
    trip: (minutes) => `${minutes} door to door`,
    tripIfAllowed: (minutes) => `${minutes} door to door, with conditions`,
    announced: 'hours as announced',
    usual: 'usual hours, to be confirmed',
    hoursUnknown: 'hours not known',
    onDays: (from, to, parts) => `${to === null ? from : `${from} to ${to}`} ${PARTS[parts]}`,
    who: (known, profession) =>
      ({
        practice: `${heads(known.heads, profession)}, by name in the directory`,
        place: `${heads(known.heads, profession)}, by name in the directory`,
        count: `${heads(known.heads, profession)} in the commune (a count, without names)`,
      })[known.basis],
    source: (known) =>
      known.sourceName.includes(known.publisher)
        ? known.sourceName
        : `${known.sourceName} (${known.publisher})`,
    toConfirm: 'to be confirmed',
    undated: 'no date',
    unknown: 'not known',
  },
  whom: {
    title: 'Without a car, for whom, which days',
    none: 'No day: no known transport goes to one of these places and comes back the same day.',
    forAll: (forAll, sure) =>
      sure === forAll
        ? `For all: ${days(forAll)}.`
        : `For all: ${days(forAll)}, of which ${f.number(forAll - sure)} to be confirmed.`,
    nobodyForAll: 'For all: no day.',
    possible: (possible) => `With transport that has conditions: ${days(possible)}.`,
  },
  fromTo: (from, to) => `${from} to ${to}`,
  columns: { day: 'Day', morning: 'Morning', afternoon: 'Afternoon' },
  loading: 'The week is coming…',
  states: { yes: 'yes', to_confirm: 'to be confirmed', no: 'no', closed: 'closed' },
  onFoot: 'on foot',
  to: (place) => `, to ${place}`,
  times: (leave, home) => `leave at ${f.hour(leave)}, home at ${f.hour(home)}`,
  conditions: 'with conditions',
  note: (monday) =>
    `As in the week of ${monday}, which has no public holiday. One leaves from the centre of the commune. Half an hour there, 90 minutes at most each way, booked in time.`,
  computed: (date) => `The week was computed ${f.onDate(date)}.`,
  usual: 'Where opening hours are not known, usual hours are assumed.',
  conditional:
    '“With conditions”: membership, income, no other solution… The page of the transport says which.',
  unknown: 'Not known: no timetable is loaded for this territory. That does not mean “never”.',
  notComputed: 'Not computed yet.',
  sources: 'Where this sheet comes from, and of when',
};
