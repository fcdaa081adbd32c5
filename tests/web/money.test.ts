// Is an amount read as it is written, and nothing else taken for one?

import { expect, test } from 'vitest';
import { readCents, writeCents } from '#web/features/workspace/money.ts';

test.each([
  ['2,80', 280],
  ['2.8', 280],
  ['2 €', 200],
  ['0,10', 10],
  ['1 250,05 €', 125_005],
  ['0', 0],
])('%s is read as %i cents', (written, cents) => {
  expect(readCents(written)).toBe(cents);
});

test.each(['', 'deux', '2,805', '-1', '2,,5', '1e3', '99999'])('« %s » is no amount', (written) => {
  expect(readCents(written)).toBeNull();
});

test('every amount written is read back the same', () => {
  for (let cents = 0; cents < 2_000; cents += 7) expect(readCents(writeCents(cents))).toBe(cents);
});
