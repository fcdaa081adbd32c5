// Which times by road does a plan ask for, and how does it read answers that came from elsewhere?
//
// Another server answers later, a plan asks now. So a plan is made once on estimates while what it asks
// is written down, then once more on the answers: what it asks does not depend on them.

import type { LonLat } from '#domain/geo.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import { estimateRoads, type RoadTime, type RoadTimes } from '#domain/journey/road-times.ts';

/** Every origin to every destination. */
export type RoadQuestion = {
  mode: RoadMode;
  origins: readonly LonLat[];
  destinations: readonly LonLat[];
};

/** A row an origin, in the order asked; null as in `RoadTimes`. */
export type RoadTable = readonly (readonly (RoadTime | null)[])[];

export type RoadAnswer = { question: RoadQuestion; table: RoadTable };

/** Estimates, and the questions asked so far, the same one once. */
export function recordQuestions(): { roads: RoadTimes; asked: () => readonly RoadQuestion[] } {
  const questions = new Map<string, RoadQuestion>();
  const note = (question: RoadQuestion) => {
    if (question.origins.length === 0 || question.destinations.length === 0) return;
    questions.set(JSON.stringify(question), question);
  };
  return {
    roads: {
      fromOne(mode, from, to) {
        note({ mode, origins: [from], destinations: to });
        return estimateRoads.fromOne(mode, from, to);
      },
      toOne(mode, from, to) {
        note({ mode, origins: from, destinations: [to] });
        return estimateRoads.toOne(mode, from, to);
      },
    },
    asked: () => [...questions.values()],
  };
}

export function estimateTable({ mode, origins, destinations }: RoadQuestion): RoadTable {
  return origins.map((origin) => estimateRoads.fromOne(mode, origin, destinations));
}

/** Estimates for what nobody answered. Throws when a table is not of the size of its question. */
export function answeredRoads(answers: readonly RoadAnswer[]): RoadTimes {
  const known = new Map<string, RoadTime | null>();
  for (const { question, table } of answers) {
    const { mode, origins, destinations } = question;
    for (const [i, origin] of origins.entries()) {
      for (const [j, destination] of destinations.entries()) {
        const time = table[i]?.[j];
        if (time === undefined) {
          throw new Error(
            `Road table: expected ${origins.length} × ${destinations.length} times, none at ${i}, ${j}`,
          );
        }
        known.set(keyOf(mode, origin, destination), time);
      }
    }
  }
  const between = (mode: RoadMode, from: LonLat, to: LonLat): RoadTime | null => {
    const time = known.get(keyOf(mode, from, to));
    return time === undefined ? (estimateRoads.fromOne(mode, from, [to])[0] ?? null) : time;
  };
  return {
    fromOne: (mode, from, to) => to.map((each) => between(mode, from, each)),
    toOne: (mode, from, to) => from.map((each) => between(mode, each, to)),
  };
}

const keyOf = (mode: RoadMode, from: LonLat, to: LonLat): string => `${mode} ${from} ${to}`;
