// The observatory in English: figures beside those of the ministry, territories and communes that are alike.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { FR_ACCESS_COMPARE } from '#web/i18n/fr-access-compare.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) === 1 ? one : many);
const fixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
const percent = (share: number): string => `${fixed(100 * share, share < 0.1 ? 1 : 0)}%`;
const people = (count: number): string => `${fixed(count, 0)} ${plural(count, 'person', 'people')}`;

export const EN_ACCESS_COMPARE: typeof FR_ACCESS_COMPARE = {
  title: 'Compare with a territory that is like it',
  lead: 'Two or three territories of this site, question by question. With each figure, how old it is.',
  head: (name) => `Compare ${name}`,
  link: 'Compare with another territory',
  back: 'Back to the map',
  print: 'Print the comparison',
  published: {
    departement: (code, year) => `Département ${code}, by the ministry (${year})`,
    departementUnknown: 'The département',
    part: (communes, of) =>
      communes === of
        ? `mean of the people of its ${communes} published communes`
        : `mean of the people of ${communes} of its ${of} published communes`,
    territory: (year) => `This territory, by the ministry (${year})`,
    residual: (amount, isLess) =>
      isLess ? `our reckoning: ${amount} less` : `our reckoning: ${amount} more`,
    same: 'our reckoning: the same',
    source: (year) => `ministry, ${year}`,
  },
  pick: {
    label: 'The territories to compare',
    territory: 'Your territory',
    others: 'Compare with (one or two)',
    othersHint: 'The most alike first.',
    submit: 'Compare',
    none: 'This site knows one territory: there is no other to compare.',
    notComputed: 'figures not computed yet',
    tooMany: 'Only two other territories fit side by side: the first two are shown.',
  },
  alike: {
    near: 'very close',
    rather: 'rather close',
    far: 'different',
    unknown: (count) => (count === 1 ? 'one point not known' : `${count} points not known`),
    gap: (gap) => `gap ${fixed(gap, 1)}`,
  },
  portrait: {
    title: 'Are they alike?',
    caption: 'People, age and density of each territory',
    territory: 'Territory',
    people: 'People',
    peopleOf: (count, year) => (year === null ? count : `${count} (${year})`),
    older: '75 and over',
    density: 'Density',
    densityOf: (density) => `${fixed(density, 0)} people a km²`,
    schematic: 'rough: schematic limits',
    communes: 'Communes',
    alike: 'Likeness',
    own: 'yours',
    percent,
  },
  notComputed: (name) =>
    `${name}: its figures are not computed yet. They will come here as soon as they are ready.`,
  warnings: {
    title: 'Before comparing',
    travelTimes: (estimated, measured) =>
      `Times by road are not of the same source: estimated from the distance for ${f.list(estimated)}, by the roads for ${f.list(measured)}. Figures marked “different sources” do not compare: the difference may come from the times, not from care.`,
    method: (names) =>
      `The figures of ${f.list(names)} come from an older version of our reckoning.`,
    year: (source, years) =>
      source === 'population'
        ? `People are not counted in the same year: ${f.list(years)}.`
        : `Professionals are not counted in the same year: ${f.list(years)}.`,
    yearOf: (name, year) => `${name} ${year}`,
    halo: (names) =>
      `Figures are missing around ${f.list(names)}: near ${names.length === 1 ? 'its' : 'their'} limits, they may be too good or too bad.`,
  },
  question: {
    title: 'Question by question',
    nothing: 'None of these territories has figures yet.',
    otherSources: 'different sources: not to be compared',
    columns: {
      territory: 'Territory',
      value: 'On average',
      total: 'In all',
      concern: (bound) => `People: ${bound}`,
      spread: 'The 10% worst and best served',
      gini: 'Inequality',
    },
    scroll: (question) => `Table: ${question}`,
    unknown: 'not known',
    notComputed: 'not computed yet',
    doubtful: 'to be checked: professionals there are probably not all known',
    concern: (count, share) => `${people(count)}, ${percent(share)}`,
    concernOlder: (count) => `of whom ${fixed(count, 0)} are 75 or over`,
    nobody: 'nobody',
    olderShare: (share) => `${percent(share)} of those of 75 and over`,
    gini: (gini) => fixed(gini, 2),
    palma: (ratio) => `the top 10% have ${ratio} times the value of the bottom 40%`,
    leftOut: (count) => `${people(count)} without a value, left out`,
    worst: 'the worst served',
    best: 'the best served',
    barsHint:
      'The bar goes from the worst served tenth to the best served tenth; the dot is the average, the dashes the threshold where there is one.',
    vintages: {
      population: (date) => `people ${f.factDate(date)}`,
      supply: (date) => `professionals ${f.factDate(date)}`,
      roads: (date) => (date === null ? 'roads' : `roads ${f.factDate(date)}`),
      estimate: 'estimated road times',
      week: (date) => `timetables of the week of ${f.factDate(date)}`,
    },
    computed: (date) => `computed ${f.onDate(date)}`,
  },
  how: {
    title: 'How it is reckoned',
    likeness: ({ olderPoints }) => [
      `Likeness is the mean of three gaps. Density: twice as many people a km² is 1. Age: ${olderPoints} points more of people of 75 and over are 1. Size: twice as many people is 1. Nought: the same.`,
      'What is not known counts 1: nobody is alike for want of data. Below 0.5 we write “very close”, below 1 “rather close”, otherwise “different”.',
      'The index of social disadvantage (FDep) is not in our data: of two territories that are close here, one may be poorer than the other.',
    ],
    inequality: [
      'The worst served tenth: people are ranked from the worst to the best served, and the mean of the last 10% is taken. Inequality is the Gini index: 0 if all have the same, near 1 if everything is for a few. The ratio compares the 10% who have most with the 40% who have least (Palma), ranked by access: incomes are not in our data.',
      'Each person counts for the value of their commune: differences within one commune are not seen.',
    ],
    communes: ({ densityBounds, olderPoints }) =>
      `Of the same class of density (bounds: ${f.list(densityBounds.map((bound) => fixed(bound, 0)))} people a km², our choice), then the closest by the share of people of 75 and over (${olderPoints} points are 1), density and number of people (twice is 1).`,
  },
  communes: {
    title: 'Communes that are like it',
    intro: (low, high) => {
      if (low === null)
        return high === null
          ? ''
          : `Fewer than ${high} people a km². The closest by age and size first.`;
      return high === null
        ? `More than ${low} people a km². The closest by age and size first.`
        : `From ${low} to ${high} people a km². The closest by age and size first.`;
    },
    introUnknown: 'Density not known: by age and number of people.',
    loading: 'The communes that are like it are coming…',
    failed: 'They could not come. Please try again.',
    none: 'No commune of this site is like it enough.',
    schematic: 'Rough density: limits are schematic.',
    facts: (count, share) =>
      share === null ? people(count) : `${people(count)}, ${percent(share)} of 75 and over`,
    otherTimes: 'road times of another source: not to be compared',
  },
  other: {
    go: 'Go to this territory',
    noAnswer: (question) =>
      `This territory has no figures yet for “${question}”. Here is another question.`,
    meanwhile: 'Meanwhile, you may look at another territory or search for care.',
    search: 'Search for care',
  },
  changes: {
    title: 'Since the data were last updated',
    since: (date) => `Compared with the figures computed ${f.onDate(date)}.`,
    fell: (count) =>
      `${count} ${plural(count, 'commune', 'communes')} fell below the threshold for GPs:`,
    rose: (count) => `${count} ${plural(count, 'commune', 'communes')} rose above it:`,
    names: (names, more) =>
      more === 0
        ? `${f.list(names)}.`
        : `${names.join(', ')}, and ${more} ${plural(more, 'other', 'others')}.`,
    none: 'No commune crossed the threshold.',
    people: (before, after) =>
      `People below the threshold: ${fixed(before, 0)} before, ${fixed(after, 0)} now.`,
    otherTimes:
      'The source of road times changed between the two: these differences may only be those of the reckoning.',
    otherMethod: 'Our reckoning changed between the two: these differences may come from it.',
  },
};
