// Starts the API in a child process on a bench database.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type ApiProcess = { port: number; rssMegabytes: number; stop: () => Promise<void> };

/** `settings`: of its environment, besides those of every bench. */
export async function startApi(
  databaseUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ApiProcess> {
  const child = fork(join(import.meta.dirname, 'api-process.ts'), [], {
    env: { ...process.env, ...settings, DATABASE_URL: databaseUrl, TZ: 'Europe/Paris' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`The API stopped as it started (code ${code}).`);
  });
  const [message] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined);
  return {
    ...(message as { port: number; rssMegabytes: number }),
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
