// Is a pasted list of days read as it was meant, and is what is no day said?

import { expect, test } from 'vitest';
import { readDates } from '#web/features/workspace/read-dates.ts';

test('reads French and ISO days, in any order, each once', () => {
  expect(readDates('31/12/2026, 2026-12-24\n24/12/2026')).toEqual({
    dates: ['2026-12-24', '2026-12-31'],
    unknown: [],
  });
});

test('reads a range with its two ends, across a clock change and a month', () => {
  expect(readDates('30/03/2026 au 02/04/2026').dates).toEqual([
    '2026-03-30',
    '2026-03-31',
    '2026-04-01',
    '2026-04-02',
  ]);
});

test('says what is no day, what goes backwards and what is too long, and keeps the rest', () => {
  expect(
    readDates('30/02/2026; lundi; 05/05/2026 au 01/05/2026; 01/01/2020 au 01/01/2030; 1/5/2026'),
  ).toEqual({
    dates: ['2026-05-01'],
    unknown: ['30/02/2026', 'lundi', '05/05/2026 au 01/05/2026', '01/01/2020 au 01/01/2030'],
  });
});
