// The observatory of a coordination, behind its sign-in: ask for a computation, where searches found no way.

import './observatory-print.css';
import '#web/styles/workspace-nav.css';
import { For, Show } from 'solid-js';
import type { Role } from '#domain/account/roles.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspacePath } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { createDemandLayer } from './desk-demand-layer.tsx';
import { type Demand, demandByCommune, demandWithin } from './desk-demand-model.ts';
import { createLeaving, DeskLeaving, LeavingHere } from './desk-leaving.tsx';
import type { Leaving } from './desk-leaving-model.ts';
import { loadDesk } from './desk-load.ts';
import { ObservatoryContent } from './observatory-content.tsx';
import { type ObservatoryData, observatoryPath } from './observatory-data.ts';
import { RecomputeButton } from './recompute-button.tsx';

export type DeskData = {
  workspace: { id: string; name: string; role: Role };
  observatory: ObservatoryData | null;
  /** Null: not for this role. */
  demand: Demand | null;
  leaving: { first: Leaving | null } | null;
};

export const deskPage: Page<DeskData> = {
  load: import.meta.env.SSR ? loadDesk : neverInBrowser,

  Content(props) {
    const { text } = usePage();
    const words = text.access.desk;
    const { workspace, observatory } = props.data;
    return (
      <main id="contenu" class="page wrap observatory">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="observatory" />
        </PageHeader>
        <Show when={observatory} fallback={<p class="large">{words.noTerritory}</p>}>
          {(data) => <Desk {...props.data} observatory={data()} />}
        </Show>
      </main>
    );
  },
};

function Desk(props: DeskData & { observatory: ObservatoryData }) {
  const { text, link, search } = usePage();
  const words = text.access.desk;
  const { workspace, observatory } = props;
  const { territory } = observatory;
  const base = `${workspacePath(workspace.id)}/observatoire`;
  const insees = new Set(observatory.places?.places.map(({ insee }) => insee));
  const demand = props.demand === null ? null : demandWithin(props.demand, insees);
  const layer =
    demand === null
      ? undefined
      : createDemandLayer(demand, new URLSearchParams(search).get('recherches'));
  const leaving =
    props.leaving === null ? null : createLeaving(props.leaving.first, workspace.id, territory);
  return (
    <>
      <div class="actions no-print">
        <Show when={mayCompute(workspace.role)}>
          <RecomputeButton territory={territory} />
        </Show>
        <LinkButton href={link(observatoryPath('/observatoire', { territory }))}>
          {words.public}
        </LinkButton>
      </div>
      <ObservatoryContent
        data={observatory}
        base={base}
        searches={layer}
        ownOf={
          leaving === null
            ? undefined
            : (insee) => <LeavingHere leaving={leaving.leaving()} insee={insee} />
        }
      >
        <Show when={leaving}>
          {(state) => <DeskLeaving state={state()} territory={territory} action={link(base)} />}
        </Show>
        <DemandList workspaceId={workspace.id} demand={demand} />
      </ObservatoryContent>
    </>
  );
}

/** Whom the API hears: the coordination, and who keeps the site. */
const mayCompute = (role: Role): boolean => role === 'coordinator' || role === 'operator';

/** Communes listed. */
const MOST = 12;

function DemandList(props: { workspaceId: string; demand: Demand | null }) {
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
              each={demandByCommune(demand()).slice(0, MOST)}
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
