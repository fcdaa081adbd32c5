// At which commune would one more site help most, on what is tried already?

import type { LonLat } from '#domain/geo.ts';
import { applyScenario } from './apply-scenario.ts';
import { rankSites, type SiteObjective } from './best-sites.ts';
import type { ScenarioChange } from './scenario-change.ts';
import { openingPlaces, type ScenarioDesk } from './scenario-desk.ts';
import { openScenario } from './scenario-state.ts';
import { shortfall } from './shortfall.ts';

export type RankedOpening = {
  placeId: string;
  name: string;
  point: LonLat;
  /** Residents of the territory no longer below. */
  liftedPeople: number;
  severityFall: number;
  /** Of what the territory lacks in all with what is tried, squared as severity is: 0 to 1. */
  lackShare: number;
};

/** Best first; places that would help nobody are left out. */
export function rankOpenings(
  { model, base, ground, people, hinge }: ScenarioDesk,
  changes: readonly ScenarioChange[],
  fullTime: number,
  objective: SiteObjective,
): RankedOpening[] {
  const state = openScenario(base);
  applyScenario(state, changes, ground);
  const places = openingPlaces(model).flatMap((place) => {
    const [row] = ground.rowsTo({ at: place.point }) ?? [];
    return row === undefined ? [] : [{ place, row }];
  });
  const candidates = places.map(({ row }) => ({ row, supply: fullTime * ground.supplyAFullTime }));
  const threshold = hinge.value / model.shownTimes;
  const everybody = people.reduce((sum, here) => sum + here, 0);
  const lack = shortfall(state.access, people, threshold).severity * everybody;
  return rankSites(state, candidates, people, threshold, objective).flatMap(
    ({ candidate, liftedPeople, severityFall }) => {
      const place = places[candidate]?.place;
      if (place === undefined || severityFall <= 0) return [];
      const { id, name, point } = place;
      const lackShare = Math.min(1, severityFall / lack);
      return [{ placeId: id, name, point, liftedPeople, severityFall, lackShare }];
    },
  );
}
