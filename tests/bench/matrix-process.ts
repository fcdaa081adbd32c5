// The process whose times are measured, and which is killed: `node matrix-process.ts DATABASE`.

import { sql } from 'drizzle-orm';
import { fillMatrix, type MatrixThing, planMatrix } from '#api/runtime/access-matrix.ts';
import { createAccessThread } from '#api/runtime/access-thread.ts';
import { openDatabase } from '#db/client.ts';
import { runMigrations } from '#db/run-migrations.ts';
import { source } from '#db/schema/provenance.ts';
import { territory } from '#db/schema/territory.ts';
import { junctionPoint } from '#domain/journey/road-graph.ts';
import { COMMUNES } from '#tests/bench/matrix.ts';
import { regionNetwork } from '#tests/bench/region-roads.ts';
import { randomFrom } from '#tests/bench/roads-graph.ts';

/** A thousand squared: a million junctions. */
const SIDE = 1_000;
/** Few ways lead on in these roads: as close together as in a town, twenty minutes settle as many as in the country. */
const STRETCH = 1;
const REACH_MINUTES = 20;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const [address = ''] = process.argv.slice(2);
const isServer = address.startsWith('postgres');
const handle = await openDatabase({
  databaseUrl: isServer ? address : null,
  dataFolder: address,
  poolSize: 2,
});
const { db } = handle;
await runMigrations(handle.pool);
await db
  .insert(source)
  .values({ id: 'bench', name: 'Bench', publisher: 'Voisoin' })
  .onConflictDoNothing();
await db
  .insert(territory)
  .values({
    code: 'region',
    name: 'Région',
    holder: 'Voisoin',
    colours: { main: '#000000', soft: '#ffffff' },
    contacts: [],
    helpNumbers: [],
    coverage: 'full',
    sourceId: 'bench',
    confidence: 'high',
  })
  .onConflictDoNothing();

const startedMs = performance.now();
const network = regionNetwork([-1, 44], SIDE, STRETCH);
const random = randomFrom(6);
const things: MatrixThing[] = Array.from({ length: COMMUNES }, (_, number) => ({
  id: `c${number}`,
  point: junctionPoint(network.graph, Math.floor(random() * network.graph.junctionCount)),
}));
const plan = await planMatrix({
  territoryCode: 'region',
  mode: 'car',
  reachMinutes: REACH_MINUTES,
  places: things,
  sites: things,
  roads: { network, version: 'bench' },
});
const thread = createAccessThread();
say({ said: 'ready', prepareMs: performance.now() - startedMs });
await fillMatrix(db, thread, plan, async (done) => {
  say({ said: 'rows', done });
});
const { rows } = await db.execute<{ rows: number; pairs: number }>(
  sql`select count(*)::int as rows, (sum(length(tenths)) / 2)::int as pairs from travel_row`,
);
const { user, system } = process.cpuUsage();
say({
  said: 'done',
  ...rows[0],
  megabytes: process.resourceUsage().maxRSS / 1024,
  cpuMs: (user + system) / 1000,
});
await thread.stop();
await handle.close();
