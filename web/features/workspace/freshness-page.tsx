// « La fraîcheur des offres »: when each was verified, until when it holds, and whose it is.

import './workspace.css';
import './watch.css';
import { For, Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import { addDays } from '#domain/time.ts';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi, workspacePath } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { findMembership } from './find-membership.ts';
import type { OfferFreshness } from './watch-data.ts';
import type { Membership } from './workspace-data.ts';

const GROUPS = ['due', 'soon', 'fine', 'nobody'] as const;
type Group = (typeof GROUPS)[number];
const SOON_DAYS = 30;

export type FreshnessData = {
  workspace: Membership;
  offers: readonly OfferFreshness[];
};

export const freshnessPage: Page<FreshnessData> = {
  load: import.meta.env.SSR ? loadFreshness : neverInBrowser,

  Content(props) {
    const { text, nowMs, link } = usePage();
    const words = text.workspace.watch.freshness;
    const { workspace } = props.data;
    const today = localMoment(nowMs).date;
    const inGroup = (group: Group) =>
      props.data.offers.filter((offer) => groupOf(offer, today) === group);
    return (
      <main id="contenu" class="page wrap workspace">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="freshness" />
        </PageHeader>
        <Show when={props.data.offers.length === 0}>
          <p>{words.none}</p>
        </Show>
        <For each={GROUPS.filter((group) => inGroup(group).length > 0)}>
          {(group) => (
            <section class="watch-section" aria-labelledby={`fraicheur-${group}`}>
              <h2 id={`fraicheur-${group}`}>
                {words.groups[group]} ({inGroup(group).length})
              </h2>
              <Show when={group === 'nobody' && workspace.kind !== 'carrier'}>
                <p class="soft">{words.nobodyWhy}</p>
              </Show>
              <Show when={group === 'due' && isAllowed(workspace.role, 'offer.confirm')}>
                <p>
                  <a class="watch-link" href={link(workspacePath(workspace.id))}>
                    {words.confirmThere}
                  </a>
                </p>
              </Show>
              <ul class="history-list">
                <For each={inGroup(group)}>{(offer) => <FreshOffer offer={offer} />}</For>
              </ul>
            </section>
          )}
        </For>
      </main>
    );
  },
};

function FreshOffer(props: { offer: OfferFreshness }) {
  const { text, link } = usePage();
  const words = text.workspace.watch.freshness;
  const { isKept, verifiedOn, dueOn, isDue, state } = props.offer;
  return (
    <li>
      <div>
        <p>
          <a
            class="watch-link"
            href={link(`/transports/${encodeURIComponent(props.offer.offerId)}`)}
          >
            {props.offer.name}
          </a>
        </p>
        <p class="soft">{props.offer.owner ?? words.noOwner}</p>
      </div>
      <p>
        {isKept ? words.verified(verifiedOn) : words.known(verifiedOn)}
        <Show when={dueOn}>
          {(due) => (
            <>
              <br />
              {isDue ? words.wasDue(due()) : words.due(due())}
            </>
          )}
        </Show>
      </p>
      <Tag
        tone={state === 'active' ? 'leaf' : 'clay'}
        {...(isDue ? { icon: 'warning' as const } : {})}
      >
        {words.state(state)}
      </Tag>
    </li>
  );
}

function groupOf({ isKept, isDue, dueOn }: OfferFreshness, today: string): Group {
  if (!isKept) return 'nobody';
  if (isDue || dueOn === null) return 'due';
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'fine';
}

async function loadFreshness(request: PageRequest): Promise<PageOutcome<FreshnessData>> {
  const { api, params, text } = request;
  const workspaceId = params['espace'] ?? '';
  const workspace = await findMembership(api, workspaceId);
  if (workspace === null) return { kind: 'not_found' };
  const offers = await api.get<OfferFreshness[]>(`${workspaceApi(workspaceId)}/freshness`);
  const { title } = text.workspace.watch.freshness;
  return {
    kind: 'page',
    head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
    data: { workspace, offers },
  };
}
