// Do the remarks on what was asked say what is wrong, and what to do?

import { expect, it } from 'vitest';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

it('a place that is closed then is told with its hours of that day', () => {
  const { careClosed } = fr.journey.remarks;
  expect(plain(careClosed([]))).toContain('ce lieu est fermé ce jour-là');
  const hours = [
    { from: 540, to: 720 },
    { from: 840, to: 1110 },
  ];
  expect(plain(careClosed(hours))).toContain('il ouvre de 9 h à 12 h et de 14 h à 18 h 30.');
  expect(en.journey.remarks.careClosed([])).toContain('closed that day');
});
