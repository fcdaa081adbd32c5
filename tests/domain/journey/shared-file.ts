// Where are the real data files, kept beside the project and never inside it? Null and a noted skip when absent.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reportNotRun } from '#tests/support/not-run.ts';

/** Path of a file of `../shared` (or of the folder named by VOISOIN_SHARED), null when it is not there. */
export function sharedFile(path: string, why: string): string | null {
  const root =
    process.env['VOISOIN_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
  const full = `${root}/${path}`;
  if (existsSync(full)) return full;
  reportNotRun(why, `${path} is not beside the project`);
  return null;
}
