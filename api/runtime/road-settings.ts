// Which road server of its own does a deployment ask, if any? None unless it says so: where residents
// live goes to no other machine by default.
//
// Three ways to know times by road, each deployment has one:
// 1. nothing set, no roads imported: estimates, labelled so;
// 2. `npm run import -- osm`: the roads themselves, searched here;
// 3. ROADS_URL: an OSRM or Valhalla the deployment runs, for regions larger than one process holds. It
//    receives homes and places of care: run it yourself, without logs of requests. When it does not
//    answer, times are estimates again.

import { z } from 'zod';
import { AppError, type FieldFault } from '#domain/error.ts';
import { ROAD_MODES, type RoadMode } from '#domain/journey/road-mode.ts';

export type RoadServiceSettings = Readonly<{
  kind: 'osrm' | 'valhalla';
  /** Without a slash at the end. */
  url: string;
  /** For one question, however many requests it takes. */
  timeoutMs: number;
  /** The others are estimated: an OSRM server knows one mode, whatever it is asked. */
  modes: readonly RoadMode[];
}>;

const USUAL_TIMEOUT_MS = 2_000;

const timeoutMs = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value >= 100 && value <= 30_000);

/**
 * ROADS_URL, ROADS_KIND (`osrm` or `valhalla`), ROADS_TIMEOUT_MS, ROADS_MODES (`car`, or several with
 * commas). Null without ROADS_URL. Throws `bad_config` naming every fault.
 */
export function readRoadService(
  env: Readonly<Record<string, string | undefined>>,
): RoadServiceSettings | null {
  const settingOf = (name: string) => env[name]?.trim() ?? '';
  const url = settingOf('ROADS_URL');
  if (url === '') return null;
  const faults: FieldFault[] = [];
  const fault = (field: string, expected: string, received = settingOf(field)) =>
    faults.push({ field, expected, received });
  if (!isServerAddress(url)) {
    // An address may hold a password.
    fault('ROADS_URL', 'an address such as http://127.0.0.1:5000', 'something else (not shown)');
  }
  const kind = settingOf('ROADS_KIND');
  if (kind !== 'osrm' && kind !== 'valhalla') fault('ROADS_KIND', 'osrm or valhalla');
  const limit = timeoutMs.safeParse(settingOf('ROADS_TIMEOUT_MS') || `${USUAL_TIMEOUT_MS}`);
  if (!limit.success) fault('ROADS_TIMEOUT_MS', 'milliseconds from 100 to 30000');
  const named = settingOf('ROADS_MODES') || (kind === 'valhalla' ? ROAD_MODES.join(',') : 'car');
  const words = named.split(',').map((word) => word.trim());
  const modes = ROAD_MODES.filter((mode) => words.includes(mode));
  if (modes.length !== new Set(words).size) {
    fault('ROADS_MODES', `some of ${ROAD_MODES.join(', ')}, with commas`);
  }
  if (faults.length > 0 || !limit.success || (kind !== 'osrm' && kind !== 'valhalla')) {
    const lines = faults.map((f) => `  ${f.field}: expected ${f.expected}, received ${f.received}`);
    throw new AppError('bad_config', `Configuration is not usable:\n${lines.join('\n')}`, {
      details: faults,
    });
  }
  return Object.freeze({ kind, url: url.replace(/\/+$/, ''), timeoutMs: limit.data, modes });
}

function isServerAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    url.search === '' &&
    url.hash === ''
  );
}
