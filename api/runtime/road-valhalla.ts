// How is a table of times asked of Valhalla, and how is its answer read?
// https://valhalla.github.io/valhalla/api/matrix/api-reference/

import { z } from 'zod';
import type { RoadDialect } from '#api/runtime/road-http.ts';
import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import { doorToDoor, MOST_AWAY_METERS } from '#domain/journey/road-door.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';

const COSTINGS: Readonly<Record<RoadMode, string>> = {
  walk: 'pedestrian',
  cycle: 'bicycle',
  car: 'auto',
};
/** « No suitable edges near location », « No path could be found ». */
const NO_ROAD_CODES = [171, 442];

const cell = z.object({
  /** Kilometres, as asked. */
  distance: z.number().min(0).nullable(),
  /** Seconds. */
  time: z.number().min(0).nullable(),
});
const answer = z.object({ sources_to_targets: z.array(z.array(cell)) });
const refusal = z.object({ error_code: z.number() });

const location = ([lon, lat]: LonLat) => ({ lon, lat, search_cutoff: MOST_AWAY_METERS });

export const valhalla: RoadDialect = {
  request: (base, { mode, origins, destinations }) => ({
    url: `${base}/sources_to_targets`,
    body: {
      sources: origins.map(location),
      targets: destinations.map(location),
      costing: COSTINGS[mode],
      units: 'kilometers',
    },
  }),
  read({ mode, origins, destinations }, { status, json }, host) {
    const read = answer.safeParse(json);
    if (!read.success) {
      const { data } = refusal.safeParse(json);
      if (data !== undefined && NO_ROAD_CODES.includes(data.error_code)) return 'no_road';
      const received = data === undefined ? 'something else' : `error ${data.error_code}`;
      throw new AppError(
        'unavailable',
        `Road server ${host}: expected a matrix of Valhalla, received ${received} (status ${status}).`,
      );
    }
    const rows = read.data.sources_to_targets;
    return origins.map((_, i) =>
      destinations.map((_each, j) => {
        const found = rows[i]?.[j];
        if (found === undefined) {
          throw new AppError(
            'unavailable',
            `Road server ${host}: expected ${origins.length} × ${destinations.length} times, none at ${i}, ${j}.`,
          );
        }
        const { time, distance } = found;
        if (time === null || distance === null) return null;
        return doorToDoor(mode, { seconds: time, meters: distance * 1_000, awayMeters: 0 });
      }),
    );
  },
};
