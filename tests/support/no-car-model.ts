// The same valley without a car: a line on Tuesdays and Thursdays, who walks to care, who takes the line.
//
// Amont walks to its practice (Monday, Tuesday morning); Aval to its health house (Monday to Friday); Milieu has but the
// line, down at 8:45 and back at 12:00, to Aval.

import type { AccessModel } from '#domain/access/access-model.ts';
import { base64Of } from '#domain/access/base-64.ts';
import { slotsOfUsualHours } from '#domain/access/day-slots.ts';
import { maskOf } from '#domain/access/half-days.ts';
import { encodeReach, type NoCarFacts } from '#domain/access/no-car-model.ts';
import { VALLEY } from '#tests/support/access-model.ts';

/** Tuesday and Thursday mornings. */
export const LINE_DAYS = maskOf([2, 6]);
const AT_AMONT = maskOf([0, 1, 2]);
const WEEK = maskOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
const TUESDAY_AND_THURSDAY = (1 << 1) | (1 << 3);

const points = VALLEY.places.map(({ point }) => point);
const [amont, milieu, aval] = points;
if (amont === undefined || milieu === undefined || aval === undefined) {
  throw new Error('The valley has three communes');
}

const home = (place: number, lineMask: number) => {
  const { id, name, point, population, population75Plus } = VALLEY.places[place] ?? {
    ...{ id: '', name: '', point: [0, 0] as const, population: 0, population75Plus: null },
  };
  return { insee: id, name, point, place, population, population75Plus, lineMask };
};
const run = (...minutes: number[]) => [TUESDAY_AND_THURSDAY, ...minutes, ...minutes];

export const DAYS: NoCarFacts = {
  state: 'done',
  monday: '2026-11-16',
  homes: [home(0, maskOf([6])), home(1, LINE_DAYS), home(2, 0)],
  sites: [
    {
      ...{ id: 'gp-amont', name: 'Cabinet d’Amont', insee: '16001', communeName: 'Amont' },
      ...{ point: amont, slots: slotsOfUsualHours(AT_AMONT), isSaid: true, modelSites: [0] },
    },
    {
      ...{ id: 'gp-aval', name: 'Maison de santé', insee: '16003', communeName: 'Aval' },
      ...{ point: aval, slots: slotsOfUsualHours(WEEK), isSaid: false, modelSites: [1] },
    },
  ],
  reached: encodeReach([
    [
      { item: 0, mask: AT_AMONT, counts: true },
      { item: 1, mask: LINE_DAYS, counts: true },
    ],
    [
      { item: 0, mask: 0, counts: true },
      { item: 1, mask: LINE_DAYS, counts: true },
    ],
    [
      { item: 1, mask: WEEK, counts: true },
      { item: 0, mask: 0, counts: true },
    ],
  ]),
  elsewhere: encodeReach([
    [
      { item: 0, mask: AT_AMONT, counts: false },
      { item: 1, mask: LINE_DAYS, counts: false },
    ],
    [{ item: 1, mask: LINE_DAYS, counts: false }],
    [{ item: 1, mask: WEEK, counts: false }],
  ]),
  points: [amont, aval],
  stops: [amont, milieu, aval],
  lines: [
    {
      id: 'reseau:L1',
      name: 'L1 · Amont – Aval',
      patterns: [
        { stops: [0, 1, 2], runs: base64Of(run(510, 525, 540), 2) },
        { stops: [2, 1, 0], runs: base64Of(run(720, 735, 750), 2) },
      ],
    },
  ],
};

export const VALLEY_DAYS: AccessModel = { ...VALLEY, noCar: DAYS };
