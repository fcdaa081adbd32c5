import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JourneyAnswer } from '#api/features/journey/plan-visit.ts';
import { openTestApp, type TestApp } from '#tests/support/app.ts';
import { TUESDAY, writeSmallTerritory } from '#tests/support/small-territory.ts';

let api: TestApp;
let server: Server;
let isBroken = false;

/** Says the same of every pair asked, as Valhalla does. */
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      const { sources, targets } = JSON.parse(body) as { sources: object[]; targets: object[] };
      const row = targets.map(() => ({ time: 1200, distance: 17.5 }));
      response.statusCode = isBroken ? 500 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(isBroken ? {} : { sources_to_targets: sources.map(() => row) }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  api = await openTestApp({
    now: { date: TUESDAY, minute: 600 },
    write: writeSmallTerritory,
    env: {
      ROADS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ROADS_KIND: 'valhalla',
    },
  });
});

afterAll(async () => {
  await api?.close();
  server?.close();
});

const PERSON = { mode: 'no_car', from: { insee: '16230' } };
const PLAN = {
  ...PERSON,
  to: { entryId: 'gp-ouvert' },
  appointment: { date: '2026-12-01', minute: 600, durationMinutes: 30 },
};

async function drive(): Promise<JourneyAnswer['drive']> {
  const response = await api.post('/api/journeys', PLAN);
  expect(response.status).toBe(200);
  return ((await response.json()) as JourneyAnswer).drive;
}

test('times by road are those of the server of the deployment', async () => {
  expect(await drive()).toEqual({ minutes: 21, meters: 17_500, estimate: false });
  const { to, appointment } = PLAN;
  const several = await api.post('/api/journeys', { ...PERSON, places: [to, to], appointment });
  expect(await several.json()).toMatchObject({
    places: [{ drive: { meters: 17_500 } }, { drive: { meters: 17_500 } }],
    leftOut: [],
  });
  const slots = await api.get('/api/slots?from=16230&to=gp-ouvert&on=2026-12-01&days=2');
  expect(await slots.json()).toMatchObject({ days: [{}, {}], leftOut: [] });
});

test('a server that fails leaves estimates; the log says which, not where', async () => {
  api.logged.length = 0;
  isBroken = true;
  expect(await drive()).toMatchObject({ estimate: true });
  const told = api.logged.join('');
  expect(told).toContain('"roads_unanswered"');
  expect(told).not.toMatch(/45\.4|0\.13\D/);
});
