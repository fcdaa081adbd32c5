import { describe, expect, it } from 'vitest';
import { read, readText, repositoryFiles } from '#tests/house/repository.ts';

// Written in pieces, so that this file does not refuse itself.
const word = (...pieces: string[]) => pieces.join('');
const REFUSED: readonly [name: string, pattern: RegExp][] = [
  [
    'a folder of one machine',
    new RegExp(word('(^|[\\s"\'`(=:])/(', 'work|home|root|Users)', '/[\\w.-]'), 'm'),
  ],
  ['an address of a package registry', new RegExp(word('registry\\.', 'npmjs|"resolved"', ':'))],
  ['a merge left open', new RegExp(word('^<<<<', '<<< |^>>>>', '>>> '), 'm')],
];
const REFUSED_IN_CODE: readonly [name: string, pattern: RegExp][] = [
  ['work put off', new RegExp(word('\\b(TO', 'DO|FIX', 'ME)\\b'))],
  ['a test set aside', new RegExp(word('\\b(it|test|describe)\\.(sk', 'ip|on', 'ly|to', 'do)\\b'))],
  ['a way around the compiler', new RegExp(word('@ts-(ig', 'nore|no', 'check)'))],
];

const files = repositoryFiles();
const texts = files.flatMap((path) => {
  const text = readText(path);
  return text === null ? [] : [{ path, text }];
});
const code = texts.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path));

function offenders(
  among: readonly { path: string; text: string }[],
  patterns: readonly [name: string, pattern: RegExp][],
): string[] {
  return among.flatMap(({ path, text }) =>
    patterns.flatMap(([name, pattern]) => {
      const found = pattern.exec(text);
      if (found === null) return [];
      const line = text.slice(0, found.index + 1).split('\n').length;
      return [`${path}:${line} ${name}: ${found[0].trim()}`];
    }),
  );
}

describe('every file of the repository', () => {
  it('names no machine and no registry, and has no conflict left', () => {
    expect(texts.length).toBeGreaterThan(50);
    expect(offenders(texts, REFUSED)).toEqual([]);
  });

  it('of code leaves nothing for later, sets no test aside and keeps the compiler on', () => {
    expect(code.length).toBeGreaterThan(50);
    expect(offenders(code, REFUSED_IN_CODE)).toEqual([]);
  });

  it('of the product opens with the question it answers', () => {
    const product = code.filter(
      ({ path }) => /^(api|db|seeds|web)\//.test(path) && !path.includes('/migrations/'),
    );
    const silent = product.filter(
      ({ text }) => !/^(#!.*\n)?(\/\/ \S|\/\*\*? ?\n? ?\*? ?\S)/.test(text),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('the guard', () => {
  const sample = (text: string) => [{ path: 'sample.ts', text }];

  it('refuses what it must', () => {
    for (const text of [
      word('const root = "/', 'work/main";'),
      word('see /', 'home/someone/notes'),
      word('"resolved"', ': "https://…"'),
      word('https://registry.', 'npmjs.org/zod'),
      word('\n<<<<', '<<< HEAD\n'),
    ]) {
      expect(offenders(sample(text), REFUSED), text).toHaveLength(1);
    }
    for (const text of [
      word('// TO', 'DO: later'),
      word('it.sk', "ip('x')"),
      word('// @ts-ig', 'nore'),
    ]) {
      expect(offenders(sample(text), REFUSED_IN_CODE), text).toHaveLength(1);
    }
  });

  it('lets ordinary text through and says where a fault lies', () => {
    expect(
      offenders(sample("fetch('/api/health'); // /resultats, network, homework/x"), REFUSED),
    ).toEqual([]);
    expect(offenders(sample(word('a\nb\n"/', 'root/x"')), REFUSED)[0]).toMatch(/^sample\.ts:3 /);
  });
});

describe('package.json and .node-version', () => {
  const manifest = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

  it('pin every dependency to one version', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${name} ${version}`);
    expect(loose).toEqual([]);
  });

  it('name the same Node', () => {
    const major = (text: string) => text.trim().replace(/^v/, '').split('.')[0];
    expect(major(read('.node-version'))).toBe(major(manifest.devDependencies['node'] ?? ''));
  });
});
