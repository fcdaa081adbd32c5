// Which days does a pasted list name? One or many, in French or ISO form, ranges included.

import { addDays, daysBetween, isDate, type LocalDate } from '#domain/time.ts';

export type DatesRead = {
  /** Each once, in order. */
  dates: readonly LocalDate[];
  /** What is no day, as it was written. */
  unknown: readonly string[];
};

const LONGEST_RANGE_DAYS = 400;

/** « 24/12/2026 », « 2026-12-24 », « 24/12/2026 au 31/12/2026 »; separated by commas or lines. */
export function readDates(written: string): DatesRead {
  const dates = new Set<LocalDate>();
  const unknown: string[] = [];
  for (const part of written.split(/[,;\r\n]+/)) {
    const item = part.trim();
    if (item === '') continue;
    const days = item.split(/\s+(?:au|à|to|–|-)\s+/).map(readDay);
    const [first, last] = [
      days[0] ?? null,
      days.length > 1 ? (days[1] ?? null) : (days[0] ?? null),
    ];
    if (first === null || last === null || days.length > 2) unknown.push(item);
    else if (last < first || daysBetween(first, last) > LONGEST_RANGE_DAYS) unknown.push(item);
    else for (let day = first; day <= last; day = addDays(day, 1)) dates.add(day);
  }
  return { dates: [...dates].sort(), unknown };
}

function readDay(text: string): LocalDate | null {
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim());
  const iso =
    french === null
      ? text.trim()
      : `${french[3]}-${(french[2] ?? '').padStart(2, '0')}-${(french[1] ?? '').padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}
