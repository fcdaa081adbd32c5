// What does Lighthouse say of a page, on the phone it imagines?

import lighthouse from 'lighthouse';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

export type Judgement = {
  /** From 0 to 100. */
  scores: Readonly<Record<Category, number>>;
  /** Audits that cost points: « seo: is-crawlable ». */
  lost: readonly string[];
};

/** `debuggingPort`: of a running Chromium that nobody else drives meanwhile. */
export async function judgePage(url: string, debuggingPort: number): Promise<Judgement> {
  const result = await lighthouse(url, {
    port: debuggingPort,
    logLevel: 'error',
    output: 'json',
    onlyCategories: [...CATEGORIES],
  });
  if (result === undefined) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scoreOf = (id: Category) => Math.round((categories[id]?.score ?? 0) * 100);
  return {
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    lost: CATEGORIES.flatMap((id) =>
      (categories[id]?.auditRefs ?? [])
        .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.9)
        .map((ref) => `${id}: ${ref.id} (${audits[ref.id]?.displayValue ?? ''})`),
    ),
  };
}
