import { describe, expect, it } from 'vitest';
import { equipmentNeed, shownActivity } from '#domain/directory/finess-activity.ts';
import { SHOWN_CATEGORIES, shownCategory } from '#domain/directory/finess-category.ts';
import {
  departementOf,
  inseeOf,
  precisionOfKey,
  registerPoint,
} from '#domain/directory/finess-point.ts';
import { readableText, streetText } from '#domain/directory/finess-words.ts';

describe('the kinds of establishment', () => {
  it('are shown in our words, each code once', () => {
    expect(shownCategory('603')).toMatchObject({
      category: 'health_house',
      title: 'Maison de santé',
    });
    expect(shownCategory('141')).toMatchObject({ category: 'hospital', needId: 'dialyse' });
    const codes = SHOWN_CATEGORIES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(['696', '697', '698', '300', '330', '183', '433', '999'])('hide %s', (code) => {
    expect(shownCategory(code)).toBeNull();
  });
});

describe('the words of the register', () => {
  it.each([
    ["MAISON DE SANTE D'AUBETERRE", 'Maison de Sante d’Aubeterre'],
    ['EHPAD  LES TILLEULS', 'EHPAD les Tilleuls'],
    ['CMP DE ST VALLIER', 'CMP de Saint Vallier'],
    ["L'OREE DES BOIS", 'L’Oree des Bois'],
    ['SERVICE A DOMICILE', 'Service à Domicile'],
    ['Maison déjà écrite', 'Maison déjà écrite'],
    ['', ''],
  ])('%s is written %s', (said, written) => {
    expect(readableText(said)).toBe(written);
  });

  it.each([
    [['62', 'AV', 'DE JASSERON'], '62, avenue de Jasseron'],
    [['', 'RTE', 'NATIONALE'], 'Route Nationale'],
    [['0', 'PL', 'DU MARCHE'], 'Place du Marche'],
    [['28b', '', 'Rue Alexandre Bérard'], '28b, rue Alexandre Bérard'],
    [['12', '', 'BIS AVENUE DU PARC'], '12 bis, avenue du Parc'],
    [['3', 'R   ', "DE L'ECOLE"], '3, rue de l’Ecole'],
    [['', '', ''], null],
  ] as const)('the street of %j is %s', ([number, type, name], street) => {
    expect(streetText(number, type, name)).toBe(street);
  });
});

describe('the coordinates of the register', () => {
  const LAMBERT = ['873766.07', '6570414.61'] as const;
  const DEGREES = ['5.254203', '46.211257'] as const;

  it('are read in degrees whichever pair holds them, swapped or not', () => {
    const expected = { x: 5.254203, y: 46.211257, srid: 4326 };
    expect(registerPoint('01', [DEGREES, LAMBERT])).toEqual(expected);
    expect(registerPoint('01', [LAMBERT, DEGREES])).toEqual(expected);
    expect(registerPoint('01', [[DEGREES[1], DEGREES[0]], LAMBERT])).toEqual(expected);
  });

  it('are read in metres when no pair is in degrees, swapped or not', () => {
    const expected = { x: 873766.07, y: 6570414.61, srid: 2154 };
    expect(registerPoint('01', [LAMBERT])).toEqual(expected);
    expect(
      registerPoint('01', [
        [LAMBERT[1], LAMBERT[0]],
        ['', ''],
      ]),
    ).toEqual(expected);
  });

  it('keep to the area of the commune: overseas has its own metres', () => {
    expect(registerPoint('974', [['-20.9', '55.5']])).toEqual({ x: 55.5, y: -20.9, srid: 4326 });
    expect(registerPoint('974', [['340000', '7650000']])).toMatchObject({ srid: 2975 });
    expect(registerPoint('971', [['650000', '1800000']])).toMatchObject({ srid: 5490 });
    expect(registerPoint('01', [['-61.5', '16.2']])).toBeNull();
  });

  it.each([
    ['0', '0'],
    ['', ''],
    ['abc', '46'],
    ['NaN', 'Infinity'],
  ] as const)('are nothing at %s, %s', (a, b) => {
    expect(registerPoint('16', [[a, b]])).toBeNull();
  });

  it('are as precise as the key of the address says, and no point for a whole commune', () => {
    expect(precisionOfKey('16102_0010_00012')).toBe('address');
    expect(precisionOfKey('16102_0010_00012_bis')).toBe('address');
    expect(precisionOfKey('16102_0010')).toBe('bourg');
    expect(precisionOfKey('16102')).toBeNull();
    expect(precisionOfKey('')).toBe('bourg');
  });

  it('belong to a département, written in letters overseas in the old files', () => {
    expect(inseeOf('16', '28')).toBe('16028');
    expect(inseeOf('9A', '105')).toBe('97105');
    expect(inseeOf('9D', '411')).toBe('97411');
    expect(inseeOf('2A', '004')).toBe('2A004');
    expect(['16230', '2A004', '97411', '1623', 'ABCDE'].map(departementOf)).toEqual([
      '16',
      '2A',
      '974',
      null,
      null,
    ]);
  });
});

describe('the activities of the register', () => {
  it('are shown where their codes prove what is done', () => {
    expect(shownActivity('AMF', '14/23/14')).toEqual({ needId: 'urgences', name: 'Urgences' });
    expect(shownActivity('AMF', '01/00/05')).toMatchObject({ name: 'Hospitalisation à domicile' });
    expect(shownActivity('AMF', '52/79/01')).toMatchObject({ needId: 'readaptation' });
    expect(shownActivity('ASOCR', '358/16/700')).toMatchObject({ needId: 'soins-a-domicile' });
  });

  it('are not shown otherwise: mobile teams, unknown codes, another nature', () => {
    expect(shownActivity('AMF', '14/26/00')).toBeNull();
    expect(shownActivity('AMF', '358/00/00')).toBeNull();
    expect(shownActivity('EML', '358')).toBeNull();
    expect(equipmentNeed('Hébergement d’insertion')).toBeUndefined();
    expect(equipmentNeed('Soins infirmiers à Domicile')).toBe('soins-a-domicile');
  });
});
