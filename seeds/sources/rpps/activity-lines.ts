// What do the rows of a block of the extract become, as lines to copy? What a thread of its own may find out.

import { ByteLines } from '#seeds/pipeline/byte-lines.ts';
import { ByteRow, placesOf } from '#seeds/pipeline/byte-rows.ts';
import type { Header } from '#seeds/pipeline/match-header.ts';
import { type OppositionFacts, oppositionOf } from '#seeds/pipeline/opposed-names.ts';
import { type PlainBlock, readPlainBlock } from '#seeds/pipeline/plain-blocks.ts';
import type { BlockReader } from '#seeds/pipeline/read-in-threads.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import { DELIMITER, RPPS_NAMES } from '#seeds/sources/rpps/columns.ts';
import { type CommuneFacts, createFinder } from '#seeds/sources/rpps/find-commune.ts';
import { createKeeper, type OpposedRead } from '#seeds/sources/rpps/keep-activity.ts';
import { createPersons, type Person } from '#seeds/sources/rpps/persons.ts';

export type ActivityFacts = {
  header: Header;
  communes: CommuneFacts;
  /** Null: all communes. */
  wanted: ReadonlySet<string> | null;
  opposition: OppositionFacts | null;
};

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
  const places = placesOf(RPPS_NAMES, header);
  const row = new ByteRow(header, DELIMITER);
  const lines = new ByteLines();
  let rejects: Reject[] = [];
  let rowCount = 0;
  let keptCount = 0;
  const reject = (refused: Reject): void => void rejects.push(refused);
  const onFault = (fault: Reject): void => {
    rowCount += 1;
    reject({ ...fault, value: null });
  };
  const opposed: OpposedRead = { opposedCount: 0, opposedNames: [] };
  const persons = createPersons(lines);
  const keep = createKeeper({
    ...{ places, lines, persons, reject, wanted, read: opposed },
    findCommune: createFinder(facts.communes),
    opposition: oppositionOf(facts.opposition),
  });
  const onRow = (each: ByteRow): void => {
    rowCount += 1;
    if (keep(each)) keptCount += 1;
  };
  return (block) => {
    [rejects, rowCount, keptCount] = [[], 0, 0];
    Object.assign(opposed, { opposedCount: 0, opposedNames: [] });
    const lineCount = readPlainBlock(block, row, { header, delimiter: DELIMITER, onFault }, onRow);
    const { numbers, ...passed } = persons.end();
    return {
      ...opposed,
      ...{ lineCount, rowCount, keptCount, rejects },
      ...passed,
      lines: lines.take(),
      numbers: Float64Array.from(numbers),
    };
  };
};
