// Does each language say everything, in its own words?

import { describe, expect, it } from 'vitest';
import { en } from '#web/i18n/en.ts';
import { fr } from '#web/i18n/fr.ts';

type Found = { path: string; text: string };

/** Every text of a dictionary; sentences with blanks are read from their source. */
function texts(value: unknown, path: string): Found[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return [{ path, text: '' }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const french = texts(fr, '');
const english = texts(en, '');

describe('the dictionaries', () => {
  it('hold the same keys', () => {
    expect(english.map((item) => item.path).sort()).toEqual(french.map((item) => item.path).sort());
  });

  it('are silent at the same places only', () => {
    const silent = (found: Found[]) =>
      found.filter((item) => item.text.trim() === '').map((item) => item.path);
    expect(silent(english).sort()).toEqual(silent(french).sort());
  });

  it('speak French with « vous », and never with « veuillez » or an error number', () => {
    const wrong = french.filter((item) => /veuillez|erreur \d|\btu\b|\bton\b/i.test(item.text));
    expect(wrong).toEqual([]);
  });

  it('use the French apostrophe and quotation marks', () => {
    const wrong = french.filter((item) => /['"]/.test(item.text));
    expect(wrong).toEqual([]);
  });

  it('do not leave French sentences in English', () => {
    const same = english.filter((item) => {
      const other = french.find((candidate) => candidate.path === item.path);
      return item.text.length > 25 && other?.text === item.text;
    });
    expect(same).toEqual([]);
  });
});

describe('French sentences with a place', () => {
  it.each([
    ['Chalais', 'Dentiste près de Chalais'],
    ['Aubeterre-sur-Dronne', 'Dentiste près d’Aubeterre-sur-Dronne'],
    ['Hiersac', 'Dentiste près d’Hiersac'],
    ['Le Tâtre', 'Dentiste près du Tâtre'],
    ['Les Essards', 'Dentiste près des Essards'],
  ])('join « près de » and %s', (place, said) => {
    expect(fr.results.title('Dentiste', place)).toBe(said);
  });

  it('count in the singular until two', () => {
    expect(fr.found.count(1, '10 km')).toContain('1 réponse ');
    expect(fr.found.count(2, '10 km')).toContain('2 réponses ');
  });
});
