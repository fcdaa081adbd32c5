// What does one indicator say of a territory, as it is put beside others: its value, who lacks, how unequally?

import { concernOf } from './concern.ts';
import type { AccessFigures, Vintage } from './figures.ts';
import type { Indicator, IndicatorId } from './indicators.ts';
import { type Spread, spreadOf } from './spread.ts';

export type ComparedValue = {
  /** Null: not known of this territory. */
  value: number | null;
  /** Beyond the bound that is told as a lack; null: the indicator has none, or nothing is known. */
  concern: { bound: number; people: number; share: number; older: number | null } | null;
  /** `value` as a share of people of 75 and over; of an indicator that counts them. */
  olderShare: number | null;
  spread: Spread | null;
  /** So low that care there is rather not all counted. */
  isDoubtful: boolean;
  /** What it was reckoned on. */
  vintages: readonly { id: string; date: string | null }[];
};

/** The gap is what a car gives more. */
const ALSO_BY_CAR: readonly IndicatorId[] = ['gp_gap_without_car'];

/** Of the bound of the worst class: no whole territory is known to have less. */
const DOUBTFUL_SHARE = 0.2;

/** Vintages an indicator rests on. */
export function restsOn({ id, group }: Pick<Indicator, 'id' | 'group'>): readonly string[] {
  if (group === 'without_car') {
    const week = ['population', 'supply', 'week'];
    return ALSO_BY_CAR.includes(id) ? [...week, 'roads'] : week;
  }
  return group === 'access' ? ['population', 'supply', 'roads'] : ['supply', 'roads'];
}

export function compareIndicator(
  indicator: Indicator,
  figures: AccessFigures,
  vintages: readonly Vintage[],
): ComparedValue {
  const { id } = indicator;
  const value = figures.territory[id] ?? null;
  const own = vintages.filter((each) => restsOn(indicator).includes(each.id));
  return {
    value,
    concern: concerned(indicator, figures),
    olderShare: id === 'older_out_of_reach' ? shareOfOlder(value, figures) : null,
    spread: spreadOf(indicator, figures.places),
    isDoubtful: isDoubtful(indicator, value),
    vintages: [...Map.groupBy(own, (each) => each.id)].map(([source, some]) => ({
      id: source,
      date: some.reduce<string | null>((last, { date }) => later(last, date), null),
    })),
  };
}

function isDoubtful({ group, classes }: Indicator, value: number | null): boolean {
  const [lowest] = classes;
  return (
    group === 'access' && value !== null && lowest !== undefined && value < DOUBTFUL_SHARE * lowest
  );
}

function concerned(indicator: Indicator, { places }: AccessFigures): ComparedValue['concern'] {
  const told = places.map(({ values, ...place }) => ({
    ...place,
    state: values[indicator.id]?.state ?? ('unknown' as const),
    value: values[indicator.id]?.value ?? null,
  }));
  const known = told
    .filter(({ state }) => state === 'value' || state === 'none_in_reach')
    .reduce((sum, { population }) => sum + population, 0);
  const { bound, people, older } = concernOf(indicator, told);
  return bound === null || known === 0 ? null : { bound, people, share: people / known, older };
}

function shareOfOlder(count: number | null, { places }: AccessFigures): number | null {
  const older = places.reduce((sum, { population75Plus }) => sum + (population75Plus ?? 0), 0);
  return count === null || older === 0 ? null : count / older;
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;
