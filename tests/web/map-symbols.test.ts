import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATEGORIES } from '#domain/directory/directory.ts';
import { MAP_PALETTES } from '#web/map/map-palette.ts';
import {
  categorySymbol,
  categorySymbolSvg,
  SYMBOL_COLOURS,
  SYMBOL_FAMILIES,
  SYMBOL_INK,
  type SymbolTheme,
} from '#web/ui/category-symbol.ts';

type Rgb = [number, number, number];

const DARK_THEME = '@media (prefers-color-scheme: dark)';
const THEMES: readonly SymbolTheme[] = ['light', 'dark'];

/** Machado, Oliveira and Fernandes 2009, full deficiency, on linear RGB. */
const EYES = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;

function linear(hex: string): Rgb {
  return [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}

function seenBy(eye: readonly number[], rgb: Rgb): Rgb {
  return [0, 3, 6].map((row) => {
    const value = rgb.reduce((sum, part, i) => sum + part * (eye[row + i] ?? 0), 0);
    return Math.min(1, Math.max(0, value));
  }) as Rgb;
}

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('every symbol stands out of the page and of the map', () => {
  for (const theme of THEMES) {
    const palette = MAP_PALETTES[theme];
    const grounds = [
      palette.outside,
      ...palette.land,
      palette.card,
      palette.halo,
      palette.areaFill,
    ];
    for (const family of SYMBOL_FAMILIES) {
      test(`${theme} ${family}`, () => {
        const colour = SYMBOL_COLOURS[theme][family];
        for (const ground of grounds) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
        expect(contrast(colour, SYMBOL_INK[theme])).toBeGreaterThanOrEqual(4.5);
      });
    }
  }
});

describe('names and numbers on the map read at 7:1', () => {
  for (const theme of THEMES) {
    test(theme, () => {
      const { land, outside, halo, card, name, ink } = MAP_PALETTES[theme];
      for (const ground of [...land, outside, halo]) {
        expect(contrast(name, ground)).toBeGreaterThanOrEqual(7);
      }
      expect(contrast(ink, card)).toBeGreaterThanOrEqual(7);
    });
    test(`${theme}: lines of journeys at 3:1`, () => {
      const { land, outside, legs, leaf } = MAP_PALETTES[theme];
      for (const ground of [...land, outside]) {
        for (const line of [...Object.values(legs), leaf]) {
          expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
        }
      }
    });
  }
});

describe('colours of families stay apart for every eye', () => {
  for (const theme of THEMES) {
    for (const [eye, matrix] of Object.entries(EYES)) {
      test(`${theme} ${eye}`, () => {
        const seen = SYMBOL_FAMILIES.map((family) =>
          lab(seenBy(matrix, linear(SYMBOL_COLOURS[theme][family]))),
        );
        const apart = seen.flatMap((a, i) =>
          seen.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
        );
        expect(Math.min(...apart)).toBeGreaterThan(11);
      });
    }
  }
});

test('each family has a shape of its own, each category a drawing of its own', () => {
  const symbols = CATEGORIES.map(categorySymbol);
  expect(new Set(symbols.map((symbol) => symbol.drawing)).size).toBe(CATEGORIES.length);
  const shapes = new Map(symbols.map((symbol) => [symbol.outline, symbol.family]));
  expect([...shapes.values()].sort()).toEqual([...SYMBOL_FAMILIES].sort());
});

test('a symbol is a well-formed image of the asked size, without outside address', () => {
  for (const category of CATEGORIES) {
    const svg = categorySymbolSvg(category, { theme: 'light', halo: '#fbfaf6', pixels: 136 });
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.documentElement.getAttribute('width')).toBe('136');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toContain('http');
  }
});

test('the legend has the colours of the map', () => {
  const legend = readFileSync(resolve('web/map/map-legend.css'), 'utf8');
  const [light, dark] = [0, 1].map((half) =>
    ['web/styles/symbols.css', 'web/map/map-legend.css']
      .map((file) => readFileSync(resolve(file), 'utf8').split(DARK_THEME)[half] ?? '')
      .join('\n'),
  );
  for (const [theme, part] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    for (const family of SYMBOL_FAMILIES) {
      expect(part).toContain(`--symbol-${family}: ${SYMBOL_COLOURS[theme][family]};`);
    }
    for (const [mode, colour] of Object.entries(MAP_PALETTES[theme].legs)) {
      const rule = new RegExp(`\\.leg-${mode}[,\\s][^{}]*\\{\\s*stroke: var\\((--leg-[a-z-]+)\\);`);
      const [, variable] = legend.match(rule) ?? [];
      expect(part, mode).toContain(`${variable}: ${colour};`);
    }
    expect(part).toContain(`--symbol-ink: ${SYMBOL_INK[theme]};`);
  }
});
