// What do the elements of FINESS+ say, as lines to copy? What a thread of its own may find out.

import { gatherLines } from '#seeds/pipeline/line-bytes.ts';
import type { BlockReader } from '#seeds/pipeline/read-in-threads.ts';
import type { Reject } from '#seeds/pipeline/source.ts';
import { plusRows, type ReadRow } from '#seeds/sources/finess/plus-rows.ts';
import { type ElementBlock, readBlock } from '#seeds/sources/finess/split-elements.ts';
import { FINESS_NUMBER, type StagedRow, stagedValues } from '#seeds/sources/finess/staged-rows.ts';

export type PlusLines = {
  /** Rows of `STAGED_COLUMNS`, in the order of the file. */
  lines: Uint8Array<ArrayBuffer>;
  /** Sites met, closed ones and refused ones included. */
  siteCount: number;
  rejects: Reject[];
};

export const readPlusLines: BlockReader<null, ElementBlock, PlusLines> = () => (block) => {
  const lines = gatherLines();
  let siteCount = 0;
  const rejects: Reject[] = [];
  for (const { value, position } of readBlock(block)) {
    const numbered = plusRows(value, position).filter((read) => {
      if (read.row.kind === 'site') siteCount += 1;
      const refused = stateFault(read);
      if (refused !== null) rejects.push(refused);
      return refused === null;
    });
    for (const { row } of numbered) {
      const refused = numberFault(row);
      if (refused === null) lines.add(stagedValues(row));
      else if (row.kind === 'site') rejects.push(refused);
    }
  }
  return { lines: lines.bytes(), siteCount, rejects };
};

function stateFault({ row, state }: ReadRow): Reject | null {
  if (row.kind === 'legal' || state === '') return null;
  return {
    line: row.line,
    column: 'etatObjet',
    value: state,
    reason: `État attendu A (actif) ou I (inactif), pour le site ${row.finess}.`,
  };
}

/** Null: it has a number. */
export function numberFault({ line, finess }: StagedRow): Reject | null {
  if (FINESS_NUMBER.test(finess)) return null;
  return {
    line,
    column: 'numéro FINESS',
    value: finess,
    reason: 'Numéro FINESS attendu : neuf chiffres ou lettres.',
  };
}
