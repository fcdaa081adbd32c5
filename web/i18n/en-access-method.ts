// “How it is computed”, in English: what the observatory counts, with which figures, and what it cannot say.

import type { Certainty } from '#domain/access/apl-parameters.ts';
import { enFormat as f } from '#web/i18n/en-format.ts';
import type { FR_METHOD } from '#web/i18n/fr-access-method.ts';

const CERTAINTY: Readonly<Record<Certainty, string>> = {
  published: 'published',
  usual_reading: 'usual reading, no text found',
  ours: 'a choice of this site',
};

const percent = (share: number): string => `${f.number(Math.round(share * 100))}%`;
const age = (from: number, to: number | null): string =>
  to === null ? `${from} and over` : `${from} to ${to}`;

export const EN_METHOD: typeof FR_METHOD = {
  title: 'How the observatory computes',
  lead: 'Every figure is an estimate. Here is what it counts, what it assumes, and what it cannot say.',
  back: 'Back to the observatory',
  eachTitle: 'Each question in turn',
  sections: (figures) => [
    {
      title: 'What we take into account',
      paragraphs: [],
      items: [
        'The people of each commune, by age (Insee). By squares of 200 metres when they are loaded.',
        'The professionals of the directory of this site; where it knows none, the number published by commune (Insee, base permanente des équipements).',
        'Times by car on the roads; without a map of roads, an estimate from the distance.',
        'On foot: from each square of 200 metres to the place of care, up to half an hour. By squares only: without them, the answer is “not known”.',
        'Without a car: walking, regular lines and on-demand transport open to everybody, at the hours this site knows. Volunteer transport, which has its conditions, counts in no figure of the map: the sheet of each commune tells apart the days it adds.',
        'All that lies less than 38 km around the territory, as the crow flies: people next door share the same professionals. That is 40 minutes or more by ordinary roads, 25 to 30 by a dual carriageway.',
      ],
    },
    {
      title: 'GP consultations a year per inhabitant',
      paragraphs: [
        'Two steps. First, for each doctor: their consultations, shared among all who can reach them. Then, for each commune: the sum of the shares of all doctors within reach.',
        'Both times, distance reduces what counts:',
      ],
      items: [
        ...figures.steps.map(
          ({ minutes, weight }) =>
            `up to ${f.number(minutes)} minutes: ${f.number(Math.round(weight * 100))}%;`,
        ),
        `beyond: nothing. Source: ${figures.stepsSource} (${CERTAINTY[figures.stepsCertainty]}).`,
        `A full-time doctor: ${f.number(figures.actsAFullTime)} consultations and visits a year. Source: ${figures.actsSource}.`,
        `The threshold: ${f.number(figures.threshold)} a year. Source: ${figures.thresholdSource}.`,
        `The mean of the country: ${f.number(figures.nationalMean)}. Source: ${figures.nationalSource}.`,
      ],
    },
    {
      title: 'Age counts',
      paragraphs: [
        'Older people consult more often than younger ones. By their age, an inhabitant counts for more or less than one:',
      ],
      items: [
        ...figures.ageWeights.map(
          ({ ageFrom, ageTo, weight }) => `${age(ageFrom, ageTo)}: ${f.number(weight)}`,
        ),
        `Source: ${figures.ageSource} (${CERTAINTY[figures.ageCertainty]}).`,
      ],
    },
    {
      title: 'Why this is not the figure of the ministry',
      paragraphs: [
        'The Ministry of Health publishes access to GPs by commune every year. It knows the actual activity of each doctor; we only know how many they are and where. It publishes neither its steps of distance nor its weights by age.',
        'The sheet of each commune shows both figures and the difference. Compare the order of communes rather than the second decimal.',
      ],
    },
    {
      title: 'Everyday care',
      paragraphs: [
        `A kind of everyday care is “in reach” up to ${f.number(figures.basketMinutes)} minutes by car. It is a choice of this site.`,
      ],
    },
    {
      title: 'Useful days without a car',
      paragraphs: [
        `A day is useful when one can, that day, arrive while care is open, stay ${f.number(figures.visitMinutes)} minutes and come home. These bounds are choices of this site:`,
      ],
      items: [
        `Each trip, there as well as back: ${f.number(figures.oneWayMinutes)} minutes at most, door to door.`,
        `Walking all the way counts too, up to ${f.number(figures.walkMinutes)} minutes a trip.`,
        `For each kind of care we only try the ${f.number(figures.nearest)} nearest places as the crow flies and the ${f.number(figures.nearestByLine)} nearest that a line serves. A line that only leads to a farther place therefore adds no day.`,
        'A trip open to everybody but “to confirm” (old information, timetables to be checked) counts as a useful day. The sheet of the commune tells which ones are sure.',
        'When a place does not give its hours, we suppose usual ones: the sheet says so.',
      ],
    },
    {
      title: 'Squares of 200 metres',
      paragraphs: [
        'Insee publishes how many people live in each square. The number of inhabitants of the commune, which is newer, is shared among its squares; the computation starts from each of them. The value of the commune is the mean of its people.',
        `A square of fewer than ${f.number(figures.leastPeople)} people has no value shown. Where fewer than eleven households live, Insee smooths its figures with those of the squares around: the number of people of a square is approximate.`,
        'Without squares, all the people of a commune are placed at its centre: times from hamlets are then too short.',
      ],
    },
    {
      title: 'What is sure, what is fragile',
      paragraphs: [
        `We compute ${f.number(figures.draws)} times. Each time, all travel times are longer or shorter (by up to ${percent(figures.timeShare)}), the supply of each place too (by up to ${percent(figures.supplyShare)}), and the steps are those above or a curve that falls little by little. If some trials put the commune above the threshold and others below, the result is “fragile”: it is striped on the map.`,
        `A “robust desert” is below the threshold in every way of counting: steps, curve and balanced shares, with times ${percent(figures.timeShare)} shorter, as they are and ${percent(figures.timeShare)} longer.`,
      ],
    },
    {
      title: 'Zero, unknown, not told: three different things',
      paragraphs: [],
      items: [
        '“None within reach”: we looked, there is nothing within the time set. Drawn as light dots on brown.',
        '“Not known”: something is missing. Drawn as dashes on white.',
        `“Not told”: fewer than ${figures.leastPeople} people; a figure would speak of somebody. Drawn as crosses on grey.`,
      ],
    },
    {
      title: 'What the observatory does not say',
      paragraphs: [],
      items: [
        'Whether a doctor takes new patients.',
        'How long one waits for an appointment.',
        'The age of a professional: it is never guessed. A departure counts only when the organization noted it itself, and it stays private.',
        'Who searches for what: no position, no personal question is kept.',
      ],
    },
    {
      title: 'What the coordination alone sees',
      paragraphs: [
        'Two things are read only by the people of a coordination who are signed in. They are in no public map, table or file.',
      ],
      items: [
        'Announced departures. Share of GP consultations that goes = what the doctors who announced their departure give here, divided by what all doctors in reach give, with the same times and the same steps as above. Departures are written by hand by the organization, never derived from an age.',
        `That share is not told where fewer than ${figures.leastPractitioners} doctors are in reach (it would speak of somebody), nor of a commune of fewer than ${figures.leastPeople} people. It stays private everywhere: practices and times being public, it would let one find who leaves.`,
        `Searches without a way. Trips looked for on this site which no offer makes possible: counted by commune of departure, half-day and sort of care, with nobody in them, shown from ${figures.leastSearches} up. A hidden number is added to no total.`,
      ],
    },
    {
      title: 'The colours',
      paragraphs: [
        'The classes are fixed: they come from published thresholds or means of the country, never from ranking the communes among themselves. Brown tells a lack, green tells supply. The colours were checked for people who confuse red and green, or blue and yellow.',
      ],
    },
    {
      title: 'Where the method comes from',
      paragraphs: [],
      items: [
        'Luo and Qi 2009, “enhanced two-step floating catchment area”: the form of the computation.',
        'Drees and Irdes 2012, « accessibilité potentielle localisée »: its French version.',
        'ARS Auvergne 2010, local health basins: the five kinds of everyday care.',
        'Foster, Greer and Thorbecke 1984: how many people below a threshold, and how far below.',
      ],
    },
  ],
};
