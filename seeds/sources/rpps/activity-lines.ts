// What do the rows of a block of the extract become, as lines to copy? What a thread of its own may find out.

import { gatherLines } from '#seeds/pipeline/line-bytes.ts';
import type { Header } from '#seeds/pipeline/match-header.ts';
import { type OppositionFacts, oppositionOf } from '#seeds/pipeline/opposed-names.ts';
import { type PlainBlock, readPlainBlock } from '#seeds/pipeline/plain-blocks.ts';
import type { BlockReader } from '#seeds/pipeline/read-in-threads.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import { type Activity, mergeByStructure } from '#seeds/sources/rpps/activity.ts';
import { DELIMITER } from '#seeds/sources/rpps/columns.ts';
import { type CommuneFacts, createFinder } from '#seeds/sources/rpps/find-commune.ts';
import { createKeeper, type OpposedRead } from '#seeds/sources/rpps/keep-activity.ts';

export type ActivityFacts = {
  header: Header;
  communes: CommuneFacts;
  /** Null: all communes. */
  wanted: ReadonlySet<string> | null;
  opposition: OppositionFacts | null;
};

/** Activities of one person that follow each other. */
export type Person = { rpps: string; activities: Activity[] };

/** Lines of rejects are counted from 1 at the first of the block. */
export type ActivityLines = OpposedRead & {
  lineCount: number;
  rowCount: number;
  keptCount: number;
  /** Those at both ends, who may have activities in the blocks around; null: nobody, or only one. */
  first: Person | null;
  last: Person | null;
  /** Practices of those between them, as lines of `STAGED_COLUMNS`. */
  lines: Uint8Array<ArrayBuffer>;
  practiceCount: number;
  /** Their numbers. */
  numbers: Float64Array<ArrayBuffer>;
  rejects: Reject[];
};

export const readActivityLines: BlockReader<ActivityFacts, PlainBlock, ActivityLines> = (facts) => {
  const { header, wanted } = facts;
  const findCommune = createFinder(facts.communes);
  const opposition = oppositionOf(facts.opposition);
  let rejects: Reject[] = [];
  let rowCount = 0;
  const reject = (refused: Reject): void => void rejects.push(refused);
  const onFault = (fault: Reject): void => {
    rowCount += 1;
    reject({ ...fault, value: null });
  };
  const opposed: OpposedRead = { opposedCount: 0, opposedNames: [] };
  const keep = createKeeper({ reject, findCommune, wanted, opposition, read: opposed });
  return (block) => {
    [rejects, rowCount] = [[], 0];
    Object.assign(opposed, { opposedCount: 0, opposedNames: [] });
    const counts = { lines: 0 };
    let keptCount = 0;
    let practiceCount = 0;
    let first: Person | null = null;
    let person: Person | null = null;
    const numbers: number[] = [];
    const lines = gatherLines();
    const passOver = (): void => {
      if (person === null) return;
      if (first === null) {
        first = person;
        return;
      }
      numbers.push(Number(person.rpps));
      for (const { values } of mergeByStructure(person.activities)) {
        lines.add(values);
        practiceCount += 1;
      }
    };
    for (const row of readPlainBlock(block, { header, delimiter: DELIMITER, onFault }, counts)) {
      rowCount += 1;
      const activity = keep(row);
      if (activity === null) continue;
      keptCount += 1;
      const rpps = row.get('identifier');
      if (person === null || rpps !== person.rpps) {
        passOver();
        person = { rpps, activities: [] };
      }
      person.activities.push(activity);
    }
    return {
      ...opposed,
      lineCount: counts.lines,
      rowCount,
      keptCount,
      first: first ?? person,
      last: first === null ? null : person,
      lines: lines.bytes(),
      practiceCount,
      numbers: Float64Array.from(numbers),
      rejects,
    };
  };
};
