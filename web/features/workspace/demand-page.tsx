// « Les recherches sans solution »: where people start from, when, and for which care; nobody is in it.

import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import './workspace.css';
import './watch.css';
import { For, Show } from 'solid-js';
import { HALF_DAYS } from '#domain/journey/unmet-demand.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { demandRows, whatStandsOut } from './demand-model.ts';
import { findMembership } from './find-membership.ts';
import type { Demand } from './watch-data.ts';
import type { Membership } from './workspace-data.ts';

export type DemandData = { workspace: Membership; demand: Demand };

export const demandPage: Page<DemandData> = {
  load: import.meta.env.SSR ? loadDemand : neverInBrowser,

  Content(props) {
    const { text } = usePage();
    const words = text.workspace.watch.demand;
    const { workspace, demand } = props.data;
    const rows = demandRows(demand);
    const most = whatStandsOut(demand);
    return (
      <main id="contenu" class="page wrap workspace">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="demand" />
        </PageHeader>
        <Show when={most} fallback={<p class="large">{words.none(demand.leastShown)}</p>}>
          {(cell) => (
            <p class="large watch-strong">
              {words.standsOut(
                cell().communeName,
                words.when(cell().weekday, cell().halfDay),
                words.category(cell().category),
                cell().count,
              )}
            </p>
          )}
        </Show>
        <Show when={rows.length > 0}>
          <ScrollRegion class="watch-scroll" label={words.caption}>
            <table class="watch-table watch-demand">
              <caption class="visually-hidden">{words.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.commune}</th>
                  <For each={HALF_DAYS}>
                    {(halfDay) => <th scope="col">{words.halfDays[halfDay]}</th>}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={rows}>
                  {(row) => (
                    <tr>
                      <th scope="row">
                        {row.communeName}
                        <span class="watch-total">
                          {words.total} : {row.total}
                        </span>
                      </th>
                      <For each={HALF_DAYS}>
                        {(halfDay) => (
                          <td data-half-day={words.halfDays[halfDay]}>
                            <Show
                              when={row.halfDays[halfDay].length > 0}
                              fallback={<span class="soft">{words.fewer(demand.leastShown)}</span>}
                            >
                              <ul class="watch-cells">
                                <For each={row.halfDays[halfDay]}>
                                  {(cell) => (
                                    <li>{words.cell(cell.weekday, cell.category, cell.count)}</li>
                                  )}
                                </For>
                              </ul>
                            </Show>
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </ScrollRegion>
          <p class="soft">{words.fewerWhy(demand.leastShown)}</p>
          <div class="actions">
            <LinkButton href={`${workspaceApi(workspace.id)}/demand.csv`} icon="list">
              {words.table}
            </LinkButton>
          </div>
        </Show>
      </main>
    );
  },
};

async function loadDemand(request: PageRequest): Promise<PageOutcome<DemandData>> {
  const { api, params, text } = request;
  const workspaceId = params['espace'] ?? '';
  const workspace = await findMembership(api, workspaceId);
  if (workspace === null) return { kind: 'not_found' };
  const demand = await api.get<Demand>(`${workspaceApi(workspaceId)}/demand`);
  const { title } = text.workspace.watch.demand;
  return {
    kind: 'page',
    head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
    data: { workspace, demand },
  };
}
