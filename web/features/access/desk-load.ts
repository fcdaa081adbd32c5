// What does the desk of a coordination need: who is asking, the figures of its territory, searches without a way?

import { isAllowed, type Role } from '#domain/account/roles.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
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

type Demand = {
  leastShown: number;
  cells: readonly { insee: string; communeName: string; count: number }[];
};

export type DemandedCommune = { insee: string; name: string; count: number };

/** Communes shown. */
const MOST = 12;

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
        ? demandByCommune(await api.get<Demand>(`${workspaceApi(id)}/demand`))
        : null,
    },
  };
}

/** Of the counts shown only: what is hidden is added to nothing. */
export function demandByCommune({ leastShown, cells }: Demand): NonNullable<DeskData['demand']> {
  const communes = [...Map.groupBy(cells, ({ insee }) => insee)].map(([insee, own]) => ({
    insee,
    name: own[0]?.communeName ?? insee,
    count: own.reduce((sum, { count }) => sum + count, 0),
  }));
  const sorted = communes.toSorted((a, b) => b.count - a.count || (a.insee < b.insee ? -1 : 1));
  return { leastShown, communes: sorted.slice(0, MOST) };
}
