// What would stop somebody who does not see, or sees little? Asked of axe, inside the page.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** Evaluated through the debugger, which no policy of the page concerns: nothing is loosened for it. */
const source = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

type AxeResult = {
  violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[];
};

/** One line for each barrier: the rule, where, why. All rules are asked, contrast of 7 to 1 included. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const result = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<unknown> };
    };
    return axe.run({
      resultTypes: ['violations'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
    });
  });
  return (result as AxeResult).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = failureSummary.split('\n').slice(1, 2).join('').trim();
      return `${id} at ${target.join(' ')}: ${why}`;
    }),
  );
}
