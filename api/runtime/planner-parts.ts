// Which versions of offers and timetables are still needed? The current ones, and those of requests
// under way.

import type { Part, PartNumbers, PlannerParts } from '#api/runtime/planner-messages.ts';

export type PlannerVersion = { numbers: PartNumbers; release: () => void };

export type PlannerPartStore = {
  /** False until each part was given once. */
  isComplete: () => boolean;
  /** Takes the place of the part of that name for requests that begin from now on. */
  replace: <Name extends keyof PlannerParts>(name: Name, value: PlannerParts[Name]) => void;
  /**
   * The current version, kept until it is released; null before it is complete. `instead`: parts of
   * this version alone, that no other request sees.
   */
  begin: (instead?: Partial<PlannerParts>) => PlannerVersion | null;
  /** The current values; null before each was given once. */
  current: () => PlannerParts | null;
  /** All that is still needed, for a thread that starts. */
  all: () => readonly Part[];
};

export function createPlannerParts(listeners: {
  onHeld: (part: Part) => void;
  onForgotten: (numbers: readonly number[]) => void;
}): PlannerPartStore {
  const parts = new Map<number, { part: Part; users: number }>();
  const current: Partial<PartNumbers> = {};
  let lastNumber = 0;

  const drop = (numbers: readonly number[]) => {
    const unused = numbers.filter((number) => {
      const held = parts.get(number);
      if (held === undefined) return false;
      held.users -= 1;
      return held.users === 0;
    });
    for (const number of unused) parts.delete(number);
    if (unused.length > 0) listeners.onForgotten(unused);
  };

  /** With one user, whoever asked for it. */
  const add = (name: keyof PlannerParts, value: unknown): number => {
    lastNumber += 1;
    const part = { name, number: lastNumber, value } as Part;
    parts.set(lastNumber, { part, users: 1 });
    listeners.onHeld(part);
    return lastNumber;
  };

  return {
    isComplete: () => complete(current) !== null,
    replace(name, value) {
      const before = current[name];
      current[name] = add(name, value);
      if (before !== undefined) drop([before]);
    },
    begin(instead = {}) {
      const shared = complete(current);
      if (shared === null) return null;
      const numbers = { ...shared };
      for (const name of Object.keys(shared) as (keyof PlannerParts)[]) {
        const held = parts.get(shared[name] ?? 0);
        if (name in instead) numbers[name] = add(name, instead[name]);
        else if (held !== undefined) held.users += 1;
      }
      const used = Object.values(numbers);
      let isReleased = false;
      return {
        numbers,
        release() {
          if (!isReleased) drop(used);
          isReleased = true;
        },
      };
    },
    current() {
      const numbers = complete(current);
      if (numbers === null) return null;
      const { marks = null, ...needed } = numbers;
      const partOf = <Name extends keyof PlannerParts>(number: number) =>
        parts.get(number)?.part.value as PlannerParts[Name];
      return {
        offers: partOf<'offers'>(needed.offers),
        timetable: partOf<'timetable'>(needed.timetable),
        roads: partOf<'roads'>(needed.roads),
        communes: partOf<'communes'>(needed.communes),
        marks: marks === null ? [] : partOf<'marks'>(marks),
      };
    },
    all: () => [...parts.values()].map(({ part }) => part),
  };
}

function complete(numbers: Partial<PartNumbers>): PartNumbers | null {
  const { offers, timetable, roads, communes, marks } = numbers;
  if (offers === undefined || timetable === undefined) return null;
  if (roads === undefined || communes === undefined) return null;
  const needed = { offers, timetable, roads, communes };
  return marks === undefined ? needed : { ...needed, marks };
}
