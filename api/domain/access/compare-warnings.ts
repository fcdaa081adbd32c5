// May these figures of several territories stand side by side, and with which warning?

import { restsOn } from './compare-indicator.ts';
import type { AccessFigures, Vintage } from './figures.ts';
import type { Indicator } from './indicators.ts';

export type Comparable = {
  code: string;
  /** Of its own people, not of those around; null: not known. */
  populationYear: number | null;
  figures: Pick<AccessFigures, 'version' | 'estimatedTimes' | 'halo'>;
  vintages: readonly Vintage[];
};

/**
 * `travel_times`: estimates here, roads there; `method`: other rules; `year`: one of the sources is of other
 * years; `halo`: something is missing around some of them.
 */
export type CompareWarning =
  | { kind: 'travel_times'; estimated: readonly string[]; measured: readonly string[] }
  | { kind: 'method'; older: readonly string[] }
  | {
      kind: 'year';
      source: 'population' | 'supply';
      years: readonly { code: string; year: string }[];
    }
  | { kind: 'halo'; codes: readonly string[] };

export function compareWarnings(compared: readonly Comparable[]): CompareWarning[] {
  if (compared.length < 2) return [];
  const warnings: CompareWarning[] = [];
  const codes = (keeps: (one: Comparable) => boolean) =>
    compared.filter(keeps).map(({ code }) => code);
  const estimated = codes(isEstimated);
  if (estimated.length > 0 && estimated.length < compared.length) {
    const measured = codes((one) => !isEstimated(one));
    warnings.push({ kind: 'travel_times', estimated, measured });
  }
  const newest = Math.max(...compared.map(({ figures }) => figures.version));
  const older = codes(({ figures }) => figures.version < newest);
  if (older.length > 0) warnings.push({ kind: 'method', older });
  for (const source of ['population', 'supply'] as const) {
    const years = compared.flatMap((one) => {
      const year = source === 'population' ? one.populationYear : yearOf(one.vintages, source);
      return year === null ? [] : [{ code: one.code, year: String(year) }];
    });
    if (new Set(years.map(({ year }) => year)).size > 1) {
      warnings.push({ kind: 'year', source, years });
    }
  }
  const open = codes(({ figures }) => !figures.halo.isComplete);
  if (open.length > 0) warnings.push({ kind: 'halo', codes: open });
  return warnings;
}

/** False where it rests on times by car that are estimates here and roads there. */
export function areComparable(
  indicator: Pick<Indicator, 'id' | 'group'>,
  warnings: readonly CompareWarning[],
): boolean {
  return (
    !restsOn(indicator).includes('roads') || !warnings.some(({ kind }) => kind === 'travel_times')
  );
}

export const isEstimated = ({ figures }: Pick<Comparable, 'figures'>): boolean =>
  figures.estimatedTimes.includes('car');

/** The newest of its files. */
function yearOf(vintages: readonly Vintage[], id: string): string | null {
  const years = vintages.flatMap((each) =>
    each.id === id && each.date !== null ? [each.date.slice(0, 4)] : [],
  );
  return years.toSorted().at(-1) ?? null;
}
