// How English says the space of an organization: its offers, their state, what is saved.

import { enWorkspaceFiles } from './en-workspace-files.ts';
import { enWorkspaceLines } from './en-workspace-lines.ts';
import { enWorkspacePages } from './en-workspace-pages.ts';
import { enWorkspaceWatch } from './en-workspace-watch.ts';
import type { frWorkspace } from './fr-workspace.ts';

export const enWorkspace = {
  files: enWorkspaceFiles,
  ...enWorkspacePages,
  watch: enWorkspaceWatch,
  lines: enWorkspaceLines,
} satisfies typeof frWorkspace;
