// English wording helpers for the sentences of the dictionary, on top of the shared formatters.

import type { Conventions } from '#web/i18n/conventions.ts';
import type { frFormat } from '#web/i18n/fr-format.ts';
import { createFormat } from '#web/lib/format.ts';

export const enConventions: Conventions = {
  tag: 'en-GB',
  clock: (hours, minutes) => `${hours}:${String(minutes).padStart(2, '0')}`,
  dayBefore: (clock) => `${clock} the day before`,
  dayAfter: (clock) => `${clock} the next day`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00a0h\u00a0${minutes}\u00a0min`,
  euros: (amount) => `€${amount}`,
  range: (from, to) => `${from} to ${to}`,
  date: (written) => written,
};

const shared = createFormat(enConventions);
const upToTwoDecimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const enFormat: typeof frFormat = {
  ...shared,
  euros: (cents) => shared.euros(cents).replace('.00', ''),
  ofDate: (partial) => `of ${shared.factDate(partial)}`,
  onDate: (partial) => `${partial.length === 10 ? 'on' : 'in'} ${shared.factDate(partial)}`,
  from: (commune) => `from ${commune}`,
  to: (commune) => `to ${commune}`,
  number: (value) => upToTwoDecimals.format(value),
  either: (items) => either.format(items),
};
