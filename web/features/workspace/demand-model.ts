// What can be read from the searches that found no way, without ever adding what is hidden?

import { HALF_DAYS, type HalfDay } from '#domain/journey/unmet-demand.ts';
import type { Demand } from './watch-data.ts';

export type DemandCellShown = Demand['cells'][number];

export type DemandRow = {
  insee: string;
  communeName: string;
  /** The most frequent first. Empty: all of them are hidden, or there is none. */
  halfDays: Readonly<Record<HalfDay, readonly DemandCellShown[]>>;
  /** Of the cells shown only. */
  total: number;
};

/** The communes with the most first. */
export function demandRows({ cells }: Demand): DemandRow[] {
  const byCommune = Map.groupBy(cells, ({ insee }) => insee);
  const rows = [...byCommune].map(([insee, own]) => ({
    insee,
    communeName: own[0]?.communeName ?? insee,
    halfDays: Object.fromEntries(
      HALF_DAYS.map((halfDay) => [
        halfDay,
        own.filter((cell) => cell.halfDay === halfDay).toSorted((a, b) => b.count - a.count),
      ]),
    ) as unknown as DemandRow['halfDays'],
    total: own.reduce((sum, { count }) => sum + count, 0),
  }));
  return rows.toSorted((a, b) => b.total - a.total);
}

/** The cell counted most often; null when none is shown. */
export function whatStandsOut({ cells }: Demand): DemandCellShown | null {
  return cells.reduce<DemandCellShown | null>(
    (most, cell) => (most === null || cell.count > most.count ? cell : most),
    null,
  );
}
