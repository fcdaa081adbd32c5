// Starts the site of a bench in a child process, and tells it what to do.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FromSite, ToSite } from '#tests/bench/site-process.ts';
import { onServer, type TestServer } from '#tests/support/postgres.ts';

export type BenchSite = {
  url: string;
  tell: (message: ToSite) => void;
  /** The next message that says so. */
  hear: <Said extends FromSite['said']>(said: Said) => Promise<Extract<FromSite, { said: Said }>>;
  stop: () => Promise<void>;
};

/** On the embedded database when there is no server. Times and figures by car are there; nothing is computed. */
export async function startBenchSite(
  server: TestServer | null,
  squaresACommune: number,
): Promise<BenchSite> {
  const folder = await mkdtemp(join(tmpdir(), 'voisoin-site-'));
  const name = `voisoin_site_${crypto.randomUUID().replaceAll('-', '')}`;
  if (server !== null) await onServer(server, `create database ${name}`);
  const child = fork(
    join(import.meta.dirname, 'site-process.ts'),
    [server === null ? folder : server.url(name), String(squaresACommune)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, TZ: 'Europe/Paris' } },
  );
  const gone = once(child, 'exit');
  const hear = <Said extends FromSite['said']>(said: Said) =>
    new Promise<Extract<FromSite, { said: Said }>>((resolve, reject) => {
      const onMessage = (message: FromSite) => {
        if (message.said !== said) return;
        child.off('message', onMessage);
        resolve(message as Extract<FromSite, { said: Said }>);
      };
      child.on('message', onMessage);
      child.once('exit', (code) => reject(new Error(`The site stopped (code ${code}).`)));
    });
  const tell = (message: ToSite) => child.send(message);
  const { url } = await hear('ready');
  const settled = hear('settled');
  tell('settle');
  await settled;
  return {
    url,
    tell,
    hear,
    stop: async () => {
      child.disconnect();
      await gone;
      if (server !== null) await onServer(server, `drop database if exists ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
