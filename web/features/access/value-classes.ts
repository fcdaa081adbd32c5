// In which class does a value fall, in which colour is it drawn, and how many people live in each class?
//
// Colours lead from the brown of what lacks to the green of what is there, and change side at the hinge. Told
// apart by people who confuse red and green, or blue and yellow: see the test of this file.

import type { ValueCell, ValuePattern } from '#web/map/value-cells.ts';
import type { AccessPlace, Indicator, ValueState } from './access-data.ts';

/** From the worst to the hinge, then from the hinge to the best. */
export const WORSE_COLOURS = ['#5b2a02', '#a6611a', '#dfc27d'] as const;
export const BETTER_COLOURS = ['#d6e8e5', '#6fb7ad', '#01665e'] as const;
/** Without a hinge, one scale from the worst to the best: no side is good or bad in itself. */
export const SCALE_COLOURS = [
  '#3d1a02',
  '#7f3f0a',
  '#b5701f',
  '#d9a04e',
  '#efd08c',
  '#faf1d6',
] as const;
/** Under the patterns of what has no value. */
export const STATE_COLOURS: Readonly<Record<Exclude<ValueState, 'value'>, string>> = {
  none_in_reach: '#5b2a02',
  unknown: '#ffffff',
  suppressed: '#d9d5c9',
};

const STATE_PATTERNS: Readonly<Record<Exclude<ValueState, 'value'>, ValuePattern>> = {
  none_in_reach: 'none',
  unknown: 'unknown',
  suppressed: 'suppressed',
};

/** What the colours turn on: a text's threshold, or what the country has. */
export const hingeKind = ({ hinge, national }: Indicator): 'threshold' | 'nationalMean' =>
  hinge !== null && hinge === national ? 'nationalMean' : 'threshold';

/** Bounds: `from` belongs to the class, `to` to the next. Null: without end. */
export type ValueClass = { from: number | null; to: number | null; colour: string };

/** From the worst to the best. */
export function valueClasses(indicator: Indicator): ValueClass[] {
  const { hinge, direction } = indicator;
  const bounds = [null, ...indicator.classes, null];
  const rising = bounds.slice(1).map((to, index) => ({ from: bounds[index] ?? null, to }));
  const fromWorst = direction === 'high_is_good' ? rising : rising.toReversed();
  const total = fromWorst.length;
  if (hinge === null) {
    return fromWorst.map((each, index) => ({ ...each, colour: onScale(index, total) }));
  }
  const isWorse = ({ from, to }: Pick<ValueClass, 'from' | 'to'>): boolean =>
    direction === 'high_is_good' ? to !== null && to <= hinge : from !== null && from >= hinge;
  const worse = fromWorst.filter(isWorse).length;
  return fromWorst.map((each, index) => ({
    ...each,
    colour:
      index < worse
        ? fromHinge(WORSE_COLOURS.toReversed(), worse - 1 - index)
        : fromHinge(BETTER_COLOURS, index - worse),
  }));
}

export function classOf(classes: readonly ValueClass[], value: number): ValueClass | null {
  return (
    classes.find(
      ({ from, to }) => (from === null || value >= from) && (to === null || value < to),
    ) ?? null
  );
}

/** What the map draws of one commune. */
export function cellOf(classes: readonly ValueClass[], place: AccessPlace): ValueCell {
  const { insee, state, value, isFragile } = place;
  if (state !== 'value' || value === null) {
    const shown = state === 'value' ? 'unknown' : state;
    return { insee, colour: STATE_COLOURS[shown], pattern: STATE_PATTERNS[shown] };
  }
  const colour = classOf(classes, value)?.colour ?? STATE_COLOURS.unknown;
  return { insee, colour, pattern: isFragile ? 'fragile' : null };
}

/** Of one square; null: nothing is drawn of what is not known. */
export function colourOf(
  classes: readonly ValueClass[],
  { state, value }: Pick<AccessPlace, 'state' | 'value'>,
): string | null {
  if (state === 'unknown') return null;
  if (state !== 'value') return STATE_COLOURS[state];
  return value === null ? null : (classOf(classes, value)?.colour ?? null);
}

export type ClassCount = { communes: number; people: number };

export type LegendRow = ClassCount &
  (
    | { kind: 'class'; valueClass: ValueClass; colour: string; pattern: null }
    | { kind: Exclude<ValueState, 'value'>; colour: string; pattern: ValuePattern }
  );

/** Nothing in reach first, then the classes from the worst, then what has no value; empty states are left out. */
export function legendRows(
  classes: readonly ValueClass[],
  places: readonly AccessPlace[],
): LegendRow[] {
  const isIn = (place: AccessPlace, each: ValueClass): boolean =>
    place.state === 'value' && place.value !== null && classOf(classes, place.value) === each;
  const ofState = (kind: Exclude<ValueState, 'value'>): LegendRow[] => {
    const counted = count(places.filter(({ state }) => state === kind));
    if (counted.communes === 0) return [];
    return [{ kind, colour: STATE_COLOURS[kind], pattern: STATE_PATTERNS[kind], ...counted }];
  };
  const rows = classes.map(
    (valueClass): LegendRow => ({
      kind: 'class',
      valueClass,
      colour: valueClass.colour,
      pattern: null,
      ...count(places.filter((place) => isIn(place, valueClass))),
    }),
  );
  return [...ofState('none_in_reach'), ...rows, ...ofState('unknown'), ...ofState('suppressed')];
}

function count(places: readonly AccessPlace[]): ClassCount {
  return {
    communes: places.length,
    people: places.reduce((sum, { population }) => sum + population, 0),
  };
}

/** Far ones share the strongest. */
function fromHinge(colours: readonly string[], steps: number): string {
  return colours[Math.min(steps, colours.length - 1)] ?? STATE_COLOURS.unknown;
}

/** Fewer classes than colours: spread from one end to the other. */
function onScale(index: number, total: number): string {
  const last = SCALE_COLOURS.length - 1;
  const at = total <= 1 ? 0 : Math.round((index * last) / (total - 1));
  return SCALE_COLOURS[at] ?? STATE_COLOURS.unknown;
}
