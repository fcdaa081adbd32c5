// Is a pasted list of communes read as a person meant it, and is what is unknown said?

import { expect, test } from 'vitest';
import { readCommunes } from '#web/features/workspace/read-communes.ts';

const COMMUNES = [
  { insee: '16020', name: 'Aubeterre-sur-Dronne' },
  { insee: '16073', name: 'Chalais' },
  { insee: '16347', name: 'Saint-Séverin' },
  { insee: '16230', name: 'Montmoreau' },
];

test('reads names, codes, or both, however they are separated', () => {
  expect(readCommunes('Chalais, 16230;\n16020\tAubeterre-sur-Dronne', COMMUNES)).toEqual({
    insees: ['16073', '16230', '16020'],
    unknown: [],
  });
});

test('forgives accents, capitals, hyphens and « St »', () => {
  expect(readCommunes('ST SEVERIN\naubeterre sur dronne', COMMUNES).insees).toEqual([
    '16347',
    '16020',
  ]);
});

test('reads a line of a spreadsheet that holds the code and the name', () => {
  expect(readCommunes('16073 Chalais\nMontmoreau (16230)', COMMUNES).insees).toEqual([
    '16073',
    '16230',
  ]);
});

test('says what it does not know, as it was written, and keeps the rest', () => {
  expect(readCommunes('Chalais, Atlantide, 99999', COMMUNES)).toEqual({
    insees: ['16073'],
    unknown: ['Atlantide', '99999'],
  });
});

test('names each commune once', () => {
  expect(readCommunes('Chalais, chalais, 16073', COMMUNES).insees).toEqual(['16073']);
});
