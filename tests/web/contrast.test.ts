// Can everybody read it? Every pair of colours of both themes, computed from the style sheet itself.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coloursOf, DARK_GROUNDS, LIGHT_GROUNDS } from '#web/lib/site.ts';

const source = readFileSync('web/styles/tokens.css', 'utf8');
const darkStart = source.indexOf('prefers-color-scheme: dark');
const light = readTokens(source.slice(0, darkStart));
const dark = { ...light, ...readTokens(source.slice(darkStart)) };

const GROUNDS = ['paper', 'card', 'sand'];

/** Text on each ground it may stand on. */
const TEXT_PAIRS: [string, string][] = [
  ...['ink', 'ink-soft', 'leaf', 'clay', 'night'].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground]),
  ),
  ...['leaf-soft', 'clay-soft', 'night-soft'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
  ]),
  ['leaf', 'leaf-soft'],
  ['clay', 'clay-soft'],
  ['night', 'night-soft'],
  ['on-leaf', 'leaf-fill'],
  ['on-leaf', 'leaf-deep'],
  ['on-night', 'night-fill'],
];

/** Borders of fields, symbols and drawings that carry meaning. */
const SHAPE_PAIRS: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['leaf', ground],
    ['leaf-fill', ground],
    ['clay', ground],
  ]),
  ['leaf', 'leaf-soft'],
  ['stone', 'sand'],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s theme', (_, tokens) => {
  it.each(TEXT_PAIRS)('reads %s on %s at 7:1 or better', (text, ground) => {
    expect(ratio(colour(tokens, text), colour(tokens, ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(SHAPE_PAIRS)('shows %s on %s at 3:1 or better', (shape, ground) => {
    expect(ratio(colour(tokens, shape), colour(tokens, ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('the colour a territory chose', () => {
  const grounds = (tokens: Record<string, string>) => [
    colour(tokens, 'card'),
    colour(tokens, 'paper'),
  ];
  const hex = (value: number) => `#${value.toString(16).padStart(6, '0')}`;
  const chosen = Array.from({ length: 500 }, (_, n) => hex((n * 33_554_393) % 0x1000000));

  it('stands on the grounds of the style sheet', () => {
    expect([...LIGHT_GROUNDS]).toEqual(grounds(light));
    expect([...DARK_GROUNDS]).toEqual(grounds(dark));
  });

  it('is seen at 7:1 in both themes, whatever it is', () => {
    for (const main of ['#000000', '#ffffff', '#808080', '#FFFF00', ...chosen]) {
      const shades = coloursOf(main);
      if (shades === null) throw new Error(`${main} is a colour`);
      const pairs = [
        ...LIGHT_GROUNDS.map((ground) => ratio(shades.light, ground)),
        ...DARK_GROUNDS.map((ground) => ratio(shades.dark, ground)),
      ];
      expect(Math.min(...pairs), main).toBeGreaterThanOrEqual(7);
    }
  });

  it('is kept as it is when it can be seen, and left out when it is none', () => {
    expect(coloursOf('#0b5345')?.light).toBe('#0b5345');
    expect(coloursOf('vert')).toBeNull();
    expect(coloursOf('#12')).toBeNull();
  });
});

it('gives every colour of the light theme a dark one', () => {
  const named = Object.keys(light).filter((name) => name !== 'on-night');
  const darkOnly = readTokens(source.slice(darkStart));
  expect(named.filter((name) => !(name in darkOnly))).toEqual([]);
});

it('computes black on white as 21:1', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

function readTokens(css: string): Record<string, string> {
  const found = [...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})\b/g)];
  return Object.fromEntries(found.map((match) => [match[1] ?? '', match[2] ?? '']));
}

function colour(tokens: Record<string, string>, name: string): string {
  const value = tokens[name];
  if (value === undefined) throw new Error(`tokens.css has no --${name}`);
  return value;
}

/** WCAG 2 contrast of two sRGB colours, 1 to 21. */
function ratio(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
