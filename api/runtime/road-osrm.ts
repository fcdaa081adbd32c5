// How is a table of times asked of OSRM, and how is its answer read?
// https://project-osrm.org/docs/v5.24.0/api/#table-service

import { z } from 'zod';
import type { RoadDialect } from '#api/runtime/road-http.ts';
import { AppError } from '#domain/error.ts';
import { doorToDoor, MOST_AWAY_METERS } from '#domain/journey/road-door.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';

const PROFILES: Readonly<Record<RoadMode, string>> = {
  walk: 'walking',
  cycle: 'cycling',
  car: 'driving',
};

const numbers = z.array(z.array(z.number().min(0).nullable()));
const waypoints = z.array(z.object({ distance: z.number().min(0).default(0) }));
const answer = z.object({
  code: z.literal('Ok'),
  durations: numbers,
  distances: numbers,
  sources: waypoints,
  destinations: waypoints,
});
const refusal = z.object({ code: z.string() });

export const osrm: RoadDialect = {
  request(base, { mode, origins, destinations }) {
    const points = [...origins, ...destinations].map(([lon, lat]) => `${lon},${lat}`).join(';');
    const list = (first: number, count: number) =>
      Array.from({ length: count }, (_, i) => first + i).join(';');
    const query = [
      'annotations=duration,distance',
      `sources=${list(0, origins.length)}`,
      `destinations=${list(origins.length, destinations.length)}`,
    ].join('&');
    return { url: `${base}/table/v1/${PROFILES[mode]}/${points}?${query}`, body: null };
  },
  read({ mode, origins, destinations }, { status, json }, host) {
    const read = answer.safeParse(json);
    if (!read.success) {
      const { data } = refusal.safeParse(json);
      if (data?.code === 'NoSegment') return 'no_road';
      throw new AppError(
        'unavailable',
        `Road server ${host}: expected a table of OSRM, received ${data?.code ?? 'something else'} (status ${status}).`,
      );
    }
    const { durations, distances, sources, destinations: ends } = read.data;
    return origins.map((_, i) =>
      destinations.map((_each, j) => {
        const [seconds, meters] = [durations[i]?.[j], distances[i]?.[j]];
        if (seconds === undefined || meters === undefined) {
          throw new AppError(
            'unavailable',
            `Road server ${host}: expected ${origins.length} × ${destinations.length} times, none at ${i}, ${j}.`,
          );
        }
        const away = [sources[i]?.distance ?? 0, ends[j]?.distance ?? 0];
        if (seconds === null || meters === null) return null;
        if (away.some((each) => each > MOST_AWAY_METERS)) return null;
        const awayMeters = away.reduce((sum, each) => sum + each, 0);
        return doorToDoor(mode, { seconds, meters, awayMeters });
      }),
    );
  },
};
