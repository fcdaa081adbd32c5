// French wording helpers for the sentences of the dictionary, on top of the shared formatters.

import { createFormat } from '#web/lib/format.ts';

const shared = createFormat('fr');
const upToTwoDecimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const either = new Intl.ListFormat('fr-FR', { type: 'disjunction' });

export const frFormat = {
  ...shared,
  /** « 10 h 30 »; past midnight says so. */
  hour: (minute: number): string =>
    minute >= 1440 ? `${shared.hour(minute)} le lendemain` : shared.hour(minute),
  /** « 10 € », « 2,80 € »: a rule is said without its zero cents. */
  euros: (cents: number): string => shared.euros(cents).replace(',00', ''),
  number: (value: number): string => upToTwoDecimals.format(value),
  either: (items: readonly string[]): string => either.format(items),
};
