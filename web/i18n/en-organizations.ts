// How English says the page where spaces are opened for organizations.

import type { WorkspaceKind } from '#domain/account/roles.ts';
import type { frOrganizations } from './fr-organizations.ts';

const kinds: Readonly<Record<WorkspaceKind, string>> = {
  carrier: 'Association or carrier',
  coordination: 'Coordination of a territory',
  operation: 'Keeping of the site',
};

const kindHints: Readonly<Record<WorkspaceKind, string>> = {
  carrier: 'Keeps its transport offers up to date and publishes them.',
  coordination: 'Follows offers, reports and needs of its territory.',
  operation: 'Opens spaces, as you do here.',
};

export const enOrganizations: typeof frOrganizations = {
  title: 'Organizations',
  lead: 'Each organization has a space. You open it and invite the first person; they invite the others.',
  list: 'Open spaces',
  kinds,
  kindHints,
  members: (count: number): string => (count === 1 ? '1 member' : `${count} members`),
  nobody: 'Nobody manages it yet.',
  waiting: (date: string): string => `An invitation waits for an answer until ${date}.`,
  again: 'Invite somebody',
  againOf: (name: string): string => `Invite somebody for ${name}`,
  openTitle: 'Open a space',
  name: 'Name of the organization',
  nameHint: 'As residents will read it. For example: Mobilité Sud Charente.',
  nameMissing: 'Write a name, of 2 to 120 characters.',
  nameTaken: 'A space has this name already.',
  kind: 'Which space?',
  territories: 'In which territory?',
  noTerritory:
    'No territory is loaded on this site yet. The README says how to load one; the space opens then.',
  territoryMissing: 'Choose one territory at least.',
  email: 'E-mail address of the first person',
  emailHint: 'They will manage the team. They choose their name and their password themselves.',
  open: 'Open the space and invite',
  opened: 'The space is open, and the invitation left by e-mail.',
  sent: 'The invitation left by e-mail.',
  managed: 'Somebody manages this space already: they invite the others.',
  mailDown: 'The message did not leave. The space is in the list: invite from there.',
  refused: 'This did not succeed. Here are the spaces as they are.',
};
