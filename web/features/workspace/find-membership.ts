// Who is the person signed in, in this workspace?

import type { Api } from '#web/lib/api.ts';
import type { Me, Membership } from './workspace-data.ts';

/** Null when they are not of it, or when there is none. */
export async function findMembership(api: Api, workspaceId: string): Promise<Membership | null> {
  const { workspaces } = await api.get<Me>('/api/account/me');
  return workspaces.find(({ id }) => id === workspaceId) ?? null;
}
