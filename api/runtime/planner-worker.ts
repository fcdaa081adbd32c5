// The thread that plans journeys: one task at a time, in order; nothing is written anywhere.

import { parentPort } from 'node:worker_threads';
import { createPlannerEngine } from '#api/runtime/planner-engine.ts';
import type { FromPlanner, PlannerFailure, ToPlanner } from '#api/runtime/planner-messages.ts';
import { SearchCut } from '#domain/journey/search-cut.ts';

if (parentPort === null) throw new Error('This file runs in a thread of its own');
const port = parentPort;
const say = (message: FromPlanner) => port.postMessage(message);
const engine = createPlannerEngine(say);

port.on('message', (message: ToPlanner) => {
  if (message.kind === 'hold') return engine.hold(message.part);
  if (message.kind === 'day') return engine.holdDay(message);
  if (message.kind === 'forget') return engine.forget(message.numbers);
  try {
    const endMs = performance.now() + message.budgetMs;
    const isOver = () => performance.now() > endMs;
    return say({ kind: 'done', answer: engine.run(message.task, message.parts, isOver) });
  } catch (error) {
    if (error instanceof SearchCut) return say({ kind: 'cut' });
    return say({ kind: 'failed', failure: describe(error) });
  }
});
say({ kind: 'ready' });

/** A message may quote what was asked: only the name and the places in the code are told. */
function describe(error: unknown): PlannerFailure {
  if (!(error instanceof Error)) return { name: typeof error, frames: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, frames: frames.join('\n') };
}
