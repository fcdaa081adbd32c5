// What is said in English of what one keeps of a scenario: its link, its name, files, departures announced.

import { enFormat as f } from '#web/i18n/en-format.ts';
import type { Dictionary } from '#web/i18n/fr.ts';

export const enScenarioKept: Dictionary['scenario']['kept'] = {
  title: 'Keep and show',
  link: 'Link to these scenarios',
  linkHint:
    'Whoever opens it finds the same changes and the same figures. Nothing is kept on our servers.',
  copy: 'Copy the link',
  copied: 'Link copied.',
  copyFailed: 'The link could not be copied: select it and copy it.',
  holdsNoted:
    'Take care: these scenarios hold a departure that only your organization was told of. The link and the report show it by its place, without a name or a date; where one person practises, that is enough to know who. Give them only to those who may know.',
  broken: 'This link is incomplete or was changed: the scenarios could not be found again.',
  sameData: 'Same data as when this link was made: same figures.',
  otherData:
    'Data have changed since this scenario was made: figures may differ from those of then.',
  otherSources: (names) => `What changed: ${f.list(names)}.`,
  sources: {
    population: 'the population',
    supply: 'the care counted',
    roads: 'the roads',
    parameters: 'the parameters',
    published: 'the published figures',
    lines: 'the lines',
    offers: 'the transport offers',
    week: 'the week of reference',
    days: 'useful days without a car',
  },
  editions: (told) => `Data: ${told}.`,
  undated: 'estimated or undated',
  report: 'See the report to print',
  csv: 'Table (CSV)',
  geojson: 'Map (GeoJSON)',
  png: 'Image (PNG)',
  files: 'Download',
  fileName: (territory, profession) => `scenario-${territory}-${profession}`,
  header: {
    insee: 'insee',
    commune: 'commune',
    population: 'residents',
    before: 'access_before',
    after: 'access_after',
    change: 'difference',
    crossing: 'threshold',
    daysBefore: 'useful_days_before',
    daysAfter: 'useful_days_after',
    daysChange: 'days_difference',
  },
  save: {
    title: 'Scenarios of your organization',
    signIn: 'Sign in to keep your scenarios under a name',
    signInFirst: 'What you are trying waits for you: you will find it here again once signed in.',
    organization: 'Organization',
    name: 'Name of the scenario',
    save: (number) => `Keep scenario ${number}`,
    saved: (name) => `Kept: « ${name} ».`,
    noName: 'Give the scenario a name.',
    failed: 'The scenario could not be kept. Nothing is lost on this page: try again.',
    stale: 'Somebody changed this scenario meanwhile: the list is up to date again.',
    none: 'No scenario kept for this territory.',
    openAs: (number) => `Open as scenario ${number}`,
    openOf: (name, number) => `Open « ${name} » as scenario ${number}`,
    rewrite: 'Replace by what I am trying',
    rewriteOf: (name) => `Replace « ${name} » by the scenario shown`,
    remove: 'Delete',
    removeOf: (name) => `Delete « ${name} »`,
    removed: (name) => `Deleted: « ${name} ».`,
    sure: 'Confirm the deletion',
    changes: (count) => (count === 1 ? '1 change' : `${count} changes`),
    changed: (when) => `touched ${when}`,
  },
  departures: {
    title: 'Departures announced',
    lead: 'What practitioners told you. Written by hand, seen by your organization only, never guessed from an age nor from any data.',
    who: 'Who announced their departure?',
    whoMissing: 'Choose who leaves.',
    when: 'When?',
    whenHint: 'A year, a month or a day: 2027, June 2027 or 30/06/2027.',
    whenWrong: 'Write a year, a month or a day. For instance: 2027, June 2027 or 30/06/2027.',
    note: 'Note',
    add: 'Note this departure',
    noted: (name) => `Noted: ${name}.`,
    remove: 'Take out',
    removeOf: (name) => `Take out the departure of ${name}`,
    removed: 'Departure taken out.',
    failed: 'This could not be done. Check the connection, then try again.',
    stale: 'Somebody changed this departure meanwhile: the list is up to date again.',
    none: 'No departure noted.',
    nobody:
      'The directory names no practitioner of this profession here: its supply comes from counts by commune, without names. A departure is then tried above, by place.',
    gone: 'no longer in the directory',
    year: 'Up to the end of',
    caution:
      'Once tried, these departures are also in the address of this page, in its link and in the report: by their place, without a name or a date. Where one person practises, that is enough to know who.',
    apply: 'Try these departures',
    applied: (count) =>
      count === 1
        ? '1 departure added to the scenario.'
        : `${count} departures added to the scenario.`,
    allTried: 'These departures are in the scenario.',
    share: (percent) =>
      `Share of the supply that leaves: ${percent}% of the present access of the territory.`,
    worst: 'Communes where the share is greatest',
    elsewhere: (count) =>
      count === 1
        ? '1 departure is not of this profession.'
        : `${count} departures are not of this profession.`,
    percent: (value) => `${f.number(Math.round(value * 100))}%`,
  },
};
