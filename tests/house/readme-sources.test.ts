import { describe, expect, it } from 'vitest';
import { OFFICIAL_SOURCES } from '#domain/official-source.ts';
import { loadSources } from '#seeds/sources/registry.ts';
import { read } from '#tests/house/repository.ts';

const SOURCES = await loadSources();

/** The words of one official source, the plain one first. */
const wordsOf = (name: string) =>
  SOURCES.filter(({ official }) => official.name === name).map((source) => source.name);

describe('the table of sources in the README', () => {
  const lines = read('README.md').split('\n');

  it.each(OFFICIAL_SOURCES)(
    'says of $name who publishes it, how often, and the command',
    (source) => {
      const { name, title, publisher, licence, cadence } = source;
      const [word, ...others] = wordsOf(name);
      expect(word).toBe(name);
      const more = others.map((other) => `, \`${other}\``).join('');
      expect(lines).toContain(
        `| ${title.en} | ${publisher} | ${licence ?? 'of each network'} | ${cadence.en} | \`npm run import -- ${name}\`${more} |`,
      );
    },
  );

  it('has no other row', () => {
    const rows = lines.filter(
      (line) => line.includes('`npm run import -- ') && line.startsWith('| '),
    );
    expect(rows.filter((row) => row.split('|').length > 5)).toHaveLength(OFFICIAL_SOURCES.length);
  });
});
