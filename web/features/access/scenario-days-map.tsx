// Who gets useful days without a car, and who loses some, on the map: the colours of the map by car.

import { createMemo } from 'solid-js';
import { daysIn } from '#domain/access/half-days.ts';
import type { NoCarResult } from '#domain/access/no-car-outcome.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { CommuneSheet } from './report-shapes.ts';
import { DELTA_COLOURS, type DeltaClass, deltaClass } from './scenario-classes.ts';
import type { ShownDays } from './scenario-days-shown.ts';
import { ScenarioDrawing } from './scenario-drawing.tsx';

const CLASSES = ['lose3', 'lose2', 'lose1', 'none', 'gain1', 'gain2', 'gain3'] as const;
/** Days a week. */
const BOUNDS: [number, number, number] = [1, 2, 3];

export function ScenarioDaysMap(props: {
  id: string;
  sheet: CommuneSheet;
  days: Extract<ShownDays, { state: 'done' }>;
  result: NoCarResult;
  name: string;
}) {
  const { text } = usePage();
  const words = text.scenario.days.map;
  const numbers = createMemo(
    () => new Map(props.days.homes.map(({ insee }, number) => [insee, number])),
  );
  /** By one day at least, so that the class that changes little is never met. */
  const classOf = (change: number): DeltaClass => deltaClass(change, BOUNDS);
  const paint = (insee: string) => {
    const number = numbers().get(insee);
    if (number === undefined) {
      return { fill: '#ffffff', pattern: 'unknown' as const, title: '' };
    }
    const before = daysIn(props.result.before[number] ?? 0);
    const after = daysIn(props.result.after[number] ?? 0);
    return {
      fill: DELTA_COLOURS[classOf(after - before)],
      pattern: after > 0 ? null : ('hatched' as const),
      title: words.told(props.days.homes[number]?.name ?? '', before, after),
    };
  };
  return (
    <ScenarioDrawing
      id={props.id}
      sheet={props.sheet}
      name={props.name}
      paint={paint}
      legend={words.legend}
      classes={CLASSES.map((of) => ({ of, said: words.classes[of] }))}
      hatched={words.nothing}
    />
  );
}
