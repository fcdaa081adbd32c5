// A server that is killed and started again, and a way to ask it that waits until it is back.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const ENTRY = new URL('../support/workspace-until-killed.ts', import.meta.url).pathname;
const PAUSE_MS = 30;

export type Asked = { status: number; etag: string; body: unknown };

/** Sent again, the same, until an answer comes: a page does so when the network fails. */
export type AskUntilAnswered = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
) => Promise<Asked>;

export type KillableServer = {
  ask: AskUntilAnswered;
  /** With -9, at once; it starts again by itself. */
  kill: () => void;
  kills: () => number;
  /** Requests whose answer never came. */
  cutShort: () => number;
  stop: () => Promise<void>;
};

export function createKillable(args: readonly string[]): KillableServer {
  let child: ChildProcess | null = null;
  let port: Promise<number> = start();
  let killCount = 0;
  let cutCount = 0;
  let isStopped = false;

  async function start(): Promise<number> {
    const started = spawn(process.execPath, [ENTRY, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    started.once('exit', () => {
      if (!isStopped) port = start();
    });
    for await (const line of createInterface({ input: started.stdout })) {
      const opened = /^open (\d+)$/.exec(line)?.[1];
      if (opened !== undefined) return Number(opened);
    }
    // Killed before it opened: the next one answers.
    await sleep(PAUSE_MS);
    return port;
  }

  async function askOnce(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: unknown,
  ): Promise<Asked> {
    const response = await fetch(`http://127.0.0.1:${await port}/api${path}`, {
      method,
      headers: { ...headers, connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      body: text === '' ? null : JSON.parse(text),
    };
  }

  return {
    async ask(method, path, headers, body) {
      for (;;) {
        try {
          const asked = await askOnce(method, path, headers, body);
          if (asked.status < 500) return asked;
        } catch {
          cutCount += 1;
        }
        await sleep(PAUSE_MS);
      }
    },
    kill() {
      killCount += 1;
      child?.kill('SIGKILL');
    },
    kills: () => killCount,
    cutShort: () => cutCount,
    async stop() {
      isStopped = true;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
