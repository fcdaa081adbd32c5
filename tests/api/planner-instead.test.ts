// Can a session plan with offers of its own without the others seeing them?

import { expect, test } from 'vitest';
import type { Part } from '#api/runtime/planner-messages.ts';
import { createPlannerParts } from '#api/runtime/planner-parts.ts';
import type { Offer } from '#domain/transport/offer.ts';

function ground() {
  const held = new Map<number, Part>();
  const parts = createPlannerParts({
    onHeld: (part) => held.set(part.number, part),
    onForgotten: (numbers) => {
      for (const number of numbers) held.delete(number);
    },
  });
  parts.replace('offers', []);
  parts.replace('timetable', null);
  parts.replace('roads', null);
  parts.replace('communes', new Map());
  const begin = (...instead: Parameters<typeof parts.begin>) => {
    const version = parts.begin(...instead);
    if (version === null) throw new Error('The parts are not complete');
    return version;
  };
  const offersOf = (number: number) => held.get(number)?.value;
  return { parts, held, begin, offersOf };
}

test('the parts given to one version are in no other, and are forgotten with it', () => {
  const { held, begin, offersOf } = ground();
  const mine: readonly Offer[] = [];
  const before = begin();
  const trial = begin({ offers: mine });
  const after = begin();
  expect(offersOf(trial.numbers.offers)).toBe(mine);
  expect(after.numbers).toEqual(before.numbers);
  expect(trial.numbers).toEqual({ ...before.numbers, offers: trial.numbers.offers });
  trial.release();
  trial.release();
  expect(held.size).toBe(4);
  expect(held.has(trial.numbers.offers)).toBe(false);
});

test('what the version shares with the others stays until it is released', () => {
  const { parts, held, begin } = ground();
  const trial = begin({ offers: [] });
  parts.replace('timetable', null);
  expect(held.has(trial.numbers.timetable)).toBe(true);
  trial.release();
  expect(held.has(trial.numbers.timetable)).toBe(false);
  expect(held.size).toBe(4);
});
