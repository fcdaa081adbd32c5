// What the page of scenarios says in English: what one tries, what comes of it, what is kept.

import type { AccessProfession } from '#domain/access/professions.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { enScenarioDays } from './en-scenario-days.ts';
import { enScenarioForm } from './en-scenario-form.ts';
import { enScenarioKept } from './en-scenario-kept.ts';
import { enScenarioReport } from './en-scenario-report.ts';

const people = (count: number): string =>
  count === 1 ? '1 resident' : `${f.number(count)} residents`;
const whole = (count: number): string => f.number(Math.round(count));

const PROFESSIONS: Record<AccessProfession, string> = {
  gp: 'general practitioners',
  nurse: 'nurses',
  physio: 'physiotherapists',
  dentist: 'dentists',
  midwife: 'midwives',
  pharmacy: 'pharmacies',
};

const LEFT_OUT: Record<string, string> = {
  unknown_site:
    'the directory does not know this place, or no longer, for the profession shown: this change is not counted.',
  id_taken: 'two places bear the same name: this change is not counted.',
  times_not_reckoned: 'travel times to this place are not computed: this change is not counted.',
  no_destination: 'this transport leads to no place of care: this change is not counted.',
  other_profession: 'is not about the profession shown.',
  no_home:
    'this transport starts from no commune of the territory, or from no stop within a walk: it is not counted.',
  no_way_back: 'this line brings nobody back: it makes no day useful.',
  unknown_line: 'this line is not in the timetables of here: this change is not counted.',
  not_weekly: 'a stop that does not come every week does not count in useful days without a car.',
  days_unknown: 'useful days without a car are not computed here: this change is not counted.',
};

export const enScenario: Dictionary['scenario'] = {
  title: 'Try a scenario',
  lead: 'Somebody leaves, a practice opens, more days, a transport: see at once who gains and who loses, by car and without one.',
  head: (territory) => `Try a scenario, ${territory}`,
  backToMap: 'The observatory',
  needsScript:
    'Scenarios are computed in your browser: this page needs JavaScript. The observatory and the report can be read without.',
  territory: 'Territory',
  profession: 'Profession',
  professions: PROFESSIONS,
  loading: 'Getting the sums ready…',
  failed: 'The sums could not be got ready. Check the connection, then try again.',
  notReady: 'Travel times of this territory are not computed yet. Come back in a few minutes.',
  nothing: (profession) =>
    `We know no ${profession} in this territory or around: nothing can be tried.`,
  retry: 'Try again',
  estimated: 'Travel times by car are estimated from the distance, give or take a few minutes.',
  scenarios: 'Scenarios',
  scenario: (number) => `Scenario ${number}`,
  addSecond: 'Compare with a second scenario',
  copySecond: 'It begins as the first: change what you want to compare.',
  removeSecond: 'Remove scenario 2',
  changesTitle: 'What you are trying',
  noChange: 'Nothing yet: add a first change. The map will show what it does.',
  remove: 'Remove',
  removeOf: (change) => `Remove: ${change}`,
  clear: 'Remove all',
  leftOut: (reason) => LEFT_OUT[reason] ?? reason,
  form: enScenarioForm,
  days: enScenarioDays,
  kept: enScenarioKept,
  result: {
    title: 'What it changes',
    calm: 'Without any change, nobody gains and nobody loses.',
    dropped: (count) => `${people(count)} more below the threshold`,
    lifted: (count) => `${people(count)} back above`,
    sentence: (dropped, lifted) => {
      if (dropped === 0 && lifted === 0) return 'Nobody passes the threshold, either way.';
      const down =
        dropped === 0
          ? 'Nobody falls below the threshold'
          : `${people(dropped)} fall below the threshold`;
      return `${down}, ${lifted === 0 ? 'nobody rises above it' : `${people(lifted)} rise above it`}.`;
    },
    losing: (count, communes) =>
      count === 0
        ? 'No commune loses.'
        : `${people(count)} of ${f.number(communes)} ${communes === 1 ? 'commune' : 'communes'} lose.`,
    hinge: {
      threshold: (value, unit) => `Threshold: ${value} ${unit}, that of official texts.`,
      national_mean: (value, unit) =>
        `Mark: ${value} ${unit}, the mean of the country. No text sets a threshold for this profession.`,
      territory_mean: (value, unit) =>
        `Mark: ${value} ${unit}, the mean of the territory today. Neither a threshold nor a mean of the country is known for this profession.`,
    },
    acts: 'consultations a year per resident',
    posts: 'full-time posts for 100,000 residents',
    reckonedIn: (milliseconds) =>
      `Computed in your browser in ${f.number(Math.max(1, Math.round(milliseconds)))} ms.`,
  },
  table: {
    title: 'With and without',
    caption: 'The territory today, and with each scenario',
    what: 'For the territory',
    today: 'Today',
    fullTime: 'Full-time posts in the territory',
    mean: 'Mean access of a resident',
    below: 'Residents below the threshold',
    dropped: 'Fall below the threshold',
    lifted: 'Rise above it',
    nothing: 'Residents with nothing within 20 minutes',
    nothing75Plus: 'of whom 75 and over',
    day: (weekday) => `Have a place open on ${f.weekday(weekday)} within 20 minutes`,
    days: 'Day by day',
    daysHint: 'Only places whose days are known are counted.',
    people,
    whole,
    signed: (text, isMore) => `${isMore ? '+' : '−'}${text}`,
  },
  map: {
    title: (scenario) => `Map of differences, ${scenario}`,
    described:
      'Each commune is coloured by what it gains or loses. The table « Who loses, who gains » says the same, commune by commune.',
    failed:
      'The shapes of the communes could not come: the map can be neither shown nor downloaded. All the rest is here.',
    legend: 'Difference in access',
    classes: {
      lose3: (bound) => `loses ${bound} or more`,
      lose2: (from, to) => `loses ${from} to ${to}`,
      lose1: (from, to) => `loses ${from} to ${to}`,
      small: (bound) => `changes by less than ${bound}`,
      none: 'does not change',
      gain1: (from, to) => `gains ${from} to ${to}`,
      gain2: (from, to) => `gains ${from} to ${to}`,
      gain3: (bound) => `gains ${bound} or more`,
    },
    crossing: 'thick outline: passes the threshold',
    downMark: '▼ falls below',
    upMark: '▲ rises above',
    north: 'North',
    scale: (km) => `${km} km`,
  },
  losers: {
    title: 'Who loses, who gains',
    losersTitle: 'Those who lose first',
    gainersTitle: 'Those who gain',
    none: 'No commune.',
    commune: 'Commune',
    population: 'Residents',
    before: 'Before',
    after: 'After',
    change: 'Difference',
    crossing: 'Threshold',
    down: 'falls below',
    up: 'rises above',
    nothingLeft: 'nothing left within 20 min',
    all: (count) => `See all ${f.number(count)} communes`,
  },
  loads: {
    title: 'Those who stay, those who come',
    lead: 'Where residents would go, each weighed by the care taken at their age, if they shared themselves by nearness and room (Huff’s model). An order of magnitude, not a forecast.',
    site: 'Place',
    before: 'Weighed residents, before',
    after: 'Weighed residents, after',
    change: 'Difference',
    closed: 'receives no more',
    none: 'The load of other places does not change.',
  },
  best: {
    title: 'Where opening would help most',
    lead: 'Communes of the territory, ranked by what one more place would bring there, on top of what you are trying.',
    fullTime: 'Full-time posts to settle',
    objective: 'Aim',
    total: 'The most residents back above the threshold',
    equity: 'The worst off first',
    rank: 'Rank the communes',
    place: 'Commune',
    lifted: 'Residents back above',
    gain: 'Lack made good',
    share: (value) => (value < 0.005 ? 'under 1%' : `${f.number(Math.round(value * 100))}%`),
    failed: 'The ranking could not be computed. Try again.',
    gainHint: 'Share of the whole lack of the territory, the worst off counting most.',
    open: 'Open here',
    openAt: (place) => `Open a place at ${place}`,
    opened: (place) => `Place added at ${place}.`,
    none: 'No commune would gain.',
  },
  report: enScenarioReport,
  method: {
    title: 'How it is computed',
    text: [
      'Access is that of the French indicator of localised potential accessibility: the supply of each place is shared between those who can come, then each adds up the shares within reach. Within 10 minutes a place counts whole, up to 15 minutes for two thirds, up to 20 minutes for a third.',
      'People of neighbouring communes count among those who share care, not in the totals: those are of the territory.',
      'One full-time post is ten half-days. An advanced consultation, a mobile unit or a booth count for their half-days.',
      ...enScenarioDays.method,
    ],
    data: 'Data',
  },
};
