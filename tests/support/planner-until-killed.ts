// A planning thread that does what the name of the place left from says, then plans as usual:
// « stop », « stop once PATH » (the file remembers), « hang », « fail », « wait MS ».

import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { ToPlanner } from '#api/runtime/planner-messages.ts';

const cell = new Int32Array(new SharedArrayBuffer(4));

parentPort?.on('message', (message: ToPlanner) => {
  if (message.kind !== 'do') return;
  const { task } = message;
  const { request } = task.name === 'questions' ? task.of : task;
  const { name } = request.from;
  const [, path] = /^stop once (.+)$/.exec(name) ?? [];
  if (path !== undefined && !existsSync(path)) {
    writeFileSync(path, '');
    process.exit(1);
  }
  if (name === 'stop') process.exit(1);
  if (name === 'hang') Atomics.wait(cell, 0, 0);
  if (name === 'fail') Reflect.deleteProperty(request, 'appointment');
  const [, waitMs] = /^wait (\d+)$/.exec(name) ?? [];
  if (waitMs !== undefined) Atomics.wait(cell, 0, 0, Number(waitMs));
});
await import('#api/runtime/planner-worker.ts');
