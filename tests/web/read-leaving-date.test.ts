// Is the date somebody leaves on read as people write it, and is what is no date refused?

import { expect, test } from 'vitest';
import { readLeavingDate } from '#web/features/access/read-leaving-date.ts';

test.each([
  ['2027', '2027'],
  [' en 2027 ', '2027'],
  ['2027-06', '2027-06'],
  ['2027-6', '2027-06'],
  ['2027-06-30', '2027-06-30'],
  ['06/2027', '2027-06'],
  ['30/06/2027', '2027-06-30'],
  ['30.6.2027', '2027-06-30'],
  ['juin 2027', '2027-06'],
  ['fin août 2027', '2027-08'],
  ['fevrier 2028', '2028-02'],
  ['29 février 2028', '2028-02-29'],
  ['1er sept. 2027', '2027-09-01'],
])('« %s » is %s', (written, date) => {
  expect(readLeavingDate(written, 'fr')).toBe(date);
});

test.each([
  '',
  'bientôt',
  '1998',
  '20277',
  '13/2027',
  '31/06/2027',
  '29 février 2027',
  'jui 2027',
  'ju 2027',
  '32 mai 2027',
])('« %s » is no date', (written) => {
  expect(readLeavingDate(written, 'fr')).toBeNull();
});

test('months are read in the language of the page', () => {
  expect(readLeavingDate('in June 2027', 'en')).toBe('2027-06');
  expect(readLeavingDate('juin 2027', 'en')).toBeNull();
});
