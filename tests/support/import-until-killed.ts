// A process that imports and stops at a step for ever, once it has said so:
// `node import-until-killed.ts URL-OR-FOLDER CACHE STEP NAME ROWS [beside]`.

import { openDatabase } from '#db/client.ts';
import { runImport } from '#seeds/pipeline/run-import.ts';
import { LINE_OPTIONS, lineSource, linesFile } from '#tests/support/line-source.ts';

const [place = '', cacheFolder = '', step = '', name = '', rows = '', where] =
  process.argv.slice(2);
const isServer = place.startsWith('postgresql:');
const handle = await openDatabase({
  databaseUrl: isServer ? place : null,
  dataFolder: place,
  cacheFolder,
  statementTimeoutMs: 0,
});
// Something must keep the process alive while it waits.
setInterval(() => undefined, 1_000);
const source = lineSource(
  async (reached) => {
    if (reached !== step) return;
    console.log(reached);
    await new Promise(() => undefined);
  },
  { beside: where === 'beside' },
);
await runImport(handle, source, linesFile(Number(rows), name), LINE_OPTIONS, {
  dryRun: false,
  clock: Date.now,
});
