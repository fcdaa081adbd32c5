// Several files given for one import: extracts of neighbouring regions, read one after the other as one.

import { createHash } from 'node:crypto';
import type { ImportFile } from '#seeds/pipeline/source.ts';

/** In the order of their names, so that the same files always are the same import. A single one is itself. */
export function joinFiles(files: readonly [ImportFile, ...ImportFile[]]): ImportFile {
  const [first, ...others] = files;
  if (others.length === 0) return first;
  const parts = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const hash = createHash('sha256');
  for (const { sha256 } of parts) hash.update(sha256);
  const days = parts.flatMap(({ modifiedOn }) => modifiedOn ?? []).sort();
  return {
    ...first,
    name: parts.map(({ name }) => name).join(' + '),
    byteCount: parts.reduce((sum, { byteCount }) => sum + byteCount, 0),
    sha256: hash.digest('hex'),
    path: null,
    ...(days[0] === undefined ? {} : { modifiedOn: days[0] }),
    parts,
  };
}
