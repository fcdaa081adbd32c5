// Does each page bring to the browser every section of the dictionary its components say?

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES, PROBLEM_PAGE } from '#web/pages.ts';

const SECTIONS = ['entry', 'journey', 'rules', 'transport', 'guide', 'report', 'map', 'about'];
const SAID = new RegExp(`\\btext\\.(${SECTIONS.join('|')})\\b`, 'g');
const IMPORTED = /from '(\.\/[^']+|#web\/[^']+)'/g;

/** A file and all it imports from the web folder, the dictionaries apart. */
function filesFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || file.includes('web/i18n/')) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTED)) {
    filesFrom(name.startsWith('#web/') ? name.slice(1) : join(dirname(file), name), seen);
  }
  return seen;
}

function sectionsSaid(source: string): string[] {
  const said = new Set<string>();
  for (const file of filesFrom(join('web', source))) {
    if (!file.endsWith('.tsx') && !file.endsWith('.ts')) continue;
    for (const [, section = ''] of readFileSync(file, 'utf8').matchAll(SAID)) said.add(section);
  }
  return [...said].sort();
}

describe('the words a page brings along', () => {
  const pages = [...PAGES, PROBLEM_PAGE];

  it.each(pages.map((page) => [page.id, page] as const))('are enough for %s', (_, page) => {
    const brought: readonly string[] = page.words ?? SECTIONS;
    const missing = sectionsSaid(page.source).filter((section) => !brought.includes(section));
    expect(missing).toEqual([]);
  });

  it('are read in the files: the results say the map’s', () => {
    expect(sectionsSaid('features/directory/results-page.tsx')).toEqual(['map']);
  });
});
