// A process that computes useful days and stops for ever once so many communes are written, having said so:
// `node days-until-killed.ts URL-OR-FOLDER CACHE COMMUNES`.

import { writeSync } from 'node:fs';
import { computeUsefulDays } from '#api/runtime/access-days.ts';
import { openDatabase } from '#db/client.ts';
import { DRAWN_NOW_MS, drawnParts } from '#tests/support/drawn-days.ts';

const [place = '', cacheFolder = '', communes = ''] = process.argv.slice(2);
const isServer = place.startsWith('postgresql:');
const handle = await openDatabase({
  databaseUrl: isServer ? place : null,
  dataFolder: place,
  cacheFolder,
});
await computeUsefulDays(
  { db: handle.db, parts: () => drawnParts(), clock: () => DRAWN_NOW_MS },
  'drawn',
  {
    onProgress(done) {
      if (done < Number(communes)) return;
      writeSync(process.stdout.fd, `${done} written\n`);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    },
  },
);
