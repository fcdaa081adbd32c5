// Needs, their lay words and categories, and the chapters of the guide, as rows.

import { DEMO_NEEDS } from '#seeds/demo/directory/needs.ts';
import { CLS_THEMES } from '#seeds/demo/directory/themes.ts';

export function needRows() {
  return {
    themes: CLS_THEMES.map((theme, position) => ({ ...theme, position })),
    needs: DEMO_NEEDS.map(({ id, group, label, plain }, position) => ({
      id,
      position,
      group,
      label,
      plain,
    })),
    synonyms: DEMO_NEEDS.flatMap(({ id, synonyms }) =>
      synonyms.map((text, position) => ({ needId: id, position, text })),
    ),
    categories: DEMO_NEEDS.flatMap(({ id, categories }) =>
      categories.map((category, position) => ({ needId: id, category, position })),
    ),
  };
}
