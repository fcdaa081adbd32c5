import { describe, expect, it } from 'vitest';
import {
  DEMO_COMMUNES,
  DEMO_FORMER_COMMUNES,
  TERRITORY_SEEDS,
} from '#seeds/demo/territory/communes.ts';
import { HELP_NUMBERS } from '#seeds/demo/territory/help-numbers.ts';
import { DEMO_TERRITORIES } from '#seeds/demo/territory/territories.ts';

const insees = new Set(DEMO_COMMUNES.map(({ insee }) => insee));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the territory', () => {
  it('has 89 communes, 37,490 people and 5,406 of 75 and over, within rounding', () => {
    expect(TERRITORY_SEEDS).toHaveLength(89);
    expect(sum(TERRITORY_SEEDS.map(({ population }) => population))).toBe(37_490);
    const older = sum(TERRITORY_SEEDS.map(({ population75Plus }) => population75Plus ?? 0));
    expect(Math.abs(older - 5_406)).toBeLessThanOrEqual(5);
  });

  it('gives each grouping of communes its own: 40 and 49', () => {
    const sizes = Map.groupBy(TERRITORY_SEEDS, ({ epciSiren }) => epciSiren);
    expect(sizes.get('200029734')).toHaveLength(40);
    expect(sizes.get('200070282')).toHaveLength(49);
  });

  it('outlines three other territories with all their communes', () => {
    const sizes = DEMO_TERRITORIES.map(({ code, coverage, communeInsees }) => [
      code,
      coverage,
      communeInsees.length,
    ]);
    expect(sizes).toEqual([
      ['sud-charente', 'full', 89],
      ['royan-atlantique', 'outline', 33],
      ['aunis-atlantique', 'outline', 20],
      ['haut-languedoc-et-vignobles', 'outline', 101],
    ]);
  });

  it('names no commune twice and leaves no commune of a territory undescribed', () => {
    expect(insees.size).toBe(DEMO_COMMUNES.length);
    const missing = DEMO_TERRITORIES.flatMap(({ communeInsees }) => communeInsees).filter(
      (insee) => !insees.has(insee),
    );
    expect(missing).toEqual([]);
  });

  it('leads every former commune to one of today', () => {
    const lost = DEMO_FORMER_COMMUNES.filter(({ currentInsee }) => !insees.has(currentInsee));
    expect(lost).toEqual([]);
    expect(DEMO_FORMER_COMMUNES).toContainEqual({
      insee: '16004',
      name: 'Aignes-et-Puypéroux',
      currentInsee: '16230',
    });
  });

  it('writes its colours at 7:1 or more on paper', () => {
    for (const { colours } of DEMO_TERRITORIES) {
      expect(contrast(colours.main, '#fbfaf6')).toBeGreaterThanOrEqual(7);
      expect(contrast(colours.main, colours.soft)).toBeGreaterThanOrEqual(7);
    }
  });

  it('says when to call which number', () => {
    expect(HELP_NUMBERS.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['15', '112', '114', '116117', '3114', '3919', '119', '3237']),
    );
    for (const { when } of HELP_NUMBERS) expect(when.length).toBeGreaterThan(20);
  });
});

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
