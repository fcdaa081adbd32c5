// What every question about journeys needs, and how long each may take.

import type { Config } from '#api/config.ts';
import type { Log } from '#api/http/request-log.ts';
import { createRoadService, type RoadService } from '#api/runtime/road-service.ts';
import type { Stores } from '#api/runtime/stores.ts';
import type { DatabaseHandle } from '#db/database.ts';

export type JourneyDeps = {
  database: DatabaseHandle;
  stores: Stores;
  config: Pick<Config, 'journeyBudgetMs' | 'roadService'>;
  /** Epoch milliseconds. */
  clock: () => number;
  log: Log;
};

/** The deployment's own road server is asked when it has one. */
export type JourneyTools = JourneyDeps & { roads: RoadService | null };

export function withRoads(deps: JourneyDeps): JourneyTools {
  const { roadService } = deps.config;
  const onFailure = (message: string) => deps.log.error({ event: 'roads_unanswered', message });
  const roads = roadService === null ? null : createRoadService(roadService, onFailure);
  return { ...deps, roads };
}

/** Of several places, those computed in time are answered. */
export function budgetOf({ config }: JourneyDeps): number {
  return config.journeyBudgetMs;
}

/** One place alone, or a fortnight: there is nothing else to answer with, so more is waited for. */
export function patienceOf({ config }: JourneyDeps): number {
  return 4 * config.journeyBudgetMs;
}
