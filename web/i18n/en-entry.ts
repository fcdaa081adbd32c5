// What the page of one partner or professional says in English.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frEntry } from '#web/i18n/fr-entry.ts';

const ACCESS: typeof frEntry.access = {
  stepFree: 'Step-free entrance',
  adaptedParking: 'Adapted parking space',
  adaptedToilet: 'Adapted toilet',
  hearingLoop: 'Hearing loop',
  homeVisits: 'Visits at home',
};

const FIELDS: Record<string, string> = {
  identity: 'Name and activity',
  name: 'Name',
  title: 'Profession or service',
  category: 'Activity',
  address: 'Address',
  point: 'Position',
  phone: 'Phone',
  contacts: 'Phone and contacts',
  email: 'E-mail',
  website: 'Website',
  hours: 'Hours',
  services: 'Services',
  new_patients: 'New patients',
  newPatients: 'New patients',
  accessibility: 'Accessibility',
  fees: 'Fees',
  coverage: 'Communes served',
  themes: 'Themes',
  notices: 'Notices',
  description: 'Presentation',
  finess: 'FINESS number',
  ...Object.fromEntries(
    Object.entries(ACCESS).map(([answer, words]) => [`accessibility.${answer}`, words]),
  ),
};

export const enEntry: typeof frEntry = {
  headDescription: 'Phone, hours, access, and the ways there and back.',
  precisions: {
    site: 'Exact point',
    address: 'Point at the address',
    bourg: 'Point in the village centre: ask for the exact address before you come',
    commune: 'Somewhere in the commune: ask for the exact address before you come',
  },
  answers: { yes: 'yes', no: 'no', unknown: 'not known' },
  hoursKinds: {
    public: 'Opening hours',
    phone: 'Phone hours',
    walk_in: 'Without appointment',
    home_visit: 'Home visits',
  },
  noticeKinds: {
    closure: 'Closed',
    hours: 'Changed hours',
    message: 'Good to know',
    departure: 'Leaving',
  },
  field: (field) => FIELDS[field] ?? field,
  demonstration: 'Demonstration',
  demonstrationText:
    'This page is an example: name, phone and hours are invented. The number of professionals in each commune is true.',
  call: 'Call',
  callNumber: (display, name) => `Call ${name} on ${display}`,
  noPhone: 'No known phone.',
  fiction: 'example number, it rings nowhere',
  contactKinds: {
    phone: 'Phone',
    email: 'E-mail',
    website: 'Website',
    booking: 'Book an appointment online',
  },
  where: 'Where',
  at: (place) => `At ${place}`,
  partOf: (organization) => `Organization: ${organization}`,
  openState: (state) => {
    switch (state.state) {
      case 'open':
        return `Open until ${f.hour(state.untilMinute)}`;
      case 'closed':
        return state.nextDate === null || state.nextMinute === null
          ? 'Closed now'
          : `Closed. Opens ${f.date(state.nextDate)} at ${f.hour(state.nextMinute)}`;
      case 'by_appointment':
        return 'By appointment';
      case 'unknown':
        return 'Hours not known';
    }
  },
  hours: 'Hours',
  hoursUnknown: 'We do not know them. Ask before you come.',
  closedDay: 'closed',
  today: 'today',
  range: (from, to) => `${f.hour(from)} – ${f.hour(to)}`,
  day: (iso) => f.weekday(iso),
  byAppointment: 'By appointment.',
  closedOnHolidays: 'Closed on public holidays.',
  newPatientsHeading: 'New patients',
  newPatientsOn: (date) => `answer of ${f.factDate(date)}`,
  accessHeading: 'Access',
  access: ACCESS,
  accessMore: 'All details on acceslibre (in French)',
  accessUnknown: 'Nothing is known. Ask before you come.',
  feesHeading: 'Fees',
  feesOrigin: (source, date) =>
    date === null ? `source: ${source}` : `source: ${source}, ${date}`,
  feeOption: (option) => `Fee option: ${option}`,
  vitaleCard: { yes: 'Carte Vitale accepted', no: 'Carte Vitale not accepted' },
  services: 'What you can do there',
  themes: 'Themes',
  neighbours: 'At the same place',
  coverage: 'Communes served',
  coverageCount: (count) => (count === 1 ? '1 commune' : `${f.number(count)} communes`),
  about: 'Presentation',
  noticeUntil: (end) => `until ${f.date(end)}`,
  noticeFrom: (start) => `from ${f.date(start)}`,
  outside: 'Outside the territory',
  fromPlace: (name) => `From ${name}:`,
  moreNeighbours: (count) => `See the ${count} others`,
  drive: (minutes, meters) =>
    `about ${f.duration(minutes)} by car, ${f.distance(meters)} (estimate)`,
  source: 'Where does this come from?',
  sourceIntro: 'Each fact has its source and its date.',
  asOf: (date) => `date: ${f.factDate(date)}`,
  confirmedOn: (date) => `checked on ${f.factDate(date)}`,
  toConfirm: 'to be confirmed',
  toConfirmText: 'This fact is old or weak. Ask for confirmation when you call.',
  goThere: {
    slots: 'No appointment yet? See the possible days and hours',
    heading: 'Getting there and back',
    intro: 'Say where you start and when. We look for the way there and the way back.',
    submit: 'See how to get there',
    from: 'Where do you start?',
    fromHint: 'Commune or postcode',
    day: 'Which day?',
    hour: 'At what time?',
    mode: 'How do you travel?',
    optional: 'optional',
  },
  actions: {
    heading: 'Keep or share this page',
    vcard: 'Save to my contacts',
    print: 'Print this page',
    share: 'Share the link',
    shareTell: 'The link shows this page only. It does not say who you are.',
    shareTellFrom: (commune) =>
      `The link shows this page and your starting commune (${commune}). It does not say who you are.`,
    copied: 'Link copied.',
  },
  printSources: 'Sources:',
};
