// What is a map of values given? One colour a commune, a pattern where a colour alone would mislead.

import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';

/**
 * `fragile`: a value that a small change would class otherwise. The three others stand for no value:
 * nothing within reach, not known, too few people to be told.
 */
export const VALUE_PATTERNS = ['fragile', 'none', 'unknown', 'suppressed'] as const;
export type ValuePattern = (typeof VALUE_PATTERNS)[number];

export type ValueCell = { insee: Insee; colour: string; pattern: ValuePattern | null };

/** An inhabited square of 200 m: a commune is mostly empty land. `point` is its middle. */
export type ValueTile = { point: LonLat; colour: string };

/** A number set on a commune, that can be pressed. `label` is what is heard. */
export type ValueMark = { insee: Insee; text: string; label: string };

/** So many things at a commune: the more, the wider its circle. `isBeside`: a number is set on it already. */
export type ValueDot = {
  insee: Insee;
  text: string;
  label: string;
  pixels: number;
  isBeside: boolean;
};

type Stroke = { path: string; colour: string; width: number };

/** Side of a pattern, repeated without a seam, in pixels. */
export const PATTERN_SIDE = 12;

const INK = '#1c2b2a';
const PAPER = '#ffffff';

/** Dark and light beside each other: seen on the darkest colour and on the lightest. */
export const PATTERN_STROKES: Readonly<Record<ValuePattern, readonly Stroke[]>> = {
  fragile: [
    { path: 'M-3 3L3-3M-3 15L15-3M9 15L15 9', colour: PAPER, width: 3.4 },
    { path: 'M-3 3L3-3M-3 15L15-3M9 15L15 9', colour: INK, width: 1.4 },
  ],
  none: [{ path: 'M3 3h.01M9 9h.01', colour: PAPER, width: 3.6 }],
  unknown: [{ path: 'M0 3h6M6 9h6', colour: '#6b756c', width: 1.6 }],
  suppressed: [{ path: 'M0 0L12 12M0 12L12 0', colour: '#3f504e', width: 1.3 }],
};

/** The pattern alone, on nothing, as a drawing of `pixels` a side. */
export function patternSvg(pattern: ValuePattern, pixels: number): string {
  const strokes = PATTERN_STROKES[pattern].map(
    ({ path, colour, width }) =>
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${PATTERN_SIDE} ${PATTERN_SIDE}">${strokes.join('')}</svg>`;
}
