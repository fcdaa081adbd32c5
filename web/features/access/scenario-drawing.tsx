// What changes, drawn commune by commune, over the meaning of its colours: by car and without one alike.

import { For, type JSX } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { type CommunePaint, ReportMap } from './report-map.tsx';
import type { CommuneSheet } from './report-shapes.ts';
import { DELTA_COLOURS, type DeltaClass } from './scenario-classes.ts';

export type ScenarioDrawingProps = {
  id: string;
  sheet: CommuneSheet;
  /** Of the scenario. */
  name: string;
  paint: (insee: string) => CommunePaint;
  legend: string;
  /** In the order of the legend. */
  classes: readonly { of: DeltaClass; said: string }[];
  /** What the hatched communes are. */
  hatched: string;
  /** More lines of the legend. */
  children?: JSX.Element;
};

export function ScenarioDrawing(props: ScenarioDrawingProps) {
  const words = usePage().text.scenario.map;
  return (
    <figure class="scenario-map">
      <ReportMap
        id={props.id}
        sheet={props.sheet}
        label={words.title(props.name)}
        description={words.described}
        paint={props.paint}
        north={words.north}
        scale={words.scale}
      />
      <figcaption>
        <p class="scenario-legend-title">{props.legend}</p>
        <ul class="scenario-legend">
          <For each={props.classes}>
            {({ of, said }) => (
              <li>
                <span class="scenario-swatch" style={{ background: DELTA_COLOURS[of] }} />
                {said}
              </li>
            )}
          </For>
          <li>
            <span class="scenario-swatch" data-delta="hatched" />
            {props.hatched}
          </li>
          {props.children}
        </ul>
      </figcaption>
    </figure>
  );
}
