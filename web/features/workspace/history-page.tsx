// « L’historique » : who changed what in a workspace, the newest first, in words.

import './workspace.css';
import './publish.css';
import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { isNotFound } from '#web/lib/api-failure.ts';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Field } from '#web/ui/field.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ChangeList } from './change-list.tsx';
import type { EditorGround } from './editor-data.ts';
import { findMembership } from './find-membership.ts';
import { readStory, type Story } from './history-story.ts';
import type { History, HistoryEntry, KeptOffer, Membership } from './workspace-data.ts';

type HistoryData = {
  path: string;
  workspace: Membership;
  offers: readonly { id: string; name: string }[];
  /** Told of one offer only; null: of all. */
  offerId: string | null;
  isFirst: boolean;
  history: History;
  communes: EditorGround['communes'];
};

const SHOWN = 50;

export const historyPage: Page<HistoryData> = {
  load: import.meta.env.SSR ? loadHistory : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.workspace.history;
    const { workspace, path, offerId, history } = props.data;
    return (
      <main id="contenu" class="page wrap workspace">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="history" />
        </PageHeader>
        <Show when={props.data.offers.length > 0}>
          <form class="version-compare" method="get" action={link(path)}>
            <Field label={words.about}>
              {(ids) => (
                <select class="input" id={ids.id} name="offre">
                  <option value="">{words.allOffers}</option>
                  <For each={props.data.offers}>
                    {(offer) => (
                      <option value={offer.id} selected={offer.id === offerId}>
                        {offer.name}
                      </option>
                    )}
                  </For>
                </select>
              )}
            </Field>
            <Button type="submit" look="quiet">
              {words.show}
            </Button>
          </form>
        </Show>
        <ol class="history-list">
          <For each={history.entries} fallback={<li>{words.none}</li>}>
            {(entry) => <HistoryLine entry={entry} data={props.data} />}
          </For>
        </ol>
        <div class="actions">
          <Show when={!props.data.isFirst}>
            <LinkButton look="plain" href={link(withQuery(path, { offre: offerId }))}>
              {words.newest}
            </LinkButton>
          </Show>
          <Show when={history.next !== null}>
            <LinkButton href={link(withQuery(path, { offre: offerId, avant: history.next }))}>
              {words.older}
            </LinkButton>
          </Show>
        </div>
      </main>
    );
  },
};

function HistoryLine(props: { entry: HistoryEntry; data: HistoryData }) {
  const { text } = usePage();
  const words = text.workspace.history;
  const { entry } = props;
  const at = localMoment(Date.parse(entry.at));
  const offer = () => props.data.offers.find(({ id }) => id === entry.subjectId);
  const story: Story = readStory(entry);
  const details = () =>
    [
      story.version === null ? '' : words.version(story.version),
      words.saves(entry.saves),
      story.said ?? '',
    ].filter((each) => each !== '');
  return (
    <li>
      <div>
        <p>
          <strong>{entry.actor ?? words.somebody}</strong>{' '}
          {words.action(entry.subjectKind, entry.action)}
          <Show when={offer()}>{(each) => <> : {each().name}</>}</Show>
        </p>
        <Show when={details().length > 0}>
          <p>{details().join(', ')}</p>
        </Show>
        <p class="soft">{words.at(at.date, at.minute)}</p>
      </div>
      <Show when={story.changes.length > 0}>
        <Disclosure summary={words.changes(story.changes.length)}>
          <ChangeList changes={story.changes} communes={props.data.communes} />
        </Disclosure>
      </Show>
    </li>
  );
}

async function loadHistory(request: PageRequest): Promise<PageOutcome<HistoryData>> {
  const { api, path, params, query, text } = request;
  const workspaceId = params['espace'] ?? '';
  const workspace = await findMembership(api, workspaceId);
  if (workspace === null) return { kind: 'not_found' };
  const address = workspaceApi(workspaceId);
  const before = query.get('avant');
  const asked = query.get('offre');
  const offerId = asked !== null && /^[\w.:-]{1,120}$/.test(asked) ? asked : null;
  const isFirst = before === null || !/^[1-9]\d{0,14}$/.test(before);
  const filter = { offer: offerId, before: isFirst ? null : before, limit: SHOWN };
  try {
    const [history, offers, ground] = await Promise.all([
      api.get<History>(withQuery(`${address}/history`, filter)),
      api.get<KeptOffer[]>(`${address}/offers`),
      api.get<EditorGround>(`${address}/ground`),
    ]);
    const { title } = text.workspace.history;
    return {
      kind: 'page',
      head: { title: `${title}, ${workspace.name}`, description: title, noIndex: true },
      data: {
        path,
        workspace,
        offers: offers.map(({ id, name }) => ({ id, name: name || text.workspace.offers.unnamed })),
        offerId,
        isFirst,
        history,
        communes: ground.communes,
      },
    };
  } catch (error) {
    if (isNotFound(error)) return { kind: 'not_found' };
    throw error;
  }
}
