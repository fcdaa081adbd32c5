import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Fetch, type HttpService, serveHttp } from '#api/runtime/serve-http.ts';
import { waitingAnswer } from '#api/runtime/waiting-answer.ts';

const running: HttpService[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
});

describe('the server', () => {
  test('says which port is taken and what to do', async () => {
    const first = await serve(() => new Response('yes'));
    const second = serveHttp({ fetch: waitingAnswer, host: '127.0.0.1', port: first.port });
    await expect(second).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(
        `Le port ${first.port} est déjà utilisé par un autre programme`,
      ),
    });
    await expect(second).rejects.toThrow(`PORT=${first.port + 1} npm start`);
  });

  test('says how long an address may be', async () => {
    const service = await serve(() => new Response('read'));
    const url = `http://127.0.0.1:${service.port}/?q=`;
    expect(await (await fetch(`${url}${'a'.repeat(8_000)}`)).text()).toBe('read');
    const long = await fetch(`${url}${'a'.repeat(20_000)}`);
    expect([long.status, long.headers.get('content-type')]).toEqual([
      431,
      'application/problem+json; charset=utf-8',
    ]);
    expect(await long.json()).toMatchObject({
      code: 'too_large',
      detail: expect.stringContaining('at most 16384 bytes'),
    });
  });

  test('answers what is not HTTP, and closes', async () => {
    const service = await serve(() => new Response('read'));
    const socket = connect(service.port, '127.0.0.1');
    socket.end('bonjour\r\n\r\n');
    let said = '';
    for await (const piece of socket) said += piece;
    expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(said).toContain('What was sent is not an HTTP request.');
  });

  test('tells those that come while it answers too many how many it answers at once', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let count = 0;
    let isFull = () => {};
    const full = new Promise<void>((resolve) => {
      isFull = resolve;
    });
    const service = await serve(async () => {
      count += 1;
      if (count === 512) isFull();
      await held;
      return new Response('answered');
    });
    const url = `http://127.0.0.1:${service.port}`;
    const asked = Array.from({ length: 512 }, async () => (await fetch(url)).text());
    await full;
    const refused = await fetch(`${url}/api/needs`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await refused.json()).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('at most 512 requests at once'),
    });
    expect(await (await fetch(`${url}/trajet/a`)).text()).toContain('href="tel:15"');
    release();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['answered']));
  });

  test('finishes the answers under way before it stops, then refuses others', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrived = () => {};
    const hasArrived = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const service = await serve(async () => {
      arrived();
      await held;
      return new Response('answered');
    });
    const url = `http://127.0.0.1:${service.port}/`;
    const asked = fetch(url);
    await hasArrived;
    const stopped = service.stop();
    release();
    expect(await (await asked).text()).toBe('answered');
    await stopped;
    running.splice(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('answers that it is alive while it starts, and asks to come back for the rest', async () => {
    const service = await serve(waitingAnswer);
    const url = `http://127.0.0.1:${service.port}`;
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    const ready = await fetch(`${url}/api/ready`);
    expect(ready.status).toBe(503);
    expect(ready.headers.get('retry-after')).toBe('3');
    const page = await fetch(`${url}/`);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('href="tel:15"');
  });
});

async function serve(fetch: Fetch): Promise<HttpService> {
  const service = await serveHttp({ fetch, host: '127.0.0.1', port: 0 });
  running.push(service);
  return service;
}
