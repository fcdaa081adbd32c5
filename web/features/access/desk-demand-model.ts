// Where did searches find no way, by commune, for the half-days one looks at? Of the counts shown only.

import type { HalfDay } from '#domain/journey/unmet-demand.ts';

export type DemandCount = {
  insee: string;
  communeName: string;
  weekday: number;
  halfDay: HalfDay;
  count: number;
};

/** What is hidden, under `leastShown`, is not in `cells`. */
export type Demand = { leastShown: number; cells: readonly DemandCount[] };

export type DemandedCommune = { insee: string; name: string; count: number };

/** `2 morning`; null: the whole week. */
export type When = string | null;

const keyOf = ({ weekday, halfDay }: DemandCount): string => `${weekday} ${halfDay}`;

/** Half-days on which something is shown, in the order of the week. */
export function halfDaysOf({
  cells,
}: Demand): { key: string; weekday: number; halfDay: HalfDay }[] {
  const order = ({ weekday, halfDay }: DemandCount) =>
    weekday * 2 + (halfDay === 'morning' ? 0 : 1);
  const byKey = new Map(
    cells.toSorted((a, b) => order(a) - order(b)).map((cell) => [keyOf(cell), cell]),
  );
  return [...byKey].map(([key, { weekday, halfDay }]) => ({ key, weekday, halfDay }));
}

/** The most counted first, then in order of codes: what is hidden is added to nothing. */
export function demandByCommune({ cells }: Demand, when: When = null): DemandedCommune[] {
  const shown = cells.filter((cell) => when === null || keyOf(cell) === when);
  return [...Map.groupBy(shown, ({ insee }) => insee)]
    .map(([insee, own]) => ({
      insee,
      name: own[0]?.communeName ?? insee,
      count: own.reduce((sum, { count }) => sum + count, 0),
    }))
    .toSorted((a, b) => b.count - a.count || (a.insee < b.insee ? -1 : 1));
}

/** Those of a territory, by their codes. */
export function demandWithin({ leastShown, cells }: Demand, insees: ReadonlySet<string>): Demand {
  return { leastShown, cells: cells.filter(({ insee }) => insees.has(insee)) };
}

const WEEK = 'semaine';
const HALF_DAYS: Readonly<Record<HalfDay, string>> = { morning: 'matin', afternoon: 'apres-midi' };

/** How the address says what is looked at: `semaine`, `2-matin`; null: nothing is. */
export function noteWhen(demand: Demand, isOn: boolean, when: When): string | null {
  if (!isOn) return null;
  const found = halfDaysOf(demand).find(({ key }) => key === when);
  return found === undefined ? WEEK : noteHalfDay(found);
}

/** What an address says; a half-day of which nothing is shown is the whole week. */
export function readWhen(demand: Demand, said: string | null): { isOn: boolean; when: When } {
  const found = halfDaysOf(demand).find((each) => noteHalfDay(each) === said);
  return { isOn: said !== null && demand.cells.length > 0, when: found?.key ?? null };
}

const noteHalfDay = ({ weekday, halfDay }: { weekday: number; halfDay: HalfDay }): string =>
  `${weekday}-${HALF_DAYS[halfDay]}`;

/** A number must be read in the smallest. */
export const DOT_PIXELS = { least: 28, most: 48 };

/** Diameter of a dot whose surface says the count, the largest count being the largest dot. */
export function dotPixels(count: number, most: number): number {
  const exact = DOT_PIXELS.most * Math.sqrt(count / Math.max(1, most));
  return Math.round(Math.min(DOT_PIXELS.most, Math.max(DOT_PIXELS.least, exact)));
}
