// What would stop somebody who does not see, or sees little? Asked of axe, inside the page.

import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * One line for each barrier: the rule, where, why. Every rule is asked, contrast of 7 to 1 included.
 * The source of axe comes through the debugger, which no policy of the page concerns: none is loosened.
 */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const result: AxeResults = await page.evaluate(() => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    return inPage.run({
      resultTypes: ['violations'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
    });
  });
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const why = (failureSummary ?? '').split('\n').slice(1, 2).join('').trim();
      return `${id} at ${target.join(' ')}: ${why}`;
    }),
  );
}
