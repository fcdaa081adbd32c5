// The pages that say how Voisoin works, in English: sources, order, accessibility, personal data.

import { enFormat as f } from '#web/i18n/en-format.ts';
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
    edition: ({ name, asOf, importedOn, checkedOn, validFrom, validTo, keptCount }) =>
      [
        ...(name === null ? [] : [name]),
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
          'To check: a condition, a notice or a time is not certain.',
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
          `${figures.minutesLastReturn} minutes when no other way back follows the one proposed;`,
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
  accessibility: {
    title: 'Accessibility',
    lead: 'Voisoin must serve everybody: with a magnifier, a keyboard, a voice, or without JavaScript.',
    sections: [
      {
        title: 'Where we stand',
        paragraphs: [
          'No outside body has audited this site yet. So we cannot state a rate of compliance with the French reference (RGAA 4.1).',
          'Until this audit, take the site as “not compliant” in the sense of the law, even though everything is done to make it work.',
        ],
      },
      {
        title: 'What we check at each version',
        paragraphs: [],
        items: [
          'an automatic check of each page (axe);',
          'the whole search by keyboard alone;',
          'the whole search without JavaScript;',
          'display at 360 and 1280 pixels wide, and text enlarged to 200%;',
          'colour contrast: 7 to 1 for text.',
        ],
      },
      {
        title: 'What we have not checked',
        paragraphs: [],
        items: [
          'the 106 criteria of RGAA, one by one, by an expert;',
          'use with each screen reader, on each phone;',
          'the reading of our texts by the people concerned: we write simply, but this is not validated “easy to read” (FALC).',
        ],
      },
      {
        title: 'The map',
        paragraphs: [
          'The map needs JavaScript and a screen. All that it shows is also written: in the list, in the trip, in the list of communes.',
          'It moves with the arrow keys, or with buttons.',
        ],
      },
      {
        title: 'Something stops you?',
        paragraphs: [
          'Tell us: we will give you the information another way, by phone or on paper.',
          'If we do not answer, you can turn to the Défenseur des droits (defenseurdesdroits.fr, 09 69 39 00 00).',
        ],
      },
    ],
  },
  privacy: {
    title: 'Personal data',
    lead: 'Looking for care says something of your health. We keep as little as possible: almost nothing.',
    sections: [
      {
        title: 'In short',
        paragraphs: [],
        items: [
          'No account to create.',
          'No cookie.',
          'No advertising, no audience measurement.',
          'No other site is called when you read a page. Only an online map background, where it is switched on, is asked of IGN when you open the map.',
        ],
      },
      {
        title: 'What you look for',
        paragraphs: [
          'The address of the page holds the need, the code of the commune, the day and the hour: that is what lets you share it. It holds neither your name nor your exact address.',
          'Our technical log notes the sort of page, the time, the duration and the result. It notes neither what you look for nor your internet address.',
          'Your internet address (IP) stays for some time in the memory of the server, to stop abuse. It is not written to a disk.',
        ],
      },
      {
        title: 'Your position',
        paragraphs: [
          'It is asked only if you press “My position”. Your phone rounds it to about a kilometre before sending it. It serves to find your commune, then it is forgotten.',
        ],
      },
      {
        title: 'Your answers (age, income, prescription, benefits)',
        paragraphs: [
          'They serve to work out what is possible for you. They leave in the body of the request, never in the address of the page, and we keep them nowhere.',
          'Your browser keeps them until the tab is closed. Press “Forget my answers” to erase them.',
          'Answers about prescribed transport are kept nowhere. With JavaScript they do not leave your device.',
          'If you tick “I do not drive: remember it”, your browser keeps that single word. Untick to erase it.',
        ],
      },
      {
        title: 'Your reports',
        paragraphs: [
          'We keep the page concerned, what is wrong, your text and the date. Do not write your name there, nor anything about your health.',
        ],
      },
      {
        title: 'You are a professional and your name is here',
        paragraphs: [
          'Pages come from public sources, named on each page. You can ask for a correction, or object to being listed: write to the contact below, or use “Report a mistake”. We answer within a month.',
          'You can also turn to the CNIL (cnil.fr).',
        ],
      },
    ],
  },
};
