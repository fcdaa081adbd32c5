// The observatory of a coordination, behind its sign-in: ask for a computation, where searches found no way.

import '#web/styles/workspace-nav.css';
import { For, Show } from 'solid-js';
import type { Role } from '#domain/account/roles.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspacePath } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { type DemandedCommune, loadDesk } from './desk-load.ts';
import { ObservatoryContent } from './observatory-content.tsx';
import { type ObservatoryData, observatoryPath } from './observatory-data.ts';
import { RecomputeButton } from './recompute-button.tsx';

export type DeskData = {
  workspace: { id: string; name: string; role: Role };
  observatory: ObservatoryData | null;
  demand: { leastShown: number; communes: readonly DemandedCommune[] } | null;
};

export const deskPage: Page<DeskData> = {
  load: import.meta.env.SSR ? loadDesk : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.access.desk;
    const { workspace, observatory } = props.data;
    return (
      <main id="contenu" class="page wrap observatory">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="observatory" />
        </PageHeader>
        <Show when={observatory} fallback={<p class="large">{words.noTerritory}</p>}>
          {(data) => (
            <>
              <div class="actions no-print">
                <Show when={mayCompute(workspace.role)}>
                  <RecomputeButton territory={data().territory} />
                </Show>
                <LinkButton
                  href={link(observatoryPath('/observatoire', { territory: data().territory }))}
                >
                  {words.public}
                </LinkButton>
              </div>
              <ObservatoryContent
                data={data()}
                base={`${workspacePath(workspace.id)}/observatoire`}
              >
                <Demand workspaceId={workspace.id} demand={props.data.demand} />
              </ObservatoryContent>
            </>
          )}
        </Show>
      </main>
    );
  },
};

/** Whom the API hears: the coordination, and who keeps the site. */
const mayCompute = (role: Role): boolean => role === 'coordinator' || role === 'operator';

function Demand(props: { workspaceId: string; demand: DeskData['demand'] }) {
  const { text, link, dataLang } = usePage();
  const words = text.access.desk;
  return (
    <Show when={props.demand}>
      {(demand) => (
        <section class="desk-demand" aria-labelledby="recherches">
          <h2 id="recherches">{words.demandTitle}</h2>
          <p>{words.demandHint(demand().leastShown)}</p>
          <ol class="pole-list-rows">
            <For
              each={demand().communes}
              fallback={<li>{words.demandNone(demand().leastShown)}</li>}
            >
              {({ name, count }) => (
                <li>
                  <strong lang={dataLang}>{name}</strong>
                  <span>{words.demandCount(count)}</span>
                </li>
              )}
            </For>
          </ol>
          <a class="observatory-link" href={link(`${workspacePath(props.workspaceId)}/demandes`)}>
            {words.demandAll}
          </a>
        </section>
      )}
    </Show>
  );
}
