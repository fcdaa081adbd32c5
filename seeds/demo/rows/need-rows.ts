// Needs, their lay words and categories, and the chapters of the guide, as rows.

import { ALL_NEEDS } from '#seeds/demo/directory/all-needs.ts';
import { CLS_THEMES } from '#seeds/demo/directory/themes.ts';

export function needRows() {
  return {
    themes: CLS_THEMES.map((theme, position) => ({ ...theme, position })),
    needs: ALL_NEEDS.map(({ id, group, label, plain }, position) => ({
      id,
      position,
      group,
      label,
      plain,
    })),
    synonyms: ALL_NEEDS.flatMap(({ id, synonyms }) =>
      synonyms.map((text, position) => ({ needId: id, position, text })),
    ),
    categories: ALL_NEEDS.flatMap(({ id, categories }) =>
      categories.map((category, position) => ({ needId: id, category, position })),
    ),
  };
}
