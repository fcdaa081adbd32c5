// How long by road, as a server of this deployment says (OSRM or Valhalla)? Estimates when it does not.

import { askJson, type RoadDialect } from '#api/runtime/road-http.ts';
import { osrm } from '#api/runtime/road-osrm.ts';
import type { RoadServiceSettings } from '#api/runtime/road-settings.ts';
import { valhalla } from '#api/runtime/road-valhalla.ts';
import { AppError } from '#domain/error.ts';
import type { LonLat } from '#domain/geo.ts';
import type { RoadMode } from '#domain/journey/road-mode.ts';
import {
  estimateTable,
  type RoadAnswer,
  type RoadQuestion,
  type RoadTable,
} from '#domain/journey/road-table.ts';

export type RoadService = {
  /** Throws `unavailable` when the server does not answer, `bad_request` when too much is asked. */
  askTable: (
    mode: RoadMode,
    origins: readonly LonLat[],
    destinations: readonly LonLat[],
  ) => Promise<RoadTable>;
  /** The same for several questions; estimates where the server fails, `onFailure` told why. */
  answer: (questions: readonly RoadQuestion[]) => Promise<readonly RoadAnswer[]>;
};

/** What servers accept at once as they are usually set: 100 points for OSRM, 50 × 50 for Valhalla. */
const MOST_A_SIDE = 50;
const MOST_PAIRS = 25_000;

const DIALECTS: Readonly<Record<RoadServiceSettings['kind'], RoadDialect>> = { osrm, valhalla };

export function createRoadService(
  settings: RoadServiceSettings,
  onFailure: (message: string) => void,
): RoadService {
  const dialect = DIALECTS[settings.kind];
  const { host } = new URL(settings.url);

  async function ask(question: RoadQuestion, signal: AbortSignal): Promise<RoadTable> {
    const { mode, origins, destinations } = question;
    if (origins.length > MOST_A_SIDE) {
      const [first, second] = halves(origins);
      const top = await ask({ mode, origins: first, destinations }, signal);
      return [...top, ...(await ask({ mode, origins: second, destinations }, signal))];
    }
    if (destinations.length > MOST_A_SIDE) return await askByColumns(question, signal);
    const reply = await askJson(dialect.request(settings.url, question), signal);
    const table = dialect.read(question, reply, host);
    return table === 'no_road' ? await askApart(question, signal) : table;
  }

  async function askByColumns(question: RoadQuestion, signal: AbortSignal): Promise<RoadTable> {
    const [first, second] = halves(question.destinations);
    const left = await ask({ ...question, destinations: first }, signal);
    const right = await ask({ ...question, destinations: second }, signal);
    return left.map((row, i) => [...row, ...(right[i] ?? [])]);
  }

  /** Some point lies too far from any road: the others are asked without it. */
  async function askApart(question: RoadQuestion, signal: AbortSignal): Promise<RoadTable> {
    if (question.destinations.length > 1) return await askByColumns(question, signal);
    if (question.origins.length > 1) {
      const [first, second] = halves(question.origins);
      const top = await ask({ ...question, origins: first }, signal);
      return [...top, ...(await ask({ ...question, origins: second }, signal))];
    }
    return [[null]];
  }

  async function askTable(...[mode, origins, destinations]: Parameters<RoadService['askTable']>) {
    const question = { mode, origins, destinations };
    if (origins.length * destinations.length > MOST_PAIRS) {
      throw new AppError(
        'bad_request',
        `Times by road: expected at most ${MOST_PAIRS} at once, received ${origins.length} × ${destinations.length}.`,
      );
    }
    if (origins.length === 0 || destinations.length === 0) return origins.map(() => []);
    if (!settings.modes.includes(mode)) return estimateTable(question);
    return await ask(question, AbortSignal.timeout(settings.timeoutMs));
  }

  return {
    askTable,
    answer: async (questions) =>
      await Promise.all(
        questions.map(async (question) => {
          try {
            const { mode, origins, destinations } = question;
            return { question, table: await askTable(mode, origins, destinations) };
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            onFailure(error.message);
            return { question, table: estimateTable(question) };
          }
        }),
      ),
  };
}

function halves<T>(list: readonly T[]): [readonly T[], readonly T[]] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}
