// Where is the project, and which Node does it bring along?

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Written so that an old Node reaches the sentence that refuses it. */
export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The Node 24 of node_modules; the machine's own may be older. */
export const PROJECT_NODE = join(
  PROJECT_ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
