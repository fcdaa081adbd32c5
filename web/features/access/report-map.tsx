// A territory drawn on a sheet: read on a screen, on paper and in a file alike, without the library of the map.

import './report-map.css';
import { createMemo, For, Show } from 'solid-js';
import { contourOf } from './report-contour.ts';
import { PatternLayer, SHEET_PATTERNS, type SheetPattern } from './report-patterns.tsx';
import { type CommuneSheet, type DrawnCommune, scaleKm } from './report-shapes.ts';

export type CommunePaint = {
  fill: string;
  pattern?: SheetPattern | null;
  /** Drawn over its neighbours, in a thick line. */
  outlined?: boolean;
  /** On the bad side: a thick line goes round all that are. */
  isBelow?: boolean;
  /** One sign at its middle. */
  mark?: string | null;
  /** What a pointer reads on it. */
  title: string;
};

export type ReportMapProps = {
  id: string;
  sheet: CommuneSheet;
  label: string;
  description: string;
  paint: (insee: string) => CommunePaint;
  north: string;
  scale: (km: number) => string;
  /** How many communes bear their name, the most peopled first. */
  names?: number;
};

export function ReportMap(props: ReportMapProps) {
  const byPeople = createMemo(() =>
    props.sheet.communes.toSorted((a, b) => b.population - a.population),
  );
  const named = createMemo(() => {
    const first = spread(byPeople(), [], PHONE_NAMES, PHONE_LETTER, props.sheet.width);
    const more = spread(byPeople(), first, props.names ?? 10, DESK_LETTER, props.sheet.width);
    return [
      ...first.map((commune) => ({ commune, isMinor: false })),
      ...more.slice(first.length).map((commune) => ({ commune, isMinor: true })),
    ];
  });
  const outlined = createMemo(() =>
    props.sheet.communes.filter(({ insee }) => props.paint(insee).outlined === true),
  );
  const km = () => scaleKm(props.sheet);
  const layers = createMemo(() =>
    SHEET_PATTERNS.flatMap((pattern) => {
      const own = props.sheet.communes.filter(
        ({ insee }) => props.paint(insee).pattern === pattern,
      );
      return own.length === 0 ? [] : [{ pattern, path: own.map(({ path }) => path).join('') }];
    }),
  );
  const contour = createMemo(() =>
    contourOf(props.sheet.communes.filter(({ insee }) => props.paint(insee).isBelow === true)),
  );
  return (
    <svg
      class="report-map"
      id={props.id}
      viewBox={`0 0 ${props.sheet.width} ${props.sheet.height + 44}`}
      role="img"
      aria-labelledby={`${props.id}-title`}
      aria-describedby={`${props.id}-desc`}
    >
      <title id={`${props.id}-title`}>{props.label}</title>
      <desc id={`${props.id}-desc`}>{props.description}</desc>
      <g stroke="#a59d86" stroke-width="1.2" stroke-linejoin="round">
        <For each={props.sheet.communes}>
          {(commune) => (
            <path d={commune.path} fill={props.paint(commune.insee).fill}>
              <title>{props.paint(commune.insee).title}</title>
            </path>
          )}
        </For>
      </g>
      <For each={layers()}>
        {({ pattern, path }) => (
          <PatternLayer
            id={props.id}
            pattern={pattern}
            path={path}
            width={props.sheet.width}
            height={props.sheet.height}
          />
        )}
      </For>
      <path
        d={contour()}
        fill="none"
        stroke="#1c2b2a"
        stroke-width="3.5"
        stroke-linecap="round"
        pointer-events="none"
      />
      <g
        fill="none"
        stroke="#1c2b2a"
        stroke-width="4"
        stroke-linejoin="round"
        pointer-events="none"
      >
        <For each={outlined()}>{(commune) => <path d={commune.path} />}</For>
      </g>
      <g class="report-map-names" pointer-events="none">
        <For each={named()}>
          {({ commune, isMinor }) => (
            <text
              x={commune.label[0]}
              y={commune.label[1] - 10}
              text-anchor={anchorOf(commune, props.sheet.width)}
              classList={{ 'report-map-minor': isMinor }}
            >
              {commune.name}
            </text>
          )}
        </For>
        <For each={outlined()}>
          {(commune) => (
            <Show when={props.paint(commune.insee).mark}>
              {(mark) => (
                <text
                  class="report-map-mark"
                  x={commune.label[0]}
                  y={commune.label[1] + 22}
                  text-anchor="middle"
                >
                  {mark()}
                </text>
              )}
            </Show>
          )}
        </For>
      </g>
      <g class="report-map-foot" transform={`translate(8 ${props.sheet.height + 30})`}>
        <path
          d={`M0 -8V0H${km() * props.sheet.unitsAKm}V-8`}
          fill="none"
          stroke="#3f504e"
          stroke-width="2"
        />
        <text x={km() * props.sheet.unitsAKm + 10} y="2">
          {props.scale(km())}
        </text>
        <text x={props.sheet.width - 20} y="2" text-anchor="end">
          ↑ {props.north}
        </text>
      </g>
    </svg>
  );
}

/** Half the width of a letter, and the height of a line, in units of the drawing. */
type Letter = { half: number; line: number };
const DESK_LETTER: Letter = { half: 7, line: 40 };
const PHONE_LETTER: Letter = { half: 11, line: 70 };
const PHONE_NAMES = 4;

/** Up to `count` communes, those `kept` first, whose names do not write over one another. */
function spread(
  communes: readonly DrawnCommune[],
  kept: readonly DrawnCommune[],
  count: number,
  { half, line }: Letter,
  width: number,
): DrawnCommune[] {
  const named = [...kept];
  for (const commune of communes) {
    if (named.length >= count) break;
    const [from, to] = spanOf(commune, width, half);
    const isFree = named.every((other) => {
      const [left, right] = spanOf(other, width, half);
      return Math.abs(other.label[1] - commune.label[1]) > line || right < from || left > to;
    });
    if (isFree) named.push(commune);
  }
  return named;
}

/** From where to where a name is written. */
function spanOf(commune: DrawnCommune, width: number, half: number): [from: number, to: number] {
  const long = 2 * half * (commune.name.length + 1);
  const at = commune.label[0];
  const anchor = anchorOf(commune, width);
  if (anchor === 'start') return [at, at + long];
  return anchor === 'end' ? [at - long, at] : [at - long / 2, at + long / 2];
}

/** Names near a side are written towards the middle. */
function anchorOf({ label, name }: DrawnCommune, width: number): 'start' | 'middle' | 'end' {
  const half = PHONE_LETTER.half * name.length;
  if (label[0] < half) return 'start';
  return label[0] > width - half ? 'end' : 'middle';
}
