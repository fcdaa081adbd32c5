// Whose are the activities of a block that follow each other? Those of one person at one place are made one; whoever
// is at an end of the block may have others in the blocks around.

import type { ByteLines } from '#seeds/pipeline/byte-lines.ts';
import type { WrittenActivity } from '#seeds/sources/rpps/activity.ts';

/** `line`: as it is copied. */
export type Activity = { rank: number; structureKey: string; line: string };

/** Activities of one person that follow each other. */
export type Person = { rpps: number; activities: Activity[] };

/** `start`: where its line does. */
type Written = WrittenActivity & { start: number; rank: number };

export type Persons = {
  /** Before the line of an activity of this person is written. */
  meet: (rpps: number) => void;
  /** Once it is. */
  add: (written: Written) => void;
  /** Leaves in the lines those of all but both ends, and begins anew. */
  end: () => {
    /** Null: nobody, or only one. */
    first: Person | null;
    last: Person | null;
    practiceCount: number;
    /** Of those between them. */
    numbers: number[];
  };
};

export function createPersons(lines: ByteLines): Persons {
  let first: Person | null = null;
  let numbers: number[] = [];
  let practiceCount = 0;
  /** Of the last person met. */
  let met = 0;
  let written: Written[] = [];

  const isTwin = (one: Written, other: Written): boolean =>
    lines.isSame(one.keyStart, one.keyEnd, other.keyStart, other.keyEnd);
  const hasTwins = (): boolean =>
    written.some((one, at) => written.slice(at + 1).some((other) => isTwin(one, other)));

  /** Their lines are no more. */
  const takeLast = (): Person | null => {
    const [oldest] = written;
    if (oldest === undefined) return null;
    const activities = written.map((each, at) => ({
      rank: each.rank,
      structureKey: lines.text(each.keyStart, each.keyEnd),
      line: lines.text(each.start, written[at + 1]?.start ?? lines.size),
    }));
    lines.cutAt(oldest.start);
    written = [];
    return { rpps: met, activities };
  };

  const passOver = (): void => {
    if (written.length === 0) return;
    if (first === null) {
      first = takeLast();
      return;
    }
    numbers.push(met);
    if (written.length > 1 && hasTwins()) {
      const merged = mergeByStructure(takeLast()?.activities ?? []);
      for (const { line } of merged) lines.raw(Buffer.from(line));
      practiceCount += merged.length;
    } else {
      practiceCount += written.length;
      written = [];
    }
  };

  return {
    meet: (rpps) => {
      if (rpps !== met) passOver();
      met = rpps;
    },
    add: (activity) => {
      written.push(activity);
    },
    end: () => {
      const last = takeLast();
      const ended = {
        ...{ practiceCount, numbers },
        first: first ?? last,
        last: first === null ? null : last,
      };
      [first, numbers, practiceCount, met] = [null, [], 0, 0];
      return ended;
    },
  };
}

/** One activity a structure: the most telling speciality, the first of equals. */
export function mergeByStructure(activities: readonly Activity[]): readonly Activity[] {
  if (activities.length < 2) return activities;
  const merged = new Map<string, Activity>();
  for (const activity of activities) {
    const known = merged.get(activity.structureKey);
    if (known === undefined || activity.rank > known.rank) {
      merged.set(activity.structureKey, activity);
    }
  }
  return [...merged.values()];
}
