// How French says the space of an organization: its offers, their state, what is saved.

import { frWorkspacePages } from './fr-workspace-pages.ts';
import { frWorkspaceWatch } from './fr-workspace-watch.ts';

export const frWorkspace = { ...frWorkspacePages, watch: frWorkspaceWatch };
