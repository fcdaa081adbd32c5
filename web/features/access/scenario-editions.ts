// Of which dates is what a scenario rests on?

import type { Dictionary } from '#web/i18n/fr.ts';
import type { DeskModel } from './scenario-messages.ts';

/** The mark of a computation, which is no date. */
const MARK = /^[0-9a-f]{8,}$/;

/** « la population (2017, 2023), les routes (sans date) ». */
export function sayEditions(
  words: Dictionary['scenario']['kept'],
  vintages: DeskModel['vintages'],
): string {
  return Object.entries(vintages)
    .map(([id, edition]) => {
      const name = words.sources[id] ?? id;
      if (MARK.test(edition)) return name;
      return `${name} (${edition === '' ? words.undated : edition})`;
    })
    .join(', ');
}
