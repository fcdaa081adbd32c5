// How English says what is watched over in a workspace: reports, freshness, trips, searches without a way.

import type { DemandCategory, HalfDay } from '#domain/journey/unmet-demand.ts';
import type { OfferStatus } from '#domain/transport/offer.ts';
import type { TripCounts, TripNotice } from '#domain/transport/trip-counts.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import { enNotices } from '#web/i18n/en-notices.ts';
import type { frWorkspaceWatch } from '#web/i18n/fr-workspace-watch.ts';

const s = (number: number) => (number === 1 ? '' : 's');

const STATES: Readonly<Record<OfferStatus, string>> = {
  active: 'in service',
  to_confirm: 'read as “to confirm”',
  to_document: 'to document',
  suspended: 'interrupted',
  historic: 'historic',
};

const TRIP_NOTICES: Readonly<Record<TripNotice['code'], (values: TripNotice['values']) => string>> =
  {
    mean_distance: ({ meanKm = 0, limit = 0 }) =>
      `${f.number(meanKm)} km a trip on average: social transport stops at ${limit} km.`,
    no_kilometres: () => 'Trips without a kilometre: check the number of kilometres.',
    no_drivers: () => 'Trips without a driver: check the number of drivers.',
    too_many_drivers: () => 'More drivers than trips: check both numbers.',
    no_beneficiaries: () =>
      'Trips without anybody driven: count each person, by residence or by means.',
  };

const FIELDS: Readonly<Record<keyof TripCounts, { label: string; hint: string }>> = {
  trips: { label: 'Trips made', hint: 'There and back counts as two.' },
  kilometres: { label: 'Kilometres', hint: 'With the person on board.' },
  drivers: { label: 'Volunteer drivers', hint: 'How many drove this month.' },
  beneficiariesByResidence: {
    label: 'People, by residence',
    hint: 'Entitled because they live in a rural area.',
  },
  beneficiariesByMeans: {
    label: 'People, by means',
    hint: 'Entitled because they have a low income.',
  },
  refused: { label: 'Requests not met', hint: 'For want of a driver, for example.' },
};

const CATEGORIES: Readonly<Record<DemandCategory, string>> = {
  doctor: 'doctor',
  daily_care: 'everyday care',
  teeth_eyes: 'teeth, eyes',
  women_children: 'women, children',
  mind: 'mental health, addictions',
  home: 'help at home',
  rights: 'rights',
  hospital: 'hospital',
  unknown: 'care not said',
};

const HALF_DAYS: Readonly<Record<HalfDay, string>> = {
  morning: 'morning',
  afternoon: 'afternoon',
};

const monthOf = (month: string): string => f.factDate(month);

export const enWorkspaceWatch = {
  reports: {
    title: 'Reports',
    lead: 'Residents tell you what is wrong. Look, mend it if need be, then answer.',
    leadTerritory: 'What residents report about the offers and entries of the territory.',
    waiting: (number) => (number === 0 ? 'Nothing waits' : `${number} to look at`),
    none: 'Nothing to look at: all is up to date.',
    reviewed: 'Already seen',
    noText: 'Nothing more was said.',
    about: { offer: 'Offer', entry: 'Entry' },
    gone: 'It is no longer in the directory',
    received: (date, minute) => `Received on ${f.factDate(date)} at ${f.hour(minute)}`,
    edit: 'Open the offer to mend it',
    see: 'See what residents read',
    note: 'Your note',
    noteHint: 'For your colleagues. Residents do not read it.',
    optional: 'optional',
    accept: 'It is right: mended',
    refuse: 'Nothing to change',
    actOf: (action, name) => `${action}: ${name}`,
    status: { new: 'to look at', accepted: 'mended', refused: 'nothing to change' },
    by: (date, name) => `on ${f.factDate(date)}${name === null ? '' : `, by ${name}`}`,
    older: 'See older ones',
    newest: 'Back to the newest',
    done: { accepted: 'Thank you. Noted: mended.', refused: 'Noted: nothing to change.' },
    failure: {
      stale: 'Somebody answered meanwhile. Here are the reports as they are.',
      refused: 'It did not work. Nothing changed.',
    },
  },
  freshness: {
    title: 'How fresh the offers are',
    lead: 'When each offer was checked, and until when it can be relied on.',
    none: 'No offer is published yet.',
    groups: {
      due: 'To check',
      soon: 'To check within a month',
      fine: 'Up to date',
      nobody: 'Nobody checks them here',
    },
    confirmThere: 'Read them again and confirm them, in « Offers »',
    nobodyWhy: 'These offers come from public documents. Invite their organization to keep them.',
    verified: (date) => (date === null ? 'never checked' : `checked: ${f.factDate(date)}`),
    known: (date) => (date === null ? 'date not known' : `document of: ${f.factDate(date)}`),
    due: (date) => `holds until ${f.factDate(date)}`,
    wasDue: (date) => `to check since ${f.factDate(date)}`,
    state: (state) => STATES[state],
    noOwner: 'organization not known',
  },
  trips: {
    title: 'Trips of volunteers',
    lead: 'Count every month. Numbers only: never write a name.',
    none: 'This space has no service of volunteer drivers.',
    year: (year) => `Year ${year}`,
    before: (year) => `See ${year}`,
    caption: (name, year) => `${name}, month by month, ${year}`,
    month: 'Month',
    monthName: monthOf,
    fields: FIELDS,
    short: {
      trips: 'Trips',
      kilometres: 'Km',
      drivers: 'Drivers',
      people: 'People',
      refused: 'Refused',
    },
    big: {
      trips: (number) => `trip${s(number)}`,
      kilometres: 'km',
      meanKm: 'km on average',
      drivers: (number) => `driver${s(number)} at most`,
      people: (number) => `${number === 1 ? 'person' : 'people'} at most`,
    },
    bigHint: 'Without names people cannot be added up: it is the month with the most of them.',
    count: 'Count',
    countOf: (month) => `Count ${monthOf(month)}`,
    change: 'Mend',
    changeOf: (month) => `Mend ${monthOf(month)}`,
    formTitle: (name, month) => `${name}, ${monthOf(month)}`,
    save: 'Save the month',
    cancel: 'Change nothing',
    wrong: 'Write a whole number, 0 when there is none.',
    saved: (month) => `Noted for ${monthOf(month)}.`,
    failure: {
      stale: 'Somebody counted this month meanwhile. Here are their numbers: check, then save.',
      refused: 'This month could not be saved. Nothing changed.',
    },
    notice: ({ code, values }) => TRIP_NOTICES[code](values),
    offerNotice: enNotices.sentence,
    legal: enNotices.legal,
    look: 'Worth a look',
    report: (year) => `Report of ${year} (spreadsheet)`,
    reportWhen: (year) => `To be sent to the préfet before 1 March ${year + 1}.`,
  },
  demand: {
    title: 'Searches without a way',
    lead: 'Trips that were looked for, and that no offer makes possible. Nobody can be recognised: only numbers are kept.',
    none: (least) => `Nothing to show yet: under ${least} searches, a number stays hidden.`,
    standsOut: (commune, when, category, number) =>
      `What stands out: from ${commune}, on ${when} (${category}), ${number} searches found nothing.`,
    caption: 'Searches without a way, by commune of departure and half-day of the appointment',
    commune: 'Commune',
    halfDays: { morning: 'Morning', afternoon: 'Afternoon' },
    total: 'Total shown',
    when: (weekday, halfDay) => `${f.weekday(weekday)} ${HALF_DAYS[halfDay]}`,
    cell: (weekday, category, number) =>
      `${f.weekday(weekday)}, ${CATEGORIES[category]}:\u00a0${number}`,
    category: (category) => CATEGORIES[category],
    fewer: (least) => `fewer than ${least}`,
    fewerWhy: (least) =>
      `What is not written: fewer than ${least} searches, or none. Totals count only the numbers shown.`,
    table: 'Open in a spreadsheet',
  },
} satisfies typeof frWorkspaceWatch;
