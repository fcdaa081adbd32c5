// The pages that say how Voisoin works, in English: sources, order, accessibility, personal data.

import { enAccessibility } from '#web/i18n/en-accessibility.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import { enPrivacy } from '#web/i18n/en-privacy.ts';
import type { frAbout } from '#web/i18n/fr-about.ts';

export const enAbout: typeof frAbout = {
  others: 'Read also',
  contact: 'Write to us, call us',
  noContact: 'No contact is published yet for this territory.',
  sources: {
    title: 'Sources and freshness',
    lead: 'Where do facts come from? Each has a source and a date. Nothing is invented, except what bears the word “Demonstration”.',
    count: (count) => `${count} sources`,
    published: (date) => `date: ${f.factDate(date)}`,
    undated: 'undated',
    licence: (licence) => `licence: ${licence}`,
    noLicence: 'licence not stated',
    read: 'Read the source',
    agesTitle: 'From when a fact is “to be confirmed”',
    agesIntro:
      'A fact grows old. Past this time we write “to be confirmed” until somebody has checked it.',
    ageColumn: 'Fact',
    limitColumn: 'Time',
    facts: {
      identity: 'Name and activity',
      address: 'Address',
      phone: 'Phone',
      hours: 'Hours',
      price: 'Price',
      rule: 'Conditions of a transport',
      new_patients: 'New patients',
    },
    months: (months) =>
      months % 12 === 0 ? `${months / 12} year${months > 12 ? 's' : ''}` : `${months} months`,
    days: (days) => `${days} days`,
    weak: 'A weak or undated source is always “to be confirmed”.',
    demoTitle: 'The word “Demonstration”',
    demo: 'The names of health professionals are not loaded yet. In their place we show example pages: names, phones and hours are invented. Their number in each commune is that of Insee.',
    shapes: 'Commune limits are schematic until the official outlines are loaded.',
    editionsTitle: 'Official sources, and how old ours are',
    editionsIntro:
      'These public files are loaded by a command. Here is what this site holds of them, and since when.',
    neverImported: 'Not loaded here yet.',
    states: { fresh: 'Up to date', old: 'To be loaded again', expired: 'Over, to be loaded again' },
    edition: ({ name, licence, asOf, importedOn, checkedOn, validFrom, validTo, keptCount }) =>
      [
        ...(name === null ? [] : [name]),
        ...(licence === null ? [] : [licence]),
        ...(asOf === null ? [] : [`data: ${f.factDate(asOf)}`]),
        ...(validFrom === null || validTo === null
          ? []
          : [`valid from ${f.factDate(validFrom)} to ${f.factDate(validTo)}`]),
        `loaded on ${f.factDate(importedOn)}`,
        ...(checkedOn === importedOn ? [] : [`compared on ${f.factDate(checkedOn)}`]),
        `${f.number(keptCount)} rows`,
      ].join('; '),
    publishedBy: (publisher, cadence) => `${publisher}, ${cadence}`,
    ownLicence: 'each file has its own licence',
    refresh: 'Command:',
    producer: (title) => `The producer’s page: ${title}`,
    listTitle: 'All sources',
  },
  ranking: (figures) => ({
    title: 'How we rank',
    lead: 'The same search gives the same order to everybody. Nobody pays to come first.',
    sections: [
      {
        title: 'People and places of care',
        paragraphs: ['We compare in this order. The next point counts only in a tie.'],
        items: [
          `Estimated driving time, by bands: under ${f.list(figures.travelBandMinutes.map((minutes) => `${minutes}`))} minutes, then farther. Two minutes less never hide an open door.`,
          'Open at the asked time, or by appointment; then hours not known; then closed.',
          'Checked facts; then dated ones; then those to be confirmed.',
          'The distance as the crow flies.',
          'An internal number, so that the order never changes by chance.',
        ],
      },
      {
        title: 'Ways to get there: first what is possible',
        paragraphs: ['Ways are sorted in four groups.'],
        items: [
          'Possible for you.',
          'To check: a condition, some help, a notice or a time is not certain.',
          'Register first, or an urgent request.',
          'Almost possible: too late, not that day, or not for you. We say why.',
        ],
      },
      {
        title: 'Then what takes least of you',
        paragraphs: [
          'If you said your doctor prescribed a transport, prescribed transports come first.',
          'Then, within a group, we count everything in minutes: the time of travel, there and back, without the appointment itself. This is what each thing counts:',
        ],
        items: [
          `a minute on foot counts for ${f.number(figures.walkWeight)}; for ${f.number(figures.walkWeightReduced)} if you need a wheelchair, oxygen or help;`,
          `a minute of waiting at a stop counts for ${f.number(figures.waitWeight)};`,
          `at the place of care, waiting does not count up to ${figures.placeWaitFreeMinutes} minutes; then each minute counts for ${f.number(figures.placeWaitWeight)};`,
          `${figures.minutesPerChange} minutes for each change;`,
          `${figures.minutesPerCall} minutes for each call to make;`,
          `${figures.minutesPerEuro} minutes for each euro; ${figures.minutesPerUnknownPrice} minutes when part of the price is not known;`,
          `${figures.minutesUnknownTimetable} minutes when we do not have the timetable;`,
          `${figures.minutesUnknownBooking} minutes when we do not know how to book;`,
          `${figures.minutesToGetPrescription} minutes when a prescription from your doctor is needed first;`,
          `${figures.minutesUnknownNeed} minutes for each help asked for that nobody can say is possible;`,
          `${figures.minutesDriverToFind} minutes when a volunteer driver has still to be found;`,
          `${figures.minutesLastReturn} minutes when no other way back follows the one proposed; ${figures.minutesRideToLastLine} more when somebody must drive you to that last train or coach;`,
          `${figures.minutesLastResort} minutes for a transport to keep as a last resort.`,
          'In a tie, the one to book earliest comes first.',
        ],
      },
      {
        title: 'Five answers, of several sorts',
        paragraphs: [
          `We show ${figures.maxOptions} ways at most. The best of each sort comes first: you see the train, the volunteer driver and the car, rather than five trains.`,
        ],
      },
      {
        title: 'The service that comes to you',
        paragraphs: ['Beside the trips, we say who comes to your home, or near. In this order:'],
        items: [
          'The services that say they answer your need. Those that answer others are not shown.',
          'Those that do not say which needs they answer: to be checked.',
          'In each group, the one that comes soonest, where it is nearest to your home; a day to be agreed comes after.',
          `Of a round, we keep the stops within ${f.distance(figures.visitNearMeters)} as the crow flies, when there are some, and the days of the two months to come.`,
        ],
      },
      {
        title: 'What an “estimate” is worth',
        paragraphs: [
          'When we do not have the map of roads, we estimate driving time from the distance. The word “estimate” is then always written.',
          `We compared it with ${f.number(figures.estimateError.rows)} trips computed on the roads of Corrèze, which did not serve to tune it:`,
        ],
        items: [
          `one time in two, the error is under ${f.number(figures.estimateError.medianAbsoluteMinutes)} minutes; for a trip of half an hour at most, under ${f.number(figures.estimateError.shortMedianAbsoluteMinutes)} minutes;`,
          `nine times in ten, it is under ${f.number(figures.estimateError.p90AbsoluteMinutes)} minutes;`,
          `one time in two, the distance by road is right within ${f.number(figures.estimateError.medianMetersShare * 100)}%;`,
          `the order from nearest to farthest is well kept (rank correlation: ${f.number(figures.estimateError.rankCorrelation)} out of 1).`,
        ],
      },
    ],
  }),

  accessibility: enAccessibility,
  privacy: enPrivacy,
};
