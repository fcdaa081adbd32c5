// The observatory, in English: where care is out of reach, for whom, how it is known.

import type { IndicatorUnit } from '#domain/access/indicators.ts';
import { EN_ACCESS_COMPARE } from '#web/i18n/en-access-compare.ts';
import { EN_INDICATORS } from '#web/i18n/en-access-indicators.ts';
import { EN_METHOD } from '#web/i18n/en-access-method.ts';
import { EN_ACCESS_PARTS } from '#web/i18n/en-access-parts.ts';
import { EN_ACCESS_WEEK } from '#web/i18n/en-access-week.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frAccess } from '#web/i18n/fr-access.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) === 1 ? one : many);
const fixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
const people = (count: number): string => `${fixed(count, 0)} ${plural(count, 'person', 'people')}`;

const UNITS: Readonly<Record<IndicatorUnit, (count: number) => string>> = {
  acts_a_year: (count) => plural(count, 'consultation a year', 'consultations a year'),
  full_time_100k: () => 'per 100,000 people',
  minutes: () => 'min',
  professions: (count) => plural(count, 'profession', 'professions'),
  days_a_week: (count) => plural(count, 'day a week', 'days a week'),
  people: (count) => plural(count, 'person', 'people'),
  percent: () => '% of people',
};

export const enAccess: typeof frAccess = {
  title: 'The observatory of access to care',
  nav: 'Observatory',
  lead: 'Where is care out of reach, and for whom?',
  indicators: EN_INDICATORS,
  method: EN_METHOD,
  pick: {
    label: 'What is looked at',
    territory: 'Territory',
    indicator: 'Question',
    submit: 'Show',
    groups: {
      access: 'Finding a professional',
      nearest: 'The time by car',
      basket: 'What is missing',
      without_car: 'Without a car',
      on_foot: 'On foot',
    },
    failed: 'These figures could not come. Those of before stay; please try again.',
  },
  value: (unit, value, decimals) =>
    `${fixed(value, decimals)} ${UNITS[unit](Number(value.toFixed(decimals)))}`,
  bare: (value, decimals) => fixed(value, decimals),
  unitOf: (unit) => UNITS[unit](2),
  states: {
    value: '',
    none_in_reach: 'none within reach',
    unknown: 'not known',
    suppressed: 'not told: fewer than 5 people',
  },
  statesLong: {
    none_in_reach: 'Nothing within reach',
    unknown: 'Not known',
    suppressed: 'Fewer than 5 people: nothing is told',
    fragile: 'Fragile result',
  },
  fragile: 'fragile',
  fragileHint: 'Striped: a small error on times or supply would cross the threshold.',
  classes: {
    below: (to) => `less than ${to}`,
    between: (from, to) => `${from} to ${to}`,
    above: (from) => `${from} and more`,
  },
  hinge: {
    threshold: (value) => `threshold: ${value}`,
    nationalMean: (value) => `mean of the country: ${value}`,
  },
  who: (count, older) =>
    older === null ? people(count) : `${people(count)}, of whom ${fixed(older, 0)} are 75 or over,`,
  mean: {
    territory: 'The territory',
    departement: 'The département, by the ministry',
    national: 'France',
  },
  share: (percent, communes) =>
    `That is ${fixed(percent, 0)}% of the people, in ${communes} ${plural(communes, 'commune', 'communes')}`,
  depth: (percent) =>
    `Below the threshold, ${fixed(percent, 0)}% on average is missing to reach it.`,
  print: 'Print this page',
  map: {
    title: (indicator) => `Map: ${indicator}`,
    show: 'Show the map',
    loading: 'The map is coming…',
    worst: 'Numbers 1, 2 and 3: the communes worst served.',
    mark: (rank, name, value) => `Number ${rank}: ${name}, ${value}`,
    reading: (name, value, count) => `${name}: ${value} (${people(count)})`,
    press: 'Press a commune to read its sheet.',
  },
  legend: {
    squares:
      'Seen from near, the map shows each inhabited square of 200 metres, in the same colours; in grey, fewer than 5 people live there and nothing is told. These counts and the table stay by commune.',
    title: 'The colours, and how many people',
    people: (count, communes) =>
      `${people(count)}, ${communes} ${plural(communes, 'commune', 'communes')}`,
  },
  table: {
    title: 'From the worst served to the best served',
    scroll: 'Table of communes',
    rank: 'No.',
    name: 'Commune',
    people: 'People',
    older: '75 and over',
    unranked: '–',
    showAll: (count) => `See the ${count} communes`,
    showFew: 'See fewer communes',
    below: (count, older) =>
      older === null ? `${count} people` : `${count} people (75 and over: ${older})`,
    table: 'The table (CSV)',
    shapes: 'The map (GeoJSON)',
  },
  plot: {
    title: 'From the worst to the best served',
    hint: 'All the people, from the worst to the best served. Each band is a commune, as wide as it has people.',
    axis: 'people',
    summary: (lowest, highest, count) =>
      `${count} communes, from ${lowest} to ${highest}. Every value is in the table.`,
    threshold: 'threshold',
    national: 'France',
    territory: 'territory',
    without: (count) =>
      `${count} ${plural(count, 'commune without a value is not drawn', 'communes without a value are not drawn')}.`,
    failed: 'The drawing could not come. Every value is in the table.',
  },
  how: {
    summary: 'How it is computed',
    all: 'The whole method, with its limits',
  },
  sources: {
    title: 'Where these figures come from',
    computed: (date) => `Computed ${f.onDate(date)}.`,
    dated: (date) => `data: ${f.factDate(date)}`,
    undated: 'no date',
    toConfirm: 'to be confirmed',
    estimateName: 'Estimated road times',
    weekName: 'An ordinary week of the known timetables',
    estimated: 'Estimated times: without a map of roads they are derived from the distance.',
    haloFull: (count) =>
      `The ${count} communes less than 38 km around, as the crow flies, are counted: people next door share the same professionals.`,
    haloTitle: 'Figures are missing around the territory',
    haloWhy: (communes, all) =>
      communes === 0
        ? 'Near the edges of the territory the figures may be too good or too bad.'
        : `In ${fixed(communes, 0)} ${plural(communes, 'commune', 'communes')} of the territory or around it (${fixed(all, 0)} around, less than 38 km as the crow flies), not everything was counted: near the edges of the territory the figures may be too good or too bad.`,
    haloWhich: 'What is missing, and where',
    haloPeople: (communes, count) =>
      `People not counted in ${count} neighbouring ${plural(count, 'commune', 'communes')}: ${communes}.`,
    haloSupply: (kinds, communes, count) =>
      `Care not counted (${f.list(kinds)}) in ${count} ${plural(count, 'commune', 'communes')} of the territory or around it: ${communes}.`,
    haloGround: 'In some directions no neighbouring commune is known: the sea, or nothing loaded.',
    others: (count) => `and ${count} ${plural(count, 'other', 'others')}`,
  },
  kinds: {
    gp: 'General practitioner',
    nurse: 'Nurse',
    physio: 'Physiotherapist',
    dentist: 'Dentist',
    midwife: 'Midwife',
    pharmacy: 'Pharmacy',
    hospital: 'Hospital',
    emergency: 'Emergencies',
  },
  ...EN_ACCESS_PARTS,
  compare: EN_ACCESS_COMPARE,
  week: EN_ACCESS_WEEK,
};
