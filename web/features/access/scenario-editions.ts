// Of which dates is what a scenario rests on?

import type { Dictionary } from '#web/i18n/fr.ts';
import type { DeskModel } from './scenario-messages.ts';

/** « la population (2017, 2023), les routes (sans date) ». */
export function sayEditions(
  words: Dictionary['scenario']['kept'],
  vintages: DeskModel['vintages'],
): string {
  return Object.entries(vintages)
    .map(([id, edition]) => {
      const date = edition === '' ? words.undated : edition;
      return `${words.sources[id] ?? id} (${date})`;
    })
    .join(', ');
}
