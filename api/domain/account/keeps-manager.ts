// Would somebody still manage the members of a workspace after this change?

import { isAllowed, type Role } from './roles.ts';

/** `role` null: the member leaves. */
export function keepsManager(
  members: readonly { userId: string; role: Role }[],
  userId: string,
  role: Role | null,
): boolean {
  return members.some((member) => {
    const then = member.userId === userId ? role : member.role;
    return then !== null && isAllowed(then, 'member.manage');
  });
}
