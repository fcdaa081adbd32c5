// To whom a page to read tells people to write: the contacts of the territory.

import type { TerritoryContact } from '#domain/territory/territory.ts';
import type { PageRequest } from '#web/lib/page.ts';

export async function territoryContacts(request: PageRequest): Promise<TerritoryContact[]> {
  if (request.site === null) return [];
  const territory = await request.api.territory(request.site.territoryCode);
  return [...territory.contacts];
}
