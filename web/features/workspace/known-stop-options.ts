// Which stops can be proposed for this direction of a line, and what is said of each?

import type { KnownStop } from '#domain/transport/known-stops.ts';
import type { Direction } from '#domain/transport/line-grid.ts';
import type { LineStop, LineTimetable } from '#domain/transport/offer-document.ts';

/** `here`: this direction calls there already (a loop calls twice). `line`: of another line, its name. */
export type ProposedStop = { stop: LineStop; from: 'other_way' | 'here' | 'line'; line: string };

const MOST = 8;

/** Those of the other way, then of the other lines, then those this way has already. */
export function proposedStops(
  timetable: LineTimetable,
  direction: Direction,
  others: readonly KnownStop[],
): ProposedStop[] {
  const here = new Set(timetable.directions[direction].stopIds);
  const own = new Set(timetable.stops.map(placeOf));
  const ofLine = (from: 'other_way' | 'here') =>
    timetable.stops
      .filter(({ id }) => here.has(id) === (from === 'here'))
      .map((stop) => ({ stop, from, line: '' }));
  const ofOthers = others
    .filter((each) => !own.has(placeOf(each)))
    .map(({ name, insee, point, line }, rank) => ({
      stop: { id: freeStopId(timetable, `arret-${rank + 1}`), name, insee, point },
      from: 'line' as const,
      line,
    }));
  return [...ofLine('other_way'), ...ofOthers, ...ofLine('here')];
}

/** Each word written begins a word of the name. Nothing written: all this way does not have yet. */
export function matchingStops(stops: readonly ProposedStop[], query: string): ProposedStop[] {
  const asked = wordsOf(query);
  const isNamed = ({ stop, from }: ProposedStop) => {
    if (asked.length === 0) return from !== 'here';
    const words = wordsOf(stop.name);
    return asked.every((each) => words.some((word) => word.startsWith(each)));
  };
  return stops.filter(isNamed).slice(0, MOST);
}

/** Two stops may stand in one commune: each has an id of its own. */
export function freeStopId({ stops }: LineTimetable, key: string): string {
  const used = new Set(stops.map(({ id }) => id));
  let id = key;
  for (let copy = 2; used.has(id); copy += 1) id = `${key}-${copy}`;
  return id;
}

function placeOf({ name, point }: Pick<LineStop, 'name' | 'point'>): string {
  return `${name}\n${point.join(' ')}`;
}

function wordsOf(written: string): string[] {
  const plain = written.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
