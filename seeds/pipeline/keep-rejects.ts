// Which refused rows of a run are remembered? Many, not all; what they hold is cut short.

import { ownText } from '#seeds/pipeline/own-text.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

/** Nobody reads more: past this the count is kept in full, the rows are not. */
const MOST_KEPT = 100_000;
const LONGEST_VALUE = 200;
const LONGEST_REASON = 500;

export type KeptRejects = {
  add: (reject: Reject) => void;
  kept: readonly Reject[];
  count: () => number;
};

export function keepRejects(): KeptRejects {
  const kept: Reject[] = [];
  let count = 0;
  return {
    kept,
    count: () => count,
    add: ({ file = null, line, column, value, reason }) => {
      count += 1;
      if (kept.length >= MOST_KEPT) return;
      kept.push({
        file,
        line,
        column,
        value: value === null ? null : shortText(value, LONGEST_VALUE),
        reason: shortText(reason, LONGEST_REASON),
      });
    },
  };
}

/** Without what a database refuses. */
function shortText(text: string, longest: number): string {
  const cut = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
  return ownText(cut.replaceAll('\0', ''));
}
