// Which territory and profession does one ask about, and may the person keep what they try?

import { isAllowed, type Role } from '#domain/account/roles.ts';
import type { Territory } from '#domain/territory/territory.ts';
import type { Api } from '#web/lib/api.ts';
import { isSignedOut } from '#web/lib/api-failure.ts';
import type { PageOutcome, PageRequest } from '#web/lib/page.ts';
import { type AccessOverview, accessApi } from './access-data.ts';
import type { ScenarioPageData, ScenarioSpace } from './scenario-data.ts';
import { PROFESSIONS_TRIED } from './scenario-professions.ts';

type Me = { workspaces: readonly { id: string; name: string; role: Role }[] };

export async function loadScenario(request: PageRequest): Promise<PageOutcome<ScenarioPageData>> {
  const { api, path, text } = request;
  const chosen = await chooseTerritory(request);
  if (chosen === null) return { kind: 'not_found' };
  const { territory, territories } = chosen;
  const asked = request.query.get('profession');
  const profession = PROFESSIONS_TRIED.find((each) => each === asked) ?? 'gp';
  const { computedAt } = await api.get<AccessOverview>(accessApi(territory.code));
  const isReady = computedAt !== null;
  const title = text.scenario.head(territory.name);
  return {
    kind: 'page',
    head: { title, description: text.scenario.lead, noIndex: true },
    data: { path, territory, territories, profession, isReady, ...(await findSpace(api)) },
  };
}

/** Those drawn commune by commune; the first one when none is asked. Null: one nobody knows. */
export async function chooseTerritory({ api, query, site }: PageRequest) {
  const all = (await api.territories())
    .filter(hasCommunes)
    .map(({ code, name }) => ({ code, name }));
  const asked = query.get('territoire') ?? query.get('territory');
  const territory =
    asked === null
      ? (all.find(({ code }) => code === site?.territoryCode) ?? all[0])
      : all.find(({ code }) => code === asked);
  return territory === undefined ? null : { territory, territories: all };
}

const hasCommunes = ({ communeInsees }: Territory): boolean => communeInsees.length > 0;

async function findSpace(api: Api): Promise<{ space: ScenarioSpace | null; isSignedIn: boolean }> {
  try {
    const { workspaces } = await api.get<Me>('/api/account/me');
    const found = workspaces.find(({ role }) => isAllowed(role, 'scenario.keep'));
    return {
      space: found === undefined ? null : { id: found.id, name: found.name },
      isSignedIn: true,
    };
  } catch (error) {
    if (isSignedOut(error)) return { space: null, isSignedIn: false };
    throw error;
  }
}
