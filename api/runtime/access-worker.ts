// The thread that computes times and indicators: after everybody else, one thing at a time; nothing is written.

import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { FromAccessThread, ToAccessThread } from '#api/runtime/access-messages.ts';
import { measureTerritory } from '#domain/access/measure-territory.ts';
import { createRowMaker, type RowMaker } from '#domain/access/travel-rows.ts';

/** Of 19: residents come first. */
const NICE = 15;

if (parentPort === null) throw new Error('This file runs in a thread of its own');
const port = parentPort;
const say = (message: FromAccessThread) => port.postMessage(message);
// Elsewhere a priority is that of the whole process.
if (process.platform === 'linux') setPriority(NICE);

let makeRow: RowMaker | null = null;

port.on('message', (message: ToAccessThread) => {
  try {
    say(answer(message));
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : typeof error });
  }
});
say({ kind: 'ready' });

function answer(message: ToAccessThread): FromAccessThread {
  if (message.kind === 'measure') {
    return { kind: 'figures', figures: measureTerritory(message.question) };
  }
  if (message.kind === 'question') {
    makeRow = createRowMaker(message.question);
    return { kind: 'ready' };
  }
  const make = makeRow;
  if (make === null) throw new Error('Rows were asked before their question');
  return { kind: 'rows', rows: message.points.map((point) => make(point)) };
}
