// How French says the space of an organization: its offers, their state, what is saved.

import { frWorkspaceFiles } from './fr-workspace-files.ts';
import { frWorkspaceLines } from './fr-workspace-lines.ts';
import { frWorkspacePages } from './fr-workspace-pages.ts';
import { frWorkspaceWatch } from './fr-workspace-watch.ts';

export const frWorkspace = {
  files: frWorkspaceFiles,
  ...frWorkspacePages,
  watch: frWorkspaceWatch,
  lines: frWorkspaceLines,
};
