// French wording helpers for the sentences of the dictionary, on top of the shared formatters.

import type { Conventions } from '#web/i18n/conventions.ts';
import { createFormat } from '#web/lib/format.ts';

const twoDigits = (minutes: number) => String(minutes).padStart(2, '0');

export const frConventions: Conventions = {
  tag: 'fr-FR',
  clock: (hours, minutes) =>
    minutes === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${twoDigits(minutes)}`,
  dayBefore: (clock) => `${clock} la veille`,
  dayAfter: (clock) => `${clock} le lendemain`,
  hoursAndMinutes: (hours, minutes) => `${hours}\u00a0h\u00a0${twoDigits(minutes)}`,
  euros: (amount) => `${amount}\u00a0€`,
  range: (from, to) => `de ${from} à ${to}`,
  date: (written) => written.replace(/(^|\s)1 /, '$11er '),
};

const shared = createFormat(frConventions);
const upToTwoDecimals = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const either = new Intl.ListFormat('fr-FR', { type: 'disjunction' });

export const frFormat = {
  ...shared,
  /** « 10 € », « 2,80 € »: a rule is said without its zero cents. */
  euros: (cents: number): string => shared.euros(cents).replace(',00', ''),
  /** « du 4 novembre 2019 », « d’octobre 2019 », « de 2019 »: what a document says of its age. */
  ofDate: (partial: string): string => frOfDate(shared.factDate(partial)),
  /** « le 4 novembre 2019 », « en octobre 2019 »: when somebody checked. */
  onDate: (partial: string): string => frOnDate(shared.factDate(partial)),
  /** « d’Aubeterre », « du Tâtre », « des Essards ». */
  from: (commune: string): string => {
    if (commune.startsWith('Le ')) return `du ${commune.slice(3)}`;
    if (commune.startsWith('Les ')) return `des ${commune.slice(4)}`;
    return /^[aeiouyàâéèêëîïôœùûh]/i.test(commune) ? `d’${commune}` : `de ${commune}`;
  },
  /** « à Chalais », « au Tâtre », « aux Essards ». */
  to: (commune: string): string => {
    if (commune.startsWith('Le ')) return `au ${commune.slice(3)}`;
    return commune.startsWith('Les ') ? `aux ${commune.slice(4)}` : `à ${commune}`;
  },
  number: (value: number): string => upToTwoDecimals.format(value),
  either: (items: readonly string[]): string => either.format(items),
};

export function frOfDate(said: string): string {
  if (/^\d{1,2}(er)? /.test(said)) return `du ${said}`;
  return /^[ao]/.test(said) ? `d’${said}` : `de ${said}`;
}

export function frOnDate(said: string): string {
  return /^\d{1,2}(er)? /.test(said) ? `le ${said}` : `en ${said}`;
}
