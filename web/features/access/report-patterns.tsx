// The patterns of the map, over the whole sheet in long lines: a printer draws them sharp, a file stays small.
//
// A pattern repeated by the browser is printed as a picture of each commune: ninety of them weigh megabytes.

import { For } from 'solid-js';
import { PATTERN_SIDE, type ValuePattern } from '#web/map/value-cells.ts';

/** What is drawn over the colour, for who tells no colours apart. */
export type SheetPattern = ValuePattern | 'hatched';

export const SHEET_PATTERNS: readonly SheetPattern[] = [
  'fragile',
  'none',
  'unknown',
  'suppressed',
  'hatched',
];

type Strokes = { d: string; colour: string; width: number; dashes?: string };

const INK = '#1c2b2a';
const HALF = PATTERN_SIDE / 2;
const QUARTER = PATTERN_SIDE / 4;

/** As on the map of the page: same angles, same steps, same colours. */
export function patternStrokes(pattern: SheetPattern, width: number, height: number): Strokes[] {
  const rising = slanted(width, height, 'rising');
  if (pattern === 'fragile') {
    return [
      { d: rising, colour: '#ffffff', width: 3.4 },
      { d: rising, colour: INK, width: 1.4 },
    ];
  }
  if (pattern === 'hatched') return [{ d: rising, colour: INK, width: 2 }];
  if (pattern === 'suppressed') {
    const crossed = rising + slanted(width, height, 'falling');
    return [{ d: crossed, colour: '#3f504e', width: 1.3 }];
  }
  if (pattern === 'unknown') {
    return [
      { d: rows(width, height, 0), colour: '#6b756c', width: 1.6, dashes: `${HALF} ${HALF}` },
    ];
  }
  const dotted = { colour: '#ffffff', width: 3.6, dashes: `0.01 ${PATTERN_SIDE}` };
  return [{ d: rows(width, height, QUARTER), ...dotted }];
}

export function PatternLayer(props: {
  id: string;
  pattern: SheetPattern;
  /** Of all communes that bear it. */
  path: string;
  width: number;
  height: number;
}) {
  return (
    <>
      <clipPath id={`${props.id}-${props.pattern}`}>
        <path d={props.path} />
      </clipPath>
      <g
        clip-path={`url(#${props.id}-${props.pattern})`}
        fill="none"
        stroke-linecap="round"
        pointer-events="none"
      >
        <For each={patternStrokes(props.pattern, props.width, props.height)}>
          {({ d, colour, width, dashes }) => (
            <path d={d} stroke={colour} stroke-width={width} stroke-dasharray={dashes} />
          )}
        </For>
      </g>
    </>
  );
}

/** Lines at 45°, a side of the pattern apart. */
function slanted(width: number, height: number, way: 'rising' | 'falling'): string {
  let d = '';
  for (let at = 0; at < width + height; at += PATTERN_SIDE) {
    const from = way === 'rising' ? at : at - height;
    const to = way === 'rising' ? at - height : at;
    d += `M${from} 0L${to} ${height}`;
  }
  return d;
}

/** Every second row half a side further, so that dots and dashes alternate. */
function rows(width: number, height: number, start: number): string {
  let d = '';
  let isSecond = false;
  for (let y = QUARTER; y < height; y += HALF) {
    d += `M${start + (isSecond ? HALF : 0)} ${y}H${width}`;
    isSecond = !isSecond;
  }
  return d;
}
