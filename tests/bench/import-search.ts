// After an import of national size, how long does a resident's search take at the API?

import { atMost, type Figure, percentile, told } from '#tests/bench/bench-result.ts';
import { generateLoad } from '#tests/bench/http-load.ts';
import { nationalDrawer } from '#tests/bench/national-towns.ts';
import { startApi } from '#tests/bench/start-api.ts';
import { around, numbersFrom, type Town, zipfDrawer } from '#tests/bench/synthetic-practices.ts';

/** The main job first, then what else professionals of the register answer. */
const NEEDS = [
  'medecin-generaliste',
  'infirmier',
  'kinesitherapeute',
  'dentiste',
  'sage-femme',
  'medecin-specialiste',
];

/** A Tuesday morning. */
const AT = '2026-11-24T10:00';
const PATH_COUNT = 2_000;
/** A calm hour: as many people at once as the machine has processors. */
const CONNECTIONS = 2;
const WARM_SECONDS = 3;
const SECONDS = 8;

/** Around the towns of the data, large ones more often. */
export async function searchAfterImport(
  databaseUrl: string,
  towns: readonly Town[],
  tell: (line: string) => void,
): Promise<Figure[]> {
  const api = await startApi(databaseUrl);
  try {
    const paths = searchPaths(towns);
    const load = { port: api.port, paths, connections: CONNECTIONS };
    await generateLoad({ ...load, seconds: WARM_SECONDS });
    const { latenciesMs, bytes } = await generateLoad({ ...load, seconds: SECONDS });
    tell(
      `search: ${latenciesMs.length} answers, ${Math.round(bytes / latenciesMs.length)} bytes each`,
    );
    return [
      told(`search after it, ${CONNECTIONS} connections, p50`, percentile(latenciesMs, 0.5), 'ms'),
      atMost(
        `search after it, ${CONNECTIONS} connections, p95`,
        percentile(latenciesMs, 0.95),
        20,
        'ms',
      ),
    ];
  } finally {
    await api.stop();
  }
}

function searchPaths(towns: readonly Town[]): string[] {
  const draw = numbersFrom(43);
  const drawTown = nationalDrawer(towns, draw);
  const needRank = zipfDrawer(NEEDS.length, draw);
  return Array.from({ length: PATH_COUNT }, () => {
    const [lon, lat] = around(drawTown(), draw);
    return `/api/directory?need=${NEEDS[needRank()]}&lon=${lon.toFixed(5)}&lat=${lat.toFixed(5)}&at=${AT}`;
  });
}
