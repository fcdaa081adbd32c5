// Do streams that stay open live with the rest: kept awake, freed when left, no hindrance to a stop?

import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesRoutes } from '#api/features/workspace/changes-routes.ts';
import { createRoutes } from '#api/http/create-routes.ts';
import { type ChangeHub, createChangeHub } from '#api/runtime/change-hub.ts';
import { type HttpService, serveHttp } from '#api/runtime/serve-http.ts';
import { readEvents } from '#tests/support/read-events.ts';
import { until } from '#tests/support/workspace-site.ts';

let hub: ChangeHub;
let http: HttpService;
beforeAll(async () => {
  hub = createChangeHub();
  const routes = changesRoutes({
    stores: { changes: hub },
    config: { trustedProxies: 0 },
    heartbeatMs: 50,
  });
  const app = createRoutes().route('/api', routes);
  http = await serveHttp({
    fetch: (request, bindings) => app.fetch(request, bindings),
    host: '127.0.0.1',
    port: 0,
  });
});
afterAll(() => hub.close());

const open = (signal?: AbortSignal) =>
  fetch(`http://127.0.0.1:${http.port}/api/changes`, signal === undefined ? {} : { signal });

test('a change reaches a reader as it happens, with a word now and then in between', async () => {
  const response = await open();
  const [told, raw] = response.body?.tee() ?? [];
  if (told === undefined || raw === undefined) throw new Error('The answer has no body');
  const stream = readEvents(new Response(told));
  expect(await stream.next()).toEqual({ event: 'open', id: '0', data: { number: 0 } });
  hub.tell({ number: 5, offerIds: ['mosc'] });
  expect(await stream.next()).toEqual({
    event: 'offers',
    id: '5',
    data: { number: 5, offerIds: ['mosc'] },
  });
  const reader = raw.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n: \n')) text += (await reader.read()).value ?? '';
  await Promise.all([stream.close(), reader.cancel()]);
});

test('a reader that leaves is forgotten', async () => {
  await until(async () => hub.size() === 0);
  const leaving = new AbortController();
  await open(leaving.signal);
  await until(async () => hub.size() === 1);
  leaving.abort();
  await until(async () => hub.size() === 0);
});

test('a server that stops ends its streams and waits for nobody', async () => {
  const streams = await Promise.all([open(), open()]);
  await until(async () => hub.size() === 2);
  const startMs = performance.now();
  hub.close();
  await http.stop();
  await Promise.all(streams.map((response) => readEvents(response).ended));
  expect(performance.now() - startMs).toBeLessThan(4000);
});
