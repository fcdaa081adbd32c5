// A territory drawn on a sheet: read on a screen, on paper and in a file alike, without the library of the map.

import './report-map.css';
import { createMemo, For, Show } from 'solid-js';
import { type CommuneSheet, type DrawnCommune, scaleKm } from './report-shapes.ts';

/** `hatched`: nothing is in reach; `unknown`: dots. */
export type CommunePaint = {
  fill: string;
  pattern?: 'hatched' | 'dotted' | null;
  /** Drawn over its neighbours, in a thick line. */
  outlined?: boolean;
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
  const named = createMemo(() => spread(byPeople(), props.names ?? 10));
  const outlined = createMemo(() =>
    props.sheet.communes.filter(({ insee }) => props.paint(insee).outlined === true),
  );
  const km = () => scaleKm(props.sheet);
  const pattern = (paint: CommunePaint) =>
    paint.pattern === null || paint.pattern === undefined
      ? null
      : `url(#${props.id}-${paint.pattern})`;
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
      <defs>
        <pattern
          id={`${props.id}-hatched`}
          width="9"
          height="9"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="9" stroke="#1c2b2a" stroke-width="2.4" />
        </pattern>
        <pattern id={`${props.id}-dotted`} width="10" height="10" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1.6" fill="#3f504e" />
        </pattern>
      </defs>
      <g stroke="#a59d86" stroke-width="1.2" stroke-linejoin="round">
        <For each={props.sheet.communes}>
          {(commune) => (
            <path d={commune.path} fill={props.paint(commune.insee).fill}>
              <title>{props.paint(commune.insee).title}</title>
            </path>
          )}
        </For>
      </g>
      <For each={props.sheet.communes}>
        {(commune) => (
          <Show when={pattern(props.paint(commune.insee))}>
            {(fill) => <path d={commune.path} fill={fill()} pointer-events="none" />}
          </Show>
        )}
      </For>
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
          {(commune) => (
            <text
              x={commune.label[0]}
              y={commune.label[1]}
              text-anchor={anchorOf(commune, props.sheet)}
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
                  y={commune.label[1] + 24}
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

/** The first `count` whose names do not write over one another. */
function spread(communes: readonly DrawnCommune[], count: number): DrawnCommune[] {
  const kept: DrawnCommune[] = [];
  for (const commune of communes) {
    if (kept.length === count) break;
    const isFree = kept.every(
      ({ label, name }) =>
        Math.abs(label[1] - commune.label[1]) > 34 ||
        Math.abs(label[0] - commune.label[0]) > 6.5 * (name.length + commune.name.length),
    );
    if (isFree) kept.push(commune);
  }
  return kept;
}

/** Names near a side are written towards the middle. */
function anchorOf(
  { label, name }: DrawnCommune,
  { width }: CommuneSheet,
): 'start' | 'middle' | 'end' {
  const half = 6.5 * name.length;
  if (label[0] < half) return 'start';
  return label[0] > width - half ? 'end' : 'middle';
}
