// Whose name stands on what this workspace publishes?

import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { workspace } from '#db/schema/account.ts';
import { provider } from '#db/schema/transport.ts';
import type { Provider } from '#domain/transport/offer.ts';

export type Organization = {
  workspaceId: string;
  name: string;
  provider: Provider | null;
  territoryCodes: readonly string[];
};

export async function findOrganization(
  tx: Database,
  workspaceId: string,
): Promise<Organization | null> {
  const [row] = await tx
    .select({ name: workspace.name, territoryCodes: workspace.territoryCodes, provider })
    .from(workspace)
    .leftJoin(provider, eq(provider.id, workspace.providerId))
    .where(eq(workspace.id, workspaceId));
  return row === undefined ? null : { workspaceId, ...row };
}
