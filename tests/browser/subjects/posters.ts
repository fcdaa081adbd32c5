// Is each offer a poster on one sheet, with the code that leads back to its page?

import { describe, expect, it } from 'vitest';
import { DEMO_OFFERS } from '#seeds/demo/transport/offers.ts';
import { FRIDAY, type Visit } from '#tests/browser/visit.ts';

/** Pages of a document that Chromium printed. */
function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

export function describePosters({ site, open }: Visit): void {
  describe('the poster of an offer', () => {
    it('is one sheet for every offer, the longest too', async () => {
      site().setNow(FRIDAY);
      const { page, close } = await open();
      for (const { id } of DEMO_OFFERS) {
        const path = `/transports/${encodeURIComponent(id)}`;
        await page.goto(`${path}/affiche`, { waitUntil: 'load' });
        expect(pagesOf(await page.pdf({ format: 'A4' })), id).toBe(1);
        await page.emulateMedia({ media: 'print' });
        const code = page.locator('.flyer-foot img');
        expect(await code.isVisible(), id).toBe(true);
        const [src, width] = await code.evaluate((image: HTMLImageElement) => [
          image.src,
          image.naturalWidth,
        ]);
        expect(new URL(String(src)).searchParams.get('path')).toBe(path);
        expect(width, id).toBeGreaterThan(0);
        await page.emulateMedia({ media: null });
      }
      await close();
    });
  });
}
