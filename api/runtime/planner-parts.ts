// Which versions of offers and timetables are still needed? The current ones, and those of requests
// under way.

import type { Part, PartNumbers, PlannerParts } from '#api/runtime/planner-messages.ts';

export type PlannerVersion = { numbers: PartNumbers; release: () => void };

export type PlannerPartStore = {
  /** False until each part was given once. */
  isComplete: () => boolean;
  /** Takes the place of the part of that name for requests that begin from now on. */
  replace: <Name extends keyof PlannerParts>(name: Name, value: PlannerParts[Name]) => void;
  /** The current version, kept until it is released; null before it is complete. */
  begin: () => PlannerVersion | null;
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

  return {
    isComplete: () => complete(current) !== null,
    replace(name, value) {
      lastNumber += 1;
      const part = { name, number: lastNumber, value } as Part;
      const before = current[name];
      parts.set(lastNumber, { part, users: 1 });
      current[name] = lastNumber;
      listeners.onHeld(part);
      if (before !== undefined) drop([before]);
    },
    begin() {
      const numbers = complete(current);
      if (numbers === null) return null;
      const used = Object.values(numbers);
      for (const number of used) {
        const held = parts.get(number);
        if (held !== undefined) held.users += 1;
      }
      let isReleased = false;
      return {
        numbers,
        release() {
          if (!isReleased) drop(used);
          isReleased = true;
        },
      };
    },
    all: () => [...parts.values()].map(({ part }) => part),
  };
}

function complete(numbers: Partial<PartNumbers>): PartNumbers | null {
  const { offers, timetable, roads, communes } = numbers;
  if (offers === undefined || timetable === undefined) return null;
  if (roads === undefined || communes === undefined) return null;
  return { offers, timetable, roads, communes };
}
