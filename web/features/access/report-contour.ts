// Around several communes of a drawing, which line separates them from the others?

import type { DrawnCommune } from './report-shapes.ts';

/** The sides no two of these communes share: one thick line, read without any colour. */
export function contourOf(communes: readonly Pick<DrawnCommune, 'path'>[]): string {
  const seen = new Map<string, { drawn: string; times: number }>();
  for (const { path } of communes) {
    for (const ring of path.split('M').filter((each) => each !== '')) {
      const points = ring.replace('Z', '').split('L');
      for (const [at, point] of points.entries()) {
        const next = points[(at + 1) % points.length] ?? point;
        if (next === point) continue;
        const key = point < next ? `${point}|${next}` : `${next}|${point}`;
        const times = (seen.get(key)?.times ?? 0) + 1;
        seen.set(key, { drawn: `M${point}L${next}`, times });
      }
    }
  }
  return [...seen.values()]
    .filter(({ times }) => times === 1)
    .map(({ drawn }) => drawn)
    .join('');
}
