// Where is the project, and which Node does it bring along?

import { join } from 'node:path';

export const PROJECT_ROOT = join(import.meta.dirname, '..', '..');

/** The Node 24 of node_modules; the machine's own may be older. */
export const PROJECT_NODE = join(
  PROJECT_ROOT,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
