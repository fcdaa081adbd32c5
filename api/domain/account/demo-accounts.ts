// Who signs in to the demonstration? One invented person a role; the addresses belong to nobody.

import type { Role } from './roles.ts';

/** How their ids begin: no other account has such an id. */
export const DEMO_USER_PREFIX = 'demo-';
/** Shown on the page where one signs in: it protects nothing. */
export const DEMO_PASSWORD = 'trois cafés en terrasse';

export type DemoAccount = {
  id: string;
  name: string;
  email: string;
  role: Role;
  workspaceId: string;
};

export const DEMO_WORKSPACE_IDS = {
  carrier: 'mosc',
  coordination: 'cls-sud-charente',
  operation: 'exploitation',
} as const;

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  demo('reader', 'Léo Lecture', 'lecture@mosc.example', 'mosc'),
  demo('editor', 'Nadia Écriture', 'redaction@mosc.example', 'mosc'),
  demo('publisher', 'Paul Publication', 'publication@mosc.example', 'mosc'),
  demo('admin', 'Mona Direction', 'direction@mosc.example', 'mosc'),
  demo('coordinator', 'Claire Coordination', 'coordination@cls.example', 'cls-sud-charente'),
  demo('operator', 'Omar Exploitation', 'exploitation@voisoin.example', 'exploitation'),
];

function demo(role: Role, name: string, email: string, workspaceId: string): DemoAccount {
  return { id: `${DEMO_USER_PREFIX}${role}`, name, email, role, workspaceId };
}

export function isDemoUser(userId: string): boolean {
  return userId.startsWith(DEMO_USER_PREFIX);
}
