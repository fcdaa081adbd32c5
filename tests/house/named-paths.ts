// Which paths of the repository does a README name?

import { dirname, posix } from 'node:path';

const TOP_FOLDERS = ['api', 'db', 'seeds', 'tests', 'web', '.ci'];

/** Paths a text names: relative links, and `paths/in/code` from the root; patterns are left out. */
export function namedPaths(markdown: string, readme: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, (block) =>
    block.replace(/\[[^\]]*\]\(/g, ''),
  );
  const links = [...prose.matchAll(/\]\((?!\w+:|#|\/)([^)\s]+)\)/g)].map(([, target = '']) =>
    posix.normalize(posix.join(dirname(readme), target.replace(/#.*$/, ''))),
  );
  const coded = [...markdown.matchAll(/`([^`\n]+)`/g)]
    .flatMap(([, code = '']) => code.split(/\s+/))
    .map((word) => word.replace(/^\.\//, '').replace(/[,;:.]$/, ''))
    .filter((word) => TOP_FOLDERS.includes(word.split('/')[0] ?? '') && word.includes('/'))
    .filter((word) => !/[<>*{}…$]/.test(word));
  const trees = [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.split(/\s+/))
    .filter(
      (word) => TOP_FOLDERS.includes(word.split('/')[0] ?? '') && /^[\w./-]+\/[\w./-]*$/.test(word),
    );
  return [...new Set([...links, ...coded, ...trees])];
}
