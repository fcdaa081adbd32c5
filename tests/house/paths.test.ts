import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedPaths } from '#tests/house/named-paths.ts';
import { read, repositoryFiles, root } from '#tests/house/repository.ts';

const readmes = repositoryFiles().filter((path) => posix.basename(path) === 'README.md');

describe('READMEs', () => {
  it('are at the root and beside the domain', () => {
    expect(readmes).toContain('README.md');
    expect(readmes).toContain('api/domain/README.md');
  });

  it.each(readmes)('%s names only paths that exist', (readme) => {
    const missing = namedPaths(read(readme), readme).filter(
      (path) => !existsSync(join(root, path)),
    );
    expect(missing).toEqual([]);
  });

  it('of the domain links each file of rules', () => {
    expect(namedPaths(read('api/domain/README.md'), 'api/domain/README.md').length).toBeGreaterThan(
      15,
    );
  });
});

describe('the reading of paths', () => {
  const text = [
    'See [time](time.ts#parse), [site](https://example.org), [top](#top) and `api/domain/nowhere.ts`.',
    'Not a path: `web/features/<noun>/`, `db/queries/*.ts`, `GET /api/needs`, `directory/freshness.ts`.',
    '```',
    'seeds/  run.ts  seeds/nowhere/',
    'npm start',
    '```',
  ].join('\n');

  it('finds links from the folder of the README, code and trees from the root', () => {
    expect(namedPaths(text, 'api/domain/README.md')).toEqual([
      'api/domain/time.ts',
      'api/domain/nowhere.ts',
      'seeds/',
      'seeds/nowhere/',
    ]);
  });

  it('would refuse the missing ones', () => {
    const missing = namedPaths(text, 'api/domain/README.md').filter(
      (path) => !existsSync(join(root, path)),
    );
    expect(missing).toEqual(['api/domain/nowhere.ts', 'seeds/nowhere/']);
  });
});
