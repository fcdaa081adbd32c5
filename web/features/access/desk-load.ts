// What does the desk of a coordination need: who is asking, the figures of its territory, what it alone is told?

import { isAllowed, type Role } from '#domain/account/roles.ts';
import type { Api } from '#web/lib/api.ts';
import { isUnavailable } from '#web/lib/api-failure.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import type { Demand } from './desk-demand-model.ts';
import { type Leaving, leavingPath } from './desk-leaving-model.ts';
import type { DeskData } from './desk-page.tsx';
import { loadFigures } from './observatory-load.ts';

type Me = {
  workspaces: readonly {
    id: string;
    name: string;
    role: Role;
    territoryCodes: readonly string[];
  }[];
};

export async function loadDesk(request: PageRequest): Promise<PageOutcome<DeskData>> {
  const { api, params, query, text } = request;
  const { workspaces } = await api.get<Me>('/api/account/me');
  const own = workspaces.find(({ id }) => id === params['espace']);
  if (own === undefined) return { kind: 'not_found' };
  const { id, name, role, territoryCodes } = own;
  const territories = (await api.territories())
    .filter(({ code }) => territoryCodes.includes(code))
    .map((each) => ({ code: each.code, name: each.name }));
  const chosen = territories.find(({ code }) => code === query.get('territoire')) ?? territories[0];
  const { title } = text.access.desk;
  return {
    kind: 'page',
    head: { title: `${title}, ${name}`, description: title, noIndex: true },
    data: {
      workspace: { id, name, role },
      observatory:
        chosen === undefined
          ? null
          : {
              territories,
              territory: chosen.code,
              ...(await loadFigures(api, chosen.code, query)),
            },
      demand: isAllowed(role, 'demand.read')
        ? await api.get<Demand>(`${workspaceApi(id)}/demand`)
        : null,
      leaving:
        chosen !== undefined && isAllowed(role, 'departure.note')
          ? { first: await leaving(api, leavingPath(id, chosen.code, query.get('annee'))) }
          : null,
    },
  };
}

/** Null: times are being computed; the page says so. */
async function leaving(api: Api, path: string): Promise<Leaving | null> {
  try {
    return await api.get<Leaving>(path);
  } catch (error) {
    if (isUnavailable(error)) return null;
    throw error;
  }
}
