// Do ticks, kilometres and drawings become the recipe they mean, and come back as they were?

import { describe, expect, test } from 'vitest';
import { cornersOf, readCorners, ringsOf } from '#web/features/workspace/corner-rows.ts';
import {
  EMPTY_SIDE,
  groundMembers,
  readZone,
  tickCommune,
  tickGroup,
  writeZone,
  type ZoneForm,
} from '#web/features/workspace/zone-form.ts';
import { zoneLabel } from '#web/features/workspace/zone-label.ts';

const SIREN = '200000001';
const ground = {
  communes: [
    { insee: '16001', name: 'Aigne', epciSiren: SIREN },
    { insee: '16002', name: 'Bors', epciSiren: SIREN },
    { insee: '16003', name: 'Curac', epciSiren: SIREN },
    { insee: '16009', name: 'Laprade', epciSiren: null },
    ...['Oradour', 'Pillac', 'Rioux', 'Salles', 'Touvre', 'Yvrac'].map((name, index) => ({
      insee: `1602${index + 1}`,
      name,
      epciSiren: '200000002',
    })),
  ],
  epcis: [
    { siren: SIREN, name: 'CC des Collines' },
    { siren: '200000002', name: 'CA du Lac' },
  ],
};
const membersOf = groundMembers(ground);
const nameOf = (insee: string) =>
  ground.communes.find((each) => each.insee === insee)?.name ?? insee;
const triangle = ringsOf([
  [0, 45],
  [0.1, 45],
  [0.1, 45.1],
]);
if (triangle === null) throw new Error('Three corners make a ring');

const form = (change: Partial<ZoneForm> = {}): ZoneForm => ({
  plus: EMPTY_SIDE,
  aroundKm: 0,
  minus: EMPTY_SIDE,
  ...change,
});

describe('the form of a zone', () => {
  test('comes back from its recipe as it was', () => {
    const whole = form({
      plus: { insees: ['16009'], sirens: [SIREN], drawings: [{ label: 'Bourg', rings: triangle }] },
      aroundKm: 5,
      minus: { insees: ['16002'], sirens: [], drawings: [] },
    });
    const recipe = writeZone(whole, membersOf);
    expect(recipe.parts).toContainEqual({
      kind: 'around',
      insees: ['16009', '16001', '16002', '16003'],
      meters: 5000,
    });
    expect(readZone(recipe, membersOf)).toEqual(whole);
  });

  test('has nothing around no commune', () => {
    const side = { ...EMPTY_SIDE, drawings: [{ label: '', rings: triangle }] };
    const { parts } = writeZone(form({ plus: side, aroundKm: 5 }), membersOf);
    expect(parts.map(({ kind }) => kind)).toEqual(['drawn']);
  });

  test('a commune left out of a whole community leaves the others ticked', () => {
    const whole = tickGroup(EMPTY_SIDE, SIREN, true, membersOf);
    expect(whole).toMatchObject({ insees: [], sirens: [SIREN] });
    const without = tickCommune(whole, '16002', false, membersOf);
    expect(without).toMatchObject({ insees: ['16001', '16003'], sirens: [] });
    expect(tickGroup(without, SIREN, false, membersOf)).toMatchObject({ insees: [], sirens: [] });
  });
});

describe('the name of a zone', () => {
  const label = (change: Partial<ZoneForm>) => zoneLabel(form(change), ground, nameOf);

  test.each<[Partial<ZoneForm>, string]>([
    [{}, ''],
    [{ plus: { ...EMPTY_SIDE, sirens: [SIREN] } }, 'Les 3 communes de la CC des Collines'],
    [
      { plus: { ...EMPTY_SIDE, insees: ['16001', '16009', '16003', '16002'] } },
      'Les 3 communes de la CC des Collines et Laprade',
    ],
    [{ plus: { ...EMPTY_SIDE, insees: ['16002', '16001'] } }, 'Aigne et Bors'],
    [
      { plus: { ...EMPTY_SIDE, insees: ['16021', '16022', '16023', '16024', '16025'] } },
      'Les communes de la CA du Lac (sans Yvrac)',
    ],
    [
      {
        plus: { ...EMPTY_SIDE, sirens: [SIREN] },
        aroundKm: 5,
        minus: { ...EMPTY_SIDE, insees: ['16002'] },
      },
      'Les 3 communes de la CC des Collines, et 5 km autour, sauf Bors',
    ],
    [
      { plus: { ...EMPTY_SIDE, insees: ['1', '2', '3', '4', '5', '6'] } },
      '1, 2, 3, 4 et 2 autres communes',
    ],
    [{ plus: { ...EMPTY_SIDE, drawings: [{ label: '', rings: triangle }] } }, 'Un secteur dessiné'],
  ])('of %o is « %s »', (change, expected) => {
    expect(label(change)).toBe(expected);
  });
});

describe('corners written one a line', () => {
  test('are read with points or commas, latitude first', () => {
    const read = readCorners('45.2711, 0.1689\n\n45,28 ; 0,17\n45.27 -0.5');
    expect(read).toEqual({
      kind: 'corners',
      corners: [
        [0.1689, 45.2711],
        [0.17, 45.28],
        [-0.5, 45.27],
      ],
    });
  });

  test.each(['45.2', 'près du pont', '95.2, 0.1', '45.1, 0.1, 3'])('« %s » is no corner', (row) => {
    expect(readCorners(`45.2, 0.1\n${row}`)).toEqual({ kind: 'unread', row: 2 });
  });

  test('become a closed ring from three on, and its corners are those written', () => {
    expect(ringsOf([[0, 45]])).toBeNull();
    expect(triangle[0]?.at(-1)).toEqual([0, 45]);
    expect(cornersOf(triangle)).toHaveLength(3);
  });
});
