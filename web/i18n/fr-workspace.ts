// How French says the space of an organization: its offers, their state, what is saved.

import { frWorkspacePages } from './fr-workspace-pages.ts';

export const frWorkspace = { ...frWorkspacePages };
