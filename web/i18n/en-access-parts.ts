// Parts of the observatory in English: the sheet of a commune, a running computation, who signed in.

import { EN_ACCESS_DESK } from '#web/i18n/en-access-desk.ts';
import { EN_ACCESS_RANK } from '#web/i18n/en-access-rank.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { FR_ACCESS_PARTS } from '#web/i18n/fr-access-parts.ts';

const plural = (count: number, one: string, many: string) => (Math.abs(count) === 1 ? one : many);
const fixed = (value: number, decimals: number): string =>
  new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
const people = (count: number): string => `${fixed(count, 0)} ${plural(count, 'person', 'people')}`;

export const EN_ACCESS_PARTS: typeof FR_ACCESS_PARTS = {
  sheet: {
    title: (name) => `${name}: the sheet`,
    people: (count, older) =>
      older === null
        ? people(count)
        : `${people(count)}, of whom ${fixed(older, 0)} are 75 or over`,
    close: 'Close the sheet',
    loading: 'The sheet is coming…',
    failed: 'The sheet could not come. Please try again.',
    robust: 'Robust desert: however it is counted, this commune is below the threshold.',
    near: 'What is near',
    nearNone: 'Nothing known within reach.',
    nearColumns: {
      kind: 'Care',
      where: 'The nearest',
      car: 'By car',
      walk: 'On foot',
      days: 'Without a car',
    },
    walkFar: 'more than half an hour',
    walkFrom: 'On foot: from the square of 200 metres of the commune where most people live.',
    walkUnknown: 'On foot: by squares only. Squares of 200 metres are not loaded here.',
    minutes: (minutes) => `${fixed(minutes, 0)} min`,
    daysAWeek: (days) =>
      days === 0 ? 'no day' : `${fixed(days, 0)} ${plural(days, 'day', 'days')} a week`,
    daysUnknown: 'not computed',
    missing: (kinds) => `Missing near here: ${f.list(kinds)}.`,
    complete: 'The five kinds of everyday care are within reach.',
    figures: 'All the figures of the commune',
    columns: {
      indicator: 'Indicator',
      value: 'Here',
      territory: 'Territory',
      departement: 'Département',
    },
    between: (low, high) => `between ${low} and ${high} in 8 trials of 10`,
    probability: (percent) => `Below the threshold in ${fixed(percent, 0)}% of the 200 trials`,
    published: (year, value, residual) =>
      residual === null
        ? `The ministry publishes ${value} (${year})`
        : `The ministry publishes ${value} (${year}); difference with ours: ${residual}`,
    since: 'Since when',
    sinceIntro: 'GP consultations a year per inhabitant, according to the Ministry of Health:',
    sinceYear: (year, value, younger) =>
      younger === null
        ? `${year}: ${value}`
        : `${year}: ${value}; without doctors over 65: ${younger}`,
    go: (name) => `Search for a GP from ${name}`,
  },
  job: {
    title: 'Computing',
    first:
      'The first figures of this territory are being computed. This page will tell you when they are ready.',
    again: 'New figures are being computed. Those of before stay.',
    queued: 'Waiting for its turn.',
    progress: (done, total) => `${fixed(done, 0)} of ${fixed(total, 0)}`,
    starting: 'Preparing…',
    remaining: (duration) => `about ${duration} more`,
    failed: 'The last computation did not end well. It will be taken up again.',
    nothing: 'Nothing was computed yet for this territory.',
    nothingNext: 'Choose another territory, or come back later.',
    done: 'New figures are ready.',
    reload: 'Show them',
  },
  poles: {
    title: 'One profession short',
    intro:
      'These communes have four of the five kinds of everyday care. One profession would make them a whole local centre.',
    lacks: (kind) => `missing: ${kind}`,
    complete:
      'In these communes all five are already together. Everybody lives around the one they reach soonest by road.',
    around: (communes, count) =>
      `${f.number(communes)} ${communes > 1 ? 'communes' : 'commune'} of the territory, ${people(count)} in all`,
    joins: (name) => `too few people around: counted with ${name}`,
    outside: 'outside the territory',
    people: (count) => people(count),
  },
  tools: {
    scenario: 'Try a scenario',
    report: 'The report to print',
  },
  rank: EN_ACCESS_RANK,
  desk: EN_ACCESS_DESK,
};
