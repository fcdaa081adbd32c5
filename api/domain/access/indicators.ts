// Which figures does the observatory show, in what unit, cut in which classes?
//
// Classes are anchored on texts and national means, never on quantiles of the territory: a map does not turn
// red because somewhere must be worst. Where no text says a threshold, there is no hinge.

import { APL_PARAMETERS } from './apl-parameters.ts';

export const INDICATOR_IDS = [
  'gp_access',
  'nurse_access',
  'physio_access',
  'dentist_access',
  'midwife_access',
  'gp_nearest',
  'gp_nearest_3',
  'pharmacy_nearest',
  'emergency_nearest',
  'basket_missing',
  'deficits',
  'useful_days_gp',
  'useful_days_pharmacy',
  'older_out_of_reach',
  'gp_gap_without_car',
  'gp_walk',
  'pharmacy_walk',
] as const;

export type IndicatorId = (typeof INDICATOR_IDS)[number];

export type IndicatorGroup = 'access' | 'nearest' | 'basket' | 'without_car' | 'on_foot';

/**
 * `acts_a_year`: consultations a year an inhabitant, standardised by age; `full_time_100k`: professionals for
 * 100,000 inhabitants; `professions`: how many of them; `percent`: of the inhabitants, from 0 to 100.
 */
export type IndicatorUnit =
  | 'acts_a_year'
  | 'full_time_100k'
  | 'minutes'
  | 'professions'
  | 'days_a_week'
  | 'people'
  | 'percent';

export type Indicator = {
  id: IndicatorId;
  group: IndicatorGroup;
  unit: IndicatorUnit;
  decimals: number;
  /** Where the colours turn; null: one scale. */
  hinge: number | null;
  /** Inner bounds of the classes, rising: n bounds make n + 1 classes; a bound belongs to the class above. */
  classes: readonly number[];
  direction: 'high_is_good' | 'low_is_good';
  /** Mean of the country in the same unit; null: none published. */
  national: number | null;
  /** A probability of being below stands beside each value. */
  uncertain: boolean;
  /** How the value of a place larger than a tile, or of the territory, is made of those of its people. */
  summed: 'mean' | 'total';
};

const MINUTES = [5, 10, 15, 20, 30] as const;
const nationalOf = (profession: keyof typeof APL_PARAMETERS): number | null =>
  APL_PARAMETERS[profession].nationalMean?.value ?? null;

const posts = (
  id: IndicatorId,
  profession: keyof typeof APL_PARAMETERS,
  classes: readonly number[],
): Indicator => ({
  id,
  group: 'access',
  unit: 'full_time_100k',
  decimals: 0,
  hinge: nationalOf(profession),
  classes,
  direction: 'high_is_good',
  national: nationalOf(profession),
  uncertain: false,
  summed: 'mean',
});

const minutes = (id: IndicatorId): Indicator => ({
  id,
  group: 'nearest',
  unit: 'minutes',
  decimals: 0,
  hinge: null,
  classes: MINUTES,
  direction: 'low_is_good',
  national: null,
  uncertain: false,
  summed: 'mean',
});

const counted = (
  id: IndicatorId,
  group: IndicatorGroup,
  unit: IndicatorUnit,
  classes: readonly number[],
  direction: Indicator['direction'],
): Indicator => ({
  id,
  group,
  unit,
  decimals: unit === 'people' ? 0 : 1,
  hinge: null,
  classes,
  direction,
  national: null,
  uncertain: false,
  summed: unit === 'people' ? 'total' : 'mean',
});

const walked = (id: IndicatorId): Indicator => ({
  ...counted(id, 'on_foot', 'percent', [5, 25, 50, 75], 'high_is_good'),
  decimals: 0,
});

export const INDICATORS: readonly Indicator[] = [
  {
    id: 'gp_access',
    group: 'access',
    unit: 'acts_a_year',
    decimals: 1,
    hinge: APL_PARAMETERS.gp.threshold?.value ?? null,
    classes: [1.5, 2.5, 3.3, 4.5],
    direction: 'high_is_good',
    national: nationalOf('gp'),
    uncertain: true,
    summed: 'mean',
  },
  posts('nurse_access', 'nurse', [50, 100, 150, 200]),
  posts('physio_access', 'physio', [30, 60, 100, 150]),
  posts('dentist_access', 'dentist', [15, 30, 59, 90]),
  posts('midwife_access', 'midwife', [5, 10, 18, 30]),
  minutes('gp_nearest'),
  minutes('gp_nearest_3'),
  minutes('pharmacy_nearest'),
  { ...minutes('emergency_nearest'), classes: [15, 20, 30, 40] },
  counted('basket_missing', 'basket', 'professions', [1, 2, 3, 4], 'low_is_good'),
  counted('deficits', 'basket', 'professions', [1, 2, 3], 'low_is_good'),
  counted('useful_days_gp', 'without_car', 'days_a_week', [1, 2, 3, 5], 'high_is_good'),
  counted('useful_days_pharmacy', 'without_car', 'days_a_week', [1, 2, 3, 5], 'high_is_good'),
  counted('older_out_of_reach', 'without_car', 'people', [5, 20, 50, 100], 'low_is_good'),
  {
    ...counted('gp_gap_without_car', 'without_car', 'acts_a_year', [0.5, 1, 2, 3], 'low_is_good'),
    decimals: 1,
  },
  walked('gp_walk'),
  walked('pharmacy_walk'),
];

/** The indicator of an id that comes from elsewhere; null: there is none. */
export function findIndicator(id: string): Indicator | null {
  return INDICATORS.find((each) => each.id === id) ?? null;
}
