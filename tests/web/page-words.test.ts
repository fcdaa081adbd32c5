// Does each page bring to the browser every section of the dictionary its components say?

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGES, PROBLEM_PAGE } from '#web/pages.ts';

const SECTIONS = [
  'home',
  'results',
  'entry',
  'journey',
  'rules',
  'transport',
  'guide',
  'report',
  'map',
  'about',
  'medical',
  'slots',
  'account',
  'workspace',
  'editor',
  'access',
];
const SAID = new RegExp(`\\btext\\.(${SECTIONS.join('|')})\\b`, 'g');
const IMPORTED = /import (?:\{([^}]*)\} )?(?:from )?'(\.\/[^']+|#web\/[^']+)'/g;
/** What a file runs on the server only, and the browser’s build leaves out. */
const ON_SERVER = /import\.meta\.env\.SSR \? (\w+) :/g;

/** A file and all it imports from the web folder for the browser, the dictionaries apart. */
function filesFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || file.includes('web/i18n/')) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const onServer = new Set([...text.matchAll(ON_SERVER)].map(([, name = '']) => name));
  for (const [, bindings = '', name = ''] of text.matchAll(IMPORTED)) {
    const values = bindings.split(',').flatMap((each) => /^\s*(\w+)\s*$/.exec(each)?.[1] ?? []);
    if (values.length > 0 && values.every((each) => onServer.has(each))) continue;
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

  // A still page sends no script: the server, which has all the words, writes it once.
  const living = pages.filter((page) => page.still !== true);

  it.each(living.map((page) => [page.id, page] as const))('are enough for %s', (_, page) => {
    const brought: readonly string[] = page.words ?? SECTIONS;
    const missing = sectionsSaid(page.source).filter((section) => !brought.includes(section));
    expect(missing).toEqual([]);
  });

  it('are not those of what only the server writes', () => {
    const files = [...filesFrom('web/features/directory/results-page.tsx')];
    expect(files).toContain('web/features/directory/results-answer.tsx');
    expect(files).not.toContain('web/features/directory/results-load.ts');
  });

  it('are read in the files: the results say theirs and the map’s', () => {
    expect(sectionsSaid('features/directory/results-page.tsx')).toEqual(['map', 'results']);
  });
});
