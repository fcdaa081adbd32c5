// Who gains and who loses, on the map: brown loses, blue gains, a thick line passes the threshold.

import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import type { CommuneSheet } from './report-shapes.ts';
import {
  DELTA_CLASSES,
  DELTA_COLOURS,
  type DeltaClass,
  deltaBounds,
  deltaClass,
} from './scenario-classes.ts';
import { ScenarioDaysMap } from './scenario-days-map.tsx';
import { ScenarioDrawing } from './scenario-drawing.tsx';
import type { DeskModel, TriedResult } from './scenario-messages.ts';
import { changesOnlyDays } from './scenario-no-car.tsx';
import { isShared } from './scenario-professions.ts';
import { createValueWords } from './scenario-values.ts';

export const SCENARIO_MAP_ID = 'carte-scenario';

export type ScenarioMapProps = {
  sheet: CommuneSheet | null;
  /** What stands there without it. */
  awaited?: JSX.Element;
  model: DeskModel;
  result: TriedResult;
  name: string;
  /** When a page has another one. */
  id?: string;
};

/** What changes is shown: days without a car when nothing does by car; else one chooses. */
export function ScenarioMap(props: ScenarioMapProps) {
  const { text } = usePage();
  const words = text.scenario.days.map;
  const [chosen, setChosen] = createSignal<'car' | 'no_car' | null>(null);
  const known = () => {
    const [{ days }, { noCar }] = [props.model, props.result];
    return days.state === 'done' && noCar !== null ? { days, result: noCar } : null;
  };
  const isByCar = () => isShared(props.model.profession);
  const usual = () => (changesOnlyDays(props.result) ? 'no_car' : 'car');
  const way = () => (isByCar() ? (chosen() ?? usual()) : 'no_car');
  return (
    <>
      <Show when={known() !== null && props.id === undefined && isByCar()}>
        <RadioGroup
          legend={words.way}
          name="carte"
          compact
          value={way()}
          options={[
            { value: 'car', label: words.car },
            { value: 'no_car', label: words.no_car },
          ]}
          onChange={(value) => setChosen(value === 'no_car' ? 'no_car' : 'car')}
        />
      </Show>
      <Show when={props.sheet} fallback={props.awaited}>
        {(sheet) => (
          <Show
            when={way() === 'no_car' ? known() : null}
            fallback={isByCar() && <CarMap {...props} sheet={sheet()} />}
          >
            {(shown) => (
              <ScenarioDaysMap
                id={props.id ?? SCENARIO_MAP_ID}
                sheet={sheet()}
                days={shown().days}
                result={shown().result}
                name={props.name}
              />
            )}
          </Show>
        )}
      </Show>
    </>
  );
}

function CarMap(props: ScenarioMapProps & { sheet: CommuneSheet }) {
  const { text } = usePage();
  const words = text.scenario.map;
  const values = createMemo(() => createValueWords(text, props.model));
  const numbers = createMemo(
    () => new Map(props.model.places.map(({ id }, number) => [id, number])),
  );
  const bounds = createMemo(() => deltaBounds(values().isActs, props.model.hinge));
  const dropped = createMemo(() => new Set(props.result.dropped.places));
  const lifted = createMemo(() => new Set(props.result.lifted.places));
  const paint = (insee: string) => {
    const place = numbers().get(insee);
    const [before, after] = [props.result.before[place ?? -1], props.result.after[place ?? -1]];
    const name = props.model.places[place ?? -1]?.name ?? '';
    if (place === undefined || before === undefined || after === undefined) {
      return { fill: '#ffffff', pattern: 'unknown' as const, title: name };
    }
    const crosses = dropped().has(place) ? '▼' : lifted().has(place) ? '▲' : null;
    return {
      fill: DELTA_COLOURS[deltaClass(after - before, bounds())],
      pattern: props.result.reached[place] === 1 ? null : ('hatched' as const),
      outlined: crosses !== null,
      mark: crosses,
      title: `${name} : ${values().value(before)} → ${values().value(after)}`,
    };
  };
  return (
    <ScenarioDrawing
      id={props.id ?? SCENARIO_MAP_ID}
      sheet={props.sheet}
      name={props.name}
      paint={paint}
      legend={words.legend}
      classes={DELTA_CLASSES.map((of) => ({ of, said: classWords(of) }))}
      hatched={text.scenario.losers.nothingLeft}
    >
      <Show when={props.result.dropped.places.length + props.result.lifted.places.length > 0}>
        <li class="scenario-legend-wide">
          {words.crossing} ({words.downMark}, {words.upMark})
        </li>
      </Show>
    </ScenarioDrawing>
  );

  function classWords(each: DeltaClass): string {
    const [small, middle, large] = bounds().map((bound) => values().bound(bound));
    const of = words.classes;
    if (each === 'none') return of.none;
    if (each === 'small') return of.small(small ?? '');
    if (each === 'lose3' || each === 'gain3') return of[each](large ?? '');
    return each.endsWith('1')
      ? of[each as 'lose1'](small ?? '', middle ?? '')
      : of[each as 'lose2'](middle ?? '', large ?? '');
  }
}
