// The words of the interface, as a person reads them: a test names a field by what its label says.

import { loadDictionary } from '#web/i18n/dictionaries.ts';
import { frConventions } from '#web/i18n/fr-format.ts';
import { createFormat } from '#web/lib/format.ts';

export const fr = await loadDictionary('fr');
export const format = createFormat(frConventions);

/** Spaces a line never breaks at count as spaces: so one compares what is read. */
export function plain(text: string | null): string {
  return (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
}
