// What does a scenario remember while its changes are applied, one after the other?

import type { LonLat } from '#domain/geo.ts';
import type { HalfDayMask } from './half-days.ts';
import type { ScenarioGround } from './scenario-ground.ts';
import type { ScenarioState } from './scenario-state.ts';

export type Trial = {
  state: ScenarioState;
  ground: ScenarioGround;
  /** Sites opened, by the id the scenario gave. */
  opened: Map<string, number>;
  /** Where the scenario put a site. */
  points: Map<string, LonLat>;
  /** Of the sites of the directory, and of those opened. */
  halfDays: Map<string, HalfDayMask>;
};

/** Why a change was left out; null: it was applied. */
export type Reason =
  | 'unknown_site'
  | 'id_taken'
  | 'times_not_reckoned'
  | 'other_profession'
  | 'no_destination'
  /** It starts from no commune of the territory, or no stop is within a walk of one. */
  | 'no_home'
  | 'no_way_back'
  | 'unknown_line'
  /** A stop of every other week makes no day of each week a useful one; by car it counts. */
  | 'not_weekly'
  /** What people do without a car is not known here. */
  | 'days_unknown'
  | null;

/** Where to ask the ground for a site: where it is now. */
export function targetOf({ points }: Trial, site: string): { site: string } | { at: LonLat } {
  const at = points.get(site);
  return at === undefined ? { site } : { at };
}
