// Several people write through the API of a process that is killed with -9 at random moments.
//
// Who writes knows what was acknowledged. What was cut short is sent again, as a page does: the same
// revision, the same key. At the end the drafts, the versions and the history must say the same.

import { performance } from 'node:perf_hooks';
import { openDatabase } from '#db/client.ts';
import type { DatabaseKind } from '#db/database.ts';
import { createTestDatabase, TEST_CACHE_FOLDER } from '#tests/support/database.ts';
import { signInPeople, writeOrganizations } from '#tests/support/workspace-site.ts';
import { findFaults } from './find-faults.ts';
import { createKillable } from './killable-server.ts';
import { createWriter, type Written } from './writer.ts';

const WRITERS = 4;

export type DrillOutcome = {
  acknowledged: number;
  created: number;
  published: number;
  kills: number;
  cutShort: number;
  entries: number;
  faults: readonly string[];
  ms: number;
};

export async function drillEdits(options: {
  kind: DatabaseKind;
  edits: number;
  kills: number;
  tell: (line: string) => void;
}): Promise<DrillOutcome> {
  const { kind, edits, kills, tell } = options;
  const startMs = performance.now();
  const database = await createTestDatabase(kind);
  const { databaseUrl, dataFolder, handle } = database;
  await writeOrganizations(handle.db);
  const people = await signInPeople(handle.db);
  if (databaseUrl === null) await handle.close();

  const server = createKillable([
    dataFolder,
    TEST_CACHE_FOLDER,
    ...(databaseUrl === null ? [] : [databaseUrl]),
  ]);
  let acknowledged = 0;
  let killed = 0;
  const onAcknowledged = () => {
    acknowledged += 1;
    // Spread inside the edits: the last kill too has edits after it.
    const due = Math.floor((acknowledged * (kills + 1)) / edits);
    if (due <= killed || killed >= kills) return;
    killed += 1;
    tell(`${kind} database: ${acknowledged} edits, kill ${killed} of ${kills}`);
    // Anywhere in the requests that follow.
    setTimeout(() => server.kill(), Math.random() * 60);
  };
  const writers = Array.from({ length: WRITERS }, (_, rank) =>
    createWriter({
      name: `w${rank}`,
      person: rank % 2 === 0 ? people.publisher : people.editor,
      publisher: people.publisher,
      ask: server.ask,
      onAcknowledged,
      isOver: () => acknowledged >= edits && server.kills() >= kills,
    }),
  );
  let written: readonly Written[];
  try {
    written = (await Promise.all(writers.map((write) => write()))).flat();
  } finally {
    await server.stop();
  }

  const opened =
    databaseUrl === null
      ? await openDatabase({ databaseUrl, dataFolder, cacheFolder: TEST_CACHE_FOLDER })
      : handle;
  try {
    const { faults, entries } = await findFaults(opened.db, written);
    return {
      acknowledged,
      created: written.length,
      published: written.reduce((sum, { versions }) => sum + versions.length, 0),
      kills: server.kills(),
      cutShort: server.cutShort(),
      entries,
      faults,
      ms: performance.now() - startMs,
    };
  } finally {
    await opened.close();
    await database.remove();
  }
}
