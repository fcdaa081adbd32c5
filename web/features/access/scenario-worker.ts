// Reckons scenarios beside the page, so that it answers a finger whatever is being reckoned.

import type { AccessModel } from '#domain/access/access-model.ts';
import { createAnswers, DeskRefusal } from './scenario-answer.ts';
import type { DeskQuestion, DeskReply } from './scenario-messages.ts';

const answer = createAnswers(loadModel, () => performance.now());

self.addEventListener('message', (event: MessageEvent<{ id: number; question: DeskQuestion }>) => {
  const { id, question } = event.data;
  void answer(question).then(
    (answered) => reply({ id, kind: 'done', answer: answered }),
    (error: unknown) =>
      reply({
        id,
        kind: 'failed',
        failure: error instanceof DeskRefusal ? error.failure : 'failed',
      }),
  );
});

function reply(message: DeskReply): void {
  self.postMessage(message);
}

async function loadModel(territory: string, profession: string): Promise<AccessModel> {
  const path = `/api/access/${encodeURIComponent(territory)}/model?profession=${profession}`;
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (response.status === 404 || response.status === 409 || response.status === 503) {
    throw new DeskRefusal('not_ready');
  }
  if (!response.ok) throw new DeskRefusal('failed');
  return (await response.json()) as AccessModel;
}
