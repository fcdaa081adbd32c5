// A process that computes a territory, says how many rows are done, and stands still once ROWS are, its job
// running, until it is killed: `node access-until-killed.ts DATABASE ROWS`.

import { createAccessThread } from '#api/runtime/access-thread.ts';
import { computeTerritory } from '#api/runtime/access-work.ts';
import { openDatabase } from '#db/client.ts';
import { askJob } from '#db/queries/access/ask-job.ts';
import { beatJob } from '#db/queries/access/beat-job.ts';
import { takeJob } from '#db/queries/access/take-job.ts';
import { NO_PARTS, PLATEAU } from '#tests/support/access-ground.ts';

const [address = '', rows = '0'] = process.argv.slice(2);
const handle = await openDatabase({
  databaseUrl: address.startsWith('postgres') ? address : null,
  dataFolder: address,
});
const { db } = handle;
await askJob(db, { territoryCode: PLATEAU, kind: 'indicators', fingerprint: 'until killed' });
const job = await takeJob(db, 60);
if (job === null) throw new Error('No computation to take');
await computeTerritory(
  { db, thread: createAccessThread(), parts: () => NO_PARTS, clock: Date.now },
  PLATEAU,
  {
    signal: new AbortController().signal,
    onProgress: async (done, total) => {
      await beatJob(db, job.id, { done, total });
      console.log(done);
      if (done >= Number(rows)) await new Promise(() => setInterval(() => undefined, 1000));
    },
  },
);
