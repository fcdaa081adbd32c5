// The parade of all the people, from the worst served to the best: fetched with its library when it is seen.

import { axisX, axisY, plot, rectY, ruleY, text } from '@observablehq/plot';

export type Band = {
  /** People before this band, and with it. */
  from: number;
  to: number;
  height: number;
  colour: string;
  title: string;
};

export type Level = { value: number; label: string };

export type Distribution = {
  bands: readonly Band[];
  levels: readonly Level[];
  /** Top of the drawing, in the unit. */
  top: number;
  width: number;
  xLabel: string;
  yLabel: string;
  format: (value: number) => string;
};

const TEXT_PIXELS = 18;
/** Levels closer than this, in pixels, would write over each other. */
const LEVEL_GAP_PIXELS = 24;
const MARGIN = { top: 44, right: 12, bottom: 56, left: 56 };

export function drawDistribution(asked: Distribution): Element {
  const height = asked.width < 600 ? 300 : 360;
  const drawn = plot({
    width: asked.width,
    height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    className: 'parade',
    style: { fontSize: `${TEXT_PIXELS}px`, fontFamily: 'inherit', background: 'none' },
    x: { label: null },
    y: { domain: [0, asked.top], label: null },
    marks: [
      rectY(asked.bands, {
        x1: 'from',
        x2: 'to',
        y1: 0,
        y2: 'height',
        fill: 'colour',
        stroke: 'var(--paper)',
        strokeWidth: 0.5,
        title: 'title',
      }),
      axisX({
        ticks: asked.width < 600 ? 3 : 6,
        tickFormat: asked.format,
        label: asked.xLabel,
        labelArrow: 'none',
        labelOffset: 50,
      }),
      axisY({ ticks: 5, label: asked.yLabel, labelArrow: 'none', labelOffset: 40 }),
      ruleY(asked.levels, {
        y: 'value',
        stroke: 'currentColor',
        strokeWidth: 2.5,
        strokeDasharray: '8 5',
      }),
      text(apart(asked.levels, asked.top, height), {
        y: 'value',
        text: 'label',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 8,
        fontWeight: 700,
        fill: 'currentColor',
        stroke: 'var(--paper)',
        strokeWidth: 6,
      }),
      ruleY([0], { stroke: 'currentColor' }),
    ],
  });
  // Its style sheet would be refused by the site's policy: ours says the same (distribution-plot.css).
  drawn.querySelector('style')?.remove();
  // The drawing is one image with one name: its parts have none of their own.
  for (const part of drawn.querySelectorAll<SVGElement>('[aria-label]')) {
    part.dataset['part'] = part.getAttribute('aria-label') ?? '';
    part.removeAttribute('aria-label');
  }
  return drawn;
}

/** Labels above their lines, and apart from each other. */
function apart(levels: readonly Level[], top: number, height: number): Level[] {
  const perUnit = (height - MARGIN.top - MARGIN.bottom) / top;
  const gap = LEVEL_GAP_PIXELS / perUnit;
  let floor = -Infinity;
  return levels
    .toSorted((a, b) => a.value - b.value)
    .map(({ value, label }) => {
      const above = Math.max(value + gap / 2, floor + gap);
      floor = above;
      return { value: above, label };
    });
}
