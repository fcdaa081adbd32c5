import { describe, expect, it } from 'vitest';
import { judgePoint } from '#domain/territory/france.ts';
import { readAddress } from '#domain/territory/read-address.ts';

describe('the words of an address', () => {
  it.each([
    ['12 rue des Écoles, 16390 Aubeterre', '12', '16390', ['ecoles', 'aubeterre'], true],
    ['12bis av du Moulin', '12bis', null, ['moulin'], true],
    ['4 B Grande Rue', '4b', null, ['grande'], true],
    ['n° 7, chemin St-Jean', '7', null, ['jean'], true],
    ['place Sainte', null, null, ['sainte'], true],
    ['Le Maine Giraud', null, null, ['maine', 'giraud'], false],
    ['16390', null, '16390', [], false],
    ['rue', null, null, [], false],
    ['rue du 8 mai 1945', null, null, ['8', 'mai', '1945'], true],
    ['', null, null, [], false],
  ])('of « %s »', (typed, number, postcode, words, looksLikeAddress) => {
    expect(readAddress(typed)).toMatchObject({ number, postcode, words, looksLikeAddress });
  });
});

describe('a point', () => {
  it.each([
    [[0.17, 45.27], 'in_france'],
    [[55.5, -21.1], 'in_france'],
    [[45.27, 0.17], 'swapped'],
    [[-3.7, 40.4], 'elsewhere'],
  ] as const)('%j is %s', (point, verdict) => {
    expect(judgePoint(point)).toBe(verdict);
  });
});
