// How does the page ask the worker, and wait for its own answer?

import { DeskRefusal } from './scenario-answer.ts';
import type { DeskAnswers, DeskQuestion, DeskReply } from './scenario-messages.ts';

export type AskDesk = <Ask extends DeskQuestion['ask']>(
  question: Extract<DeskQuestion, { ask: Ask }>,
) => Promise<DeskAnswers[Ask]>;

/** In the browser only. */
export function startDesk(): { ask: AskDesk; stop: () => void } {
  const worker = new Worker(new URL('./scenario-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { done: (answer: never) => void; fail: (error: Error) => void }
  >();
  let next = 0;
  worker.addEventListener('message', (event: MessageEvent<DeskReply>) => {
    const { data } = event;
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'done') asked?.done(data.answer as never);
    else asked?.fail(new DeskRefusal(data.failure));
  });
  worker.addEventListener('error', () => {
    for (const { fail } of waiting.values()) fail(new DeskRefusal('failed'));
    waiting.clear();
  });
  return {
    ask: (question) =>
      new Promise((done, fail) => {
        next += 1;
        waiting.set(next, { done, fail });
        worker.postMessage({ id: next, question });
      }),
    stop: () => worker.terminate(),
  };
}
