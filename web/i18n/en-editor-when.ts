// How English says the days and hours of an offer being written.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { frEditorWhen } from './fr-editor-when.ts';

const RANKS: Readonly<Record<number, string>> = {
  1: 'The first',
  2: 'The second',
  3: 'The third',
  4: 'The fourth',
  5: 'The fifth',
  [-1]: 'The last',
};

export const enEditorWhen = {
  whereFirst: 'Say first where it works: days and hours come next.',
  pattern: (number: number, where: string): string => (where === '' ? `Way ${number}` : where),
  patternOn: (name: string, days: string): string => `${name}: ${days}`,
  otherHours: 'Other hours on certain days',
  otherHoursDays: 'Which days have other hours?',
  otherHoursHint:
    'They are set apart, with the same zone and the same rules; you then write their hours. Leave at least one day here.',
  otherHoursGo: 'Set these days apart',
  weekdays: 'Which days of the week?',
  ranks: 'Only some weeks of the month?',
  ranksHint: 'Nothing ticked: every week.',
  rank: (rank: number): string => RANKS[rank] ?? `Number ${rank}`,
  market: {
    title: 'Market days',
    hint: 'Say when the market is: the day, and which of the month if it is not every week.',
    weekdays: 'The market is on',
    ranks: 'Which of the month?',
    how: 'On those days',
    ways: {
      only: 'it runs, and on no others',
      also: 'it runs too, besides the other days',
    },
    alsoHint:
      'The market days of the next twelve months join the days apart, public holidays left out.',
    go: 'Set the market days',
    label: 'market',
    isRule: (days: string): string => `It now runs on market days: ${days}.`,
    added: (count: number): string =>
      count === 0
        ? 'No day added: it runs on those days already.'
        : count === 1
          ? '1 market day added.'
          : `${count} market days added.`,
  },
  holidays: 'And public holidays?',
  holidayAnswers: {
    closed: 'Does not run',
    runs: 'Runs as usual',
    as_sunday: 'As on a Sunday',
  },
  school: 'And school holidays?',
  schoolAnswers: {
    any: 'All year',
    term: 'Not during school holidays',
    vacation: 'Only during school holidays',
  },
  zone: 'Of which zone?',
  zoneOfPlace: 'That of the territory',
  zoneName: (zone: string): string => `Zone ${zone}`,
  season: (from, to) =>
    from === null && to === null
      ? 'Part of the year only?'
      : [
          'The season',
          ...(from === null ? [] : [`from ${f.factDate(from)}`]),
          ...(to === null ? [] : [`until ${f.factDate(to)}`]),
        ].join(', '),
  startsOn: 'From',
  endsOn: 'Until',
  backwards: 'The end comes before the start.',
  exceptionsCount: (count: number): string =>
    count === 0 ? 'Special days?' : `Special days (${count})`,
  exceptions: 'Special days',
  exception: (date: string, runs: boolean, label: string): string =>
    `${f.date(date, 0)}: ${runs ? 'runs' : 'does not run'}${label === '' ? '' : ` (${label})`}`,
  addExceptions: 'Add days',
  addExceptionsHint: 'One a line, or a period: 24/12/2026 au 31/12/2026.',
  unknownDays: (items: readonly string[]): string =>
    `These are not days: ${items.join('; ')}. The others are added.`,
  daysAdded: (count: number): string =>
    count === 0 ? 'No day added.' : count === 1 ? '1 day added.' : `${count} days added.`,
  exceptionKind: 'On those days',
  exceptionKinds: { no: 'it does not run', yes: 'it runs' },
  exceptionLabel: 'Why',
  addDays: 'Add these days',
  hours: 'At what hours?',
  hoursHint: 'None: hours are agreed when booking.',
  hoursOf: 'the service',
  preview: 'The eight weeks to come.',
  daysIn: (days: number, weeks: number): string =>
    days === 0
      ? `No day of service in ${weeks} weeks.`
      : `${days} day${days > 1 ? 's' : ''} of service in ${weeks} weeks.`,
  weekOf: 'Week of',
  runs: {
    yes: 'runs',
    no: 'does not run',
    unknown: 'school holidays not yet published',
  },
} satisfies typeof frEditorWhen;
