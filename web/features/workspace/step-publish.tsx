// « Publier » : what is to mend, what changes for residents, and the publication itself.

import './publish.css';
import { createSignal, For, onMount, Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi, workspacePath } from '#web/lib/workspace-api.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { ChangeList } from './change-list.tsx';
import type { StepProps } from './editor-data.ts';
import { STEP_TITLE_ID, stepHref } from './editor-steps.ts';
import { NoticeList } from './notice-list.tsx';
import { PublishForm } from './publish-form.tsx';
import { loadPublishState, type PublishState, sendPublication } from './publish-state.ts';

type Trouble = 'refused' | 'stale' | 'unreachable';

export function StepPublish(props: StepProps) {
  const { text, api, link, search } = usePage();
  const words = text.editor.publish;
  const { workspaceId, offerId, ground } = props.data;
  const path = workspacePath(workspaceId, offerId);
  const [state, setState] = createSignal<PublishState | null>(null);
  const [trouble, setTrouble] = createSignal<Trouble | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  /** Of one order: kept while it is not known whether it arrived. */
  let order: { said: string; key: string } | null = null;

  const done = new URLSearchParams(search).get('fait');
  const mayPublish = isAllowed(ground.role, 'offer.publish');
  const errors = () => state()?.notices.filter(({ severity }) => severity === 'error') ?? [];
  const isWritten = () => (state()?.offer.draft ?? null) !== null;

  async function check(): Promise<void> {
    setTrouble(null);
    try {
      if (!(await props.draft.flush()) && props.draft.state() === 'offline') throw new Error();
      setState(await loadPublishState(api, { workspaceId, offerId, role: ground.role }));
    } catch {
      setTrouble('unreachable');
    }
  }
  onMount(() => {
    // Of what was just done, the sentence and what comes next follow the title.
    if (done !== null) document.getElementById(STEP_TITLE_ID)?.focus();
    void check();
  });

  async function publish(asked: { note: string; publishAt: string | null }): Promise<void> {
    setBusy(true);
    setTrouble(null);
    if (!(await props.draft.flush())) {
      setBusy(false);
      return void setTrouble(props.draft.state() === 'offline' ? 'unreachable' : 'refused');
    }
    const revision = props.draft.revision();
    const said = JSON.stringify([asked, revision]);
    if (order?.said !== said) order = { said, key: crypto.randomUUID() };
    const ids = { workspaceId, offerId };
    const outcome = await sendPublication(api, ids, { ...asked, revision, key: order.key });
    if (outcome === 'published') {
      return leaveTo(asked.publishAt === null ? 'publie' : 'prevu');
    }
    setBusy(false);
    if (outcome !== 'unreachable') await check();
    setTrouble(outcome);
  }

  /** The page is asked anew: what is written from now on begins from what was published. */
  function leaveTo(what: string): void {
    location.assign(`${link(stepHref(path, 'publier'))}&fait=${what}`);
  }

  async function cancelPlanned(): Promise<void> {
    const { offer } = state() ?? {};
    if (offer === undefined) return;
    const address = `${workspaceApi(workspaceId, offerId)}/publication/planned`;
    const reply = await api.call('DELETE', address, { etag: offer.etag }).catch(() => null);
    if (reply?.status === 200) leaveTo('annule');
    else setTrouble(reply === null ? 'unreachable' : 'refused');
  }

  async function discard(): Promise<void> {
    await props.draft.flush();
    const etag = `"${props.draft.revision()}"`;
    const address = `${workspaceApi(workspaceId, offerId)}/draft`;
    const reply = await api.call('DELETE', address, { etag }).catch(() => null);
    if (reply?.status === 200) leaveTo('abandonne');
    else setTrouble(reply === null ? 'unreachable' : 'refused');
  }

  const told = () => {
    const { scheduled } = state()?.offer ?? {};
    if (done === 'publie') return words.published;
    if (done === 'annule') return words.cancelled;
    if (done === 'abandonne') return words.discarded;
    if (done !== 'prevu' || !scheduled) return null;
    const { date, minute } = localMoment(Date.parse(scheduled.publishAt));
    return words.scheduled(date, minute);
  };

  return (
    <div class="editor-fields">
      <Show when={told()}>
        {(sentence) => (
          <Notice icon="check" role="status" title={sentence()}>
            <Show when={done === 'publie'}>
              <p>{words.publishedNext}</p>
            </Show>
            <div class="actions">
              <Show when={done === 'publie'}>
                <LinkButton href={link(`/transports/${encodeURIComponent(offerId)}`)}>
                  {words.seePublic}
                </LinkButton>
              </Show>
              <LinkButton href={link(`${path}/versions`)}>{words.versions}</LinkButton>
              <LinkButton href={link(workspacePath(workspaceId))}>{words.backToOffers}</LinkButton>
            </div>
          </Notice>
        )}
      </Show>
      <Show when={state()} fallback={<Waiting trouble={trouble()} onAgain={() => void check()} />}>
        {(known) => (
          <>
            <Show
              when={isWritten()}
              fallback={
                <Show when={done === null}>
                  <Notice title={words.nothingToPublish}>
                    <p>{words.nothingToPublishHint}</p>
                  </Notice>
                </Show>
              }
            >
              <p class="editor-said" role="status">
                {errors().length > 0
                  ? words.notReady(errors().length)
                  : known().notices.length === 0
                    ? words.ready
                    : words.readyWith(known().notices.length)}
              </p>
              <NoticeList notices={known().notices} path={path} />
              <section class="publish-changes">
                <h3>{words.whatChanges}</h3>
                <Show when={known().changes} fallback={<p>{words.first}</p>}>
                  {(changes) => (
                    <>
                      <p class="soft">{words.sinceVersion(known().offer.versionInUse ?? 0)}</p>
                      <ChangeList changes={changes()} communes={ground.communes} />
                    </>
                  )}
                </Show>
              </section>
            </Show>
            <Show when={known().offer.scheduled}>
              {(scheduled) => {
                const at = () => localMoment(Date.parse(scheduled().publishAt));
                return (
                  <Notice icon="clock" title={words.planned(at().date, at().minute)}>
                    <Show when={mayPublish}>
                      <div class="actions">
                        <Button look="quiet" onClick={() => void cancelPlanned()}>
                          {words.cancelPlanned}
                        </Button>
                      </div>
                    </Show>
                  </Notice>
                );
              }}
            </Show>
            <Show when={trouble()}>
              {(which) => (
                <Notice tone="warn" role="alert">
                  <p>{words[which()]}</p>
                </Notice>
              )}
            </Show>
            <Show when={isWritten()}>
              <Show
                when={mayPublish}
                fallback={
                  <Notice title={words.mayNot}>
                    <Show
                      when={known().publishers.length > 0}
                      fallback={<p>{words.mayNotNobody}</p>}
                    >
                      <p>{words.mayNotHow}</p>
                      <ul>
                        <For each={known().publishers}>{(name) => <li>{name}</li>}</For>
                      </ul>
                    </Show>
                  </Notice>
                }
              >
                <Show when={errors().length === 0}>
                  <PublishForm busy={isBusy()} onPublish={(asked) => void publish(asked)} />
                </Show>
              </Show>
              <Show when={known().changes !== null && isAllowed(ground.role, 'offer.edit')}>
                <Disclosure summary={words.discard}>
                  <p>{words.discardWhy}</p>
                  <div class="actions">
                    <Button look="quiet" onClick={() => void discard()}>
                      {words.discardSure}
                    </Button>
                  </div>
                </Disclosure>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

function Waiting(props: { trouble: Trouble | null; onAgain: () => void }) {
  const { text } = usePage();
  const words = text.editor.publish;
  return (
    <Show when={props.trouble} fallback={<p role="status">{words.checking}</p>}>
      <Notice tone="warn" role="alert">
        <p>{words.unreachable}</p>
        <div class="actions">
          <Button look="quiet" onClick={() => props.onAgain()}>
            {words.again}
          </Button>
        </div>
      </Notice>
    </Show>
  );
}
