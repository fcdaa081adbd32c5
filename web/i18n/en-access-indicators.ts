// Each indicator of the observatory in plain English: the question, the sentence above the map, the method.

import type { FR_INDICATORS, ToldFigures } from '#web/i18n/fr-access-indicators.ts';

const concerned =
  (one: string, many: string, nobody: string) =>
  ({ who, isMany }: ToldFigures): string =>
    who === null ? nobody : `${who} ${isMany ? many : one}`;

const onAverage =
  (place: string) =>
  ({ mean }: ToldFigures): string =>
    mean === null
      ? 'The value of the territory is not known yet.'
      : `In the territory, on average: ${mean} ${place}.`;

const POSTS_HOW = [
  'We compare the professionals who can be reached by car with the people who share them. A professional more than 20 minutes away does not count; the farther, the less.',
  'The ministry does not publish the steps of distance of this profession: we take those of general practice. Everybody counts alike, whatever their age.',
  'Nobody publishes their working time: each counts as full-time, and whoever has two practices as half in each. The mean of the country is in full-time posts: the comparison flatters the territory a little.',
];
const WALK_HOW = [
  'By squares only: the computation starts from each inhabited square of 200 metres (Insee). In a commune known by a single point, nobody knows who lives near its centre: the answer is then “not known”.',
  'A quarter of an hour on foot is about a kilometre at the pace of an old person, along streets and paths; without a map of roads, the time is estimated from the distance. It is a choice of this site: no text sets this bound.',
  'Where only the number of professionals of the commune is known, they are placed at its centre.',
];
const TIMES_HOW =
  'The time is that of the road, by car, from the village centre to the place of care. Without a map of roads it is estimated from the distance: the page then says so.';

export const EN_INDICATORS: typeof FR_INDICATORS = {
  gp_access: {
    question: 'Finding a general practitioner',
    short: 'GP consultations',
    told: concerned(
      'has fewer than 2.5 GP consultations a year: below that threshold the law speaks of a lack of doctors.',
      'have fewer than 2.5 GP consultations a year: below that threshold the law speaks of a lack of doctors.',
      'No commune is below 2.5 GP consultations a year per inhabitant, the threshold below which the law speaks of a lack of doctors.',
    ),
    how: [
      'How many consultations a year can the doctors within reach give to each inhabitant? It is the « accessibilité potentielle localisée » (APL) of the Ministry of Health, computed again with the doctors of the directory and the times of the roads.',
      'A doctor within 10 minutes counts in full, within 15 minutes for two thirds, within 20 minutes for one third, beyond for nothing. They are shared among all who can reach them. Older people consult more: they count for more than one inhabitant.',
      'We count 5,400 consultations a year for a full-time doctor. Below 2.5 a year per inhabitant the texts speak of an underserved area.',
    ],
  },
  nurse_access: {
    question: 'Finding a nurse',
    short: 'Nurses',
    told: onAverage('within reach'),
    how: POSTS_HOW,
  },
  physio_access: {
    question: 'Finding a physiotherapist',
    short: 'Physiotherapists',
    told: onAverage('within reach'),
    how: POSTS_HOW,
  },
  dentist_access: {
    question: 'Finding a dentist',
    short: 'Dentists',
    told: onAverage('within reach'),
    how: POSTS_HOW,
  },
  midwife_access: {
    question: 'Finding a midwife',
    short: 'Midwives',
    told: onAverage('within reach'),
    how: POSTS_HOW,
  },
  gp_nearest: {
    question: 'Reaching the nearest GP',
    short: 'Time to the GP',
    told: concerned(
      'has no GP within 20 minutes by car.',
      'have no GP within 20 minutes by car.',
      'Every commune has a GP within 20 minutes by car.',
    ),
    how: [TIMES_HOW, 'This figure does not say whether that doctor takes new patients.'],
  },
  gp_nearest_3: {
    question: 'Having the choice of three GPs',
    short: 'Time to the third GP',
    told: concerned(
      'does not have the choice of three GPs within 20 minutes by car.',
      'do not have the choice of three GPs within 20 minutes by car.',
      'In every commune one has the choice of three GPs within 20 minutes by car.',
    ),
    how: [
      'It is the time by car to the third nearest GP. Three doctors of one health house count as three: when the first leaves or is full, two remain.',
      TIMES_HOW,
    ],
  },
  pharmacy_nearest: {
    question: 'Reaching the nearest pharmacy',
    short: 'Time to the pharmacy',
    told: concerned(
      'has no pharmacy within 20 minutes by car.',
      'have no pharmacy within 20 minutes by car.',
      'Every commune has a pharmacy within 20 minutes by car.',
    ),
    how: [TIMES_HOW],
  },
  emergency_nearest: {
    question: 'Reaching the nearest hospital with emergencies',
    short: 'Time to emergencies',
    told: concerned(
      'is more than 30 minutes by car from a hospital with emergencies.',
      'are more than 30 minutes by car from a hospital with emergencies.',
      'Every commune is less than 30 minutes by car from a hospital with emergencies.',
    ),
    how: [
      'It is the first hospital one turns to: the one with an emergency department. It does not always have the specialty sought. Before leaving, call 15.',
      TIMES_HOW,
    ],
  },
  basket_missing: {
    question: 'Everyday care: what is missing?',
    short: 'Everyday care missing',
    told: concerned(
      'does not have the five kinds of everyday care nearby.',
      'do not have the five kinds of everyday care nearby.',
      'The five kinds of everyday care are within reach everywhere.',
    ),
    how: [
      'The five kinds of everyday care: GP, nurse, physiotherapist, dentist, pharmacy. We count those more than 15 minutes away by car: it is our choice.',
      'A value with decimals comes from a commune where some parts have more than others.',
    ],
  },
  deficits: {
    question: 'Lacks that add up',
    short: 'Professions lacking',
    told: concerned(
      'lacks at least one profession of care, given the people who share it.',
      'lack at least one profession of care, given the people who share it.',
      'No profession of care is lacking in the territory.',
    ),
    how: [
      'We look at three professions, those the ministry adds up: GPs, nurses and physiotherapists. One is lacking below 2.5 consultations a year for GPs. No text sets a threshold for the two others: we take half the mean of the territory. It is our choice.',
    ],
  },
  useful_days_gp: {
    question: 'Without a car, on how many days a week can one see a GP?',
    short: 'Useful days, GP',
    told: concerned(
      'cannot go to a GP without a car, and come back, on any day of the week.',
      'cannot go to a GP without a car, and come back, on any day of the week.',
      'Everywhere one can go to a GP without a car, and come back, at least one day a week.',
    ),
    how: [
      'A day is “useful” when one can, that day and without a car, leave, arrive while it is open, stay half an hour at least and come home. Walking (20 minutes at most), trains, coaches and on-demand transport open to everybody count, when they can be booked: 90 minutes at most there, and back. What is “to confirm” counts.',
      'Volunteer transport has its conditions (age, registration, means): it is not counted here. The sheet of each commune tells the days it adds.',
      'We try the three nearest places, and the two nearest that a line serves, with the same computations as the journey search of this site.',
    ],
  },
  useful_days_pharmacy: {
    question: 'Without a car, on how many days a week can one go to the pharmacy?',
    short: 'Useful days, pharmacy',
    told: concerned(
      'cannot go to the pharmacy without a car, and come back, on any day of the week.',
      'cannot go to the pharmacy without a car, and come back, on any day of the week.',
      'Everywhere one can go to the pharmacy without a car, and come back, at least one day a week.',
    ),
    how: ['The same computation as for the GP, to the pharmacy.'],
  },
  older_out_of_reach: {
    question: 'People of 75 and over far from a GP, without a car',
    short: 'People of 75 and over',
    told: ({ mean }) =>
      mean === null
        ? 'The value of the territory is not known yet.'
        : `${mean} of 75 and over have no day on which to see a GP without a car.`,
    how: [
      'We count the people of 75 and over of places where a GP can be reached without a car on no day of the week.',
    ],
  },
  gp_gap_without_car: {
    question: 'What one loses without a car',
    short: 'Consultations lost without a car',
    told: ({ mean }) =>
      mean === null
        ? 'The value of the territory is not known yet.'
        : `Without a car, one has on average ${mean} with a GP fewer.`,
    how: [
      'The same computation as access to a GP, made twice: with a car, and without. The gap is what having no car costs.',
    ],
  },
  gp_walk: {
    question: 'Walking to a GP',
    short: 'People 15 min on foot from a GP',
    told: ({ mean }) =>
      mean === null
        ? 'The value of the territory is not known yet.'
        : `In the territory, ${mean} live at most a quarter of an hour on foot from a GP.`,
    how: WALK_HOW,
  },
  pharmacy_walk: {
    question: 'Walking to the pharmacy',
    short: 'People 15 min on foot from a pharmacy',
    told: ({ mean }) =>
      mean === null
        ? 'The value of the territory is not known yet.'
        : `In the territory, ${mean} live at most a quarter of an hour on foot from a pharmacy.`,
    how: WALK_HOW,
  },
};
