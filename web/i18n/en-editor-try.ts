// How English says “try”: the stored cases, and what a draft changes to their answers.

import type { Moment } from '#domain/journey/journey.ts';
import type { Standing, TriedPrice } from '#domain/journey/plan-differences.ts';
import { enBase } from '#web/i18n/en-base.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frEditorTry } from '#web/i18n/fr-editor-try.ts';

const STANDINGS: Record<Standing, string> = {
  proposed: 'proposed',
  to_check: 'proposed, to check by phone',
  almost: 'almost possible',
  visit: 'comes to the person',
};

function price({ minCents, maxCents, partial }: TriedPrice): string {
  if (minCents === null) return 'price to ask';
  if (minCents === 0 && maxCents === 0 && !partial) return 'free';
  if (maxCents === null) return `at least ${f.euros(minCents)}`;
  const said = minCents === maxCents ? f.euros(minCents) : f.euroRange(minCents, maxCents);
  return partial ? `${said}, some of it to ask` : said;
}

const moment = (at: Moment | null): string =>
  at === null ? 'no limit known' : `before ${f.date(at.date)}, ${f.hour(at.minute)}`;

const answer = (value: boolean | null): string =>
  value === null ? 'to check' : value ? 'yes' : 'no';

export const enEditorTry = {
  intro:
    'Trips of invented people, replayed with the offers of today, then with your draft. Nothing is published.',
  run: 'Try',
  runAgain: 'Try again',
  running: 'Planning the trips, before and after…',
  busy: 'Too many searches at the moment. Nothing is lost: try again in a few seconds.',
  unsaved: 'Your draft is not saved yet. Try again when the network is back.',
  none: 'No case yet. Add one: a person, a place of care, a day.',
  tried: (changed: number, all: number): string =>
    changed === 0
      ? `Nothing changes for ${all === 1 ? 'this case' : `these ${all} cases`}.`
      : `${changed} of ${all} ${changed === 1 ? 'changes' : 'change'}.`,
  outdated: 'You changed the offer since: try again.',
  same: (count: number): string =>
    count === 1 ? '1 case without change' : `${count} cases without change`,
  sameOne: 'The answer is the same.',
  notTried: 'Not tried: planning took too long.',
  unknownEnd: 'Not tried: the commune or the place is no longer known. Change this case.',
  noWay: 'No way to get there.',
  before: 'Today',
  after: 'With your draft',
  from: 'goes from',
  to: 'to',
  when: (date: string, minute: number): string => `${f.date(date)}, ${f.hour(minute)}`,
  trip: (home: string | null, care: string | null): string =>
    `${home ?? 'unknown commune'} → ${care ?? 'unknown place'}`,
  way: (title: string, said: string): string => (said === '' ? title : `${title}: ${said}`),
  standings: STANDINGS,
  price,
  deadline: moment,
  answer,
  state: (state: keyof typeof enBase.codes.bookingStates): string =>
    enBase.codes.bookingStates[state],
  hours: (depart: number | null, back: number | null): string =>
    [
      depart === null ? 'departure to agree' : `departure ${f.hour(depart)}`,
      back === null ? 'return to agree' : `return ${f.hour(back)}`,
    ].join(', '),
  comesOn: (date: string | null): string =>
    date === null ? 'day to agree' : `comes on ${f.date(date)}`,
  rank: (rank: number): string => (rank === 1 ? 'first' : `number ${rank}`),
  labels: {
    standing: 'Proposal',
    eligible: 'Entitled',
    price: 'Price',
    deadline: 'Call',
    state: 'Booking',
    hours: 'Hours',
    comesOn: 'Visit',
    rank: 'Place in the list',
  },
  appears: (title: string): string => `“${title}” appears.`,
  disappears: (title: string): string => `“${title}” is no longer proposed.`,
  cases: (count: number, mayEdit: boolean): string =>
    `${count === 0 ? 'Cases' : count === 1 ? '1 case' : `${count} cases`} to try${mayEdit ? ': see, change, add' : ''}`,
  add: 'Add a case',
  edit: 'Edit',
  editOf: (label: string): string => `Edit the case: ${label}`,
  remove: 'Remove',
  removeOf: (label: string): string => `Remove the case: ${label}`,
  form: {
    title: 'A case',
    label: 'Its name',
    labelHint: 'An invented person: “Mrs Martin, physio on Tuesdays”.',
    home: 'Where she lives',
    care: 'Where she receives care',
    careHint: 'A name of the directory: a health house, a hospital.',
    weekday: 'The day',
    hour: 'Time of the appointment',
    length: 'How long there, in minutes',
    lengthHint: 'Empty when not known.',
    age: 'Her age',
    who: 'What is known of her',
    facts: {
      hasLicence: 'Has a driving licence',
      hasVehicle: 'Has a vehicle',
      lowIncome: 'Has small means',
      member: 'Is a member',
      prescription: 'Has a prescription for transport',
      disabilityCard: 'Has a disability card',
    },
    answers: { yes: 'yes', no: 'no', unknown: 'not known' },
    needs: 'What she needs',
    save: 'Save this case',
    cancel: 'Cancel',
    missing: 'The name, the commune or the place of care is missing.',
    stale: 'This case changed meanwhile. It was read again: start over.',
    refused: 'This case was not saved. Check the answers.',
    full: 'At most twenty cases: remove one first.',
  },
} satisfies typeof frEditorTry;
