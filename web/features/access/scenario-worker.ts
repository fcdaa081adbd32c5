// Reckons scenarios beside the page, so that it answers a finger whatever is being reckoned.

import type { AccessModel } from '#domain/access/access-model.ts';
import { withQuery } from '#web/lib/api.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { accessApi } from './access-data.ts';
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

async function loadModel({
  territory,
  profession,
  space,
}: Extract<DeskQuestion, { ask: 'open' }>): Promise<AccessModel> {
  const everybody = withQuery(accessApi(territory, '/model'), { profession });
  const named =
    space === null
      ? null
      : withQuery(`${workspaceApi(space)}/access-model`, { territory, profession });
  const told = named === null ? null : await ask(named);
  // Signed out meanwhile: what everybody reads is enough to try.
  const isRefused = told === null || [401, 403, 404].includes(told.status);
  const response = isRefused ? await ask(everybody) : told;
  if (response.status === 404 || response.status === 409 || response.status === 503) {
    throw new DeskRefusal('not_ready');
  }
  if (!response.ok) throw new DeskRefusal('failed');
  return (await response.json()) as AccessModel;
}

const ask = (path: string): Promise<Response> =>
  fetch(path, { headers: { accept: 'application/json' } });
