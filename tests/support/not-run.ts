// Says what a run could not show, so that nothing passes in silence.

import { appendFileSync } from 'node:fs';

/** One line of the list printed at the end of `npm test`: what was not run, and why. */
export function reportNotRun(what: string, why: string): void {
  const line = `${what}: ${why}`;
  console.warn(`not run — ${line}`);
  const list = process.env['VOISOIN_SKIPPED'];
  if (list) appendFileSync(list, `${line}\n`);
}
