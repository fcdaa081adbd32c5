// Where is an establishment, from coordinates whose order and reference change from one record to the
// next? Only the numbers that fall in the area of its commune are believed.

import type { PointPrecision } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';

/** `srid` 4326: degrees; another: metres of the reference of the area, for the database to convert. */
export type RegisterPoint = { x: number; y: number; srid: number };

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];
type Area = { degrees: Box; srid: number; metres: Box };

const MAINLAND: Area = {
  degrees: [-5.5, 41, 10, 51.5],
  srid: 2154,
  metres: [0, 6_000_000, 1_300_000, 7_200_000],
};
const ANTILLES: Area = {
  degrees: [-63.3, 14.2, -60.6, 18.3],
  srid: 5490,
  metres: [400_000, 1_550_000, 800_000, 2_050_000],
};
const OVERSEAS: Readonly<Record<string, Area>> = {
  '971': ANTILLES,
  '972': ANTILLES,
  '973': { degrees: [-54.7, 2, -51.5, 6], srid: 2972, metres: [80_000, 200_000, 800_000, 700_000] },
  '974': {
    degrees: [55.1, -21.5, 55.95, -20.8],
    srid: 2975,
    metres: [300_000, 7_620_000, 400_000, 7_710_000],
  },
  '975': {
    degrees: [-56.6, 46.7, -56, 47.2],
    srid: 32621,
    metres: [530_000, 5_170_000, 590_000, 5_230_000],
  },
  '976': {
    degrees: [44.9, -13.1, 45.4, -12.5],
    srid: 4471,
    metres: [480_000, 8_550_000, 550_000, 8_620_000],
  },
  '977': ANTILLES,
  '978': ANTILLES,
};

/** « 16 », « 2A », « 971 »; null for what is no code of a commune. */
export function departementOf(insee: string): string | null {
  if (!/^\d[\dAB]\d{3}$/.test(insee)) return null;
  return /^9[78]/.test(insee) ? insee.slice(0, 3) : insee.slice(0, 2);
}

/** The old files write overseas départements 9A to 9J: 9A101 is 97101 or 97201 by its letter. */
export function inseeOf(departement: string, commune: string): string {
  const overseas = /^9([A-J])$/.exec(departement);
  if (overseas !== null) {
    const rank = (overseas[1] ?? 'A').charCodeAt(0) - 64;
    // 9A Guadeloupe 971 … 9D Réunion 974, 9E Saint-Pierre 975, 9F Mayotte 976.
    return `97${rank}${commune.slice(-2)}`;
  }
  return `${departement}${commune.padStart(3, '0')}`.slice(0, 5);
}

/** `pairs` in the order they are believed; each may come swapped. Null: none falls in the area. */
export function registerPoint(
  departement: string | null,
  pairs: readonly (readonly [string, string])[],
): RegisterPoint | null {
  const { degrees, srid, metres } = areaOf(departement);
  const read = pairs.flatMap(([a, b]): LonLat[] => {
    const [x, y] = [numberOf(a), numberOf(b)];
    return x === null || y === null
      ? []
      : [
          [x, y],
          [y, x],
        ];
  });
  const geographic = read.find((point) => isIn(degrees, point));
  if (geographic !== undefined) return { x: geographic[0], y: geographic[1], srid: 4326 };
  const projected = read.find((point) => isIn(metres, point));
  return projected === undefined ? null : { x: projected[0], y: projected[1], srid };
}

/** The reference of the metres of an area, when the file does not name it. */
export function sridOf(departement: string | null): number {
  return areaOf(departement).srid;
}

/**
 * A key of the national address base says what it points at: « 16102_0010_00012 » a number,
 * « 16102_0010 » a street, « 16102 » a whole commune. Null: nothing to draw a point for.
 */
export function precisionOfKey(key: string): PointPrecision | null {
  if (/^\w{5}_\w{4,6}_\w{5}/.test(key)) return 'address';
  // Along a street some kilometres long, the point is not the door.
  return /^\w{5}$/.test(key) ? null : 'bourg';
}

function areaOf(departement: string | null): Area {
  return OVERSEAS[departement ?? ''] ?? MAINLAND;
}

function numberOf(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

function isIn([minX, minY, maxX, maxY]: Box, [x, y]: LonLat): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}
