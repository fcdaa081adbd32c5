// Brings an archive: what it would change is shown offer by offer; the chosen ones become drafts.

import { createSignal, For, onMount, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { workspacePath } from '#web/lib/workspace-api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { FileNotices } from './file-notices.tsx';
import { FileOffers } from './file-offers.tsx';
import {
  acceptFile,
  type FileProposal,
  isTakable,
  type ProposedOffer,
  proposeFile,
  type Sent,
} from './file-sending.ts';

type State =
  | { step: 'waiting' }
  | { step: 'reading' | 'writing' }
  | { step: 'proposed'; file: File; proposal: FileProposal; key: string }
  | { step: 'done'; offers: readonly ProposedOffer[] };

export type FileImportProps = {
  workspaceId: string;
  communes: readonly { insee: string; name: string }[];
};

export function FileImport(props: FileImportProps) {
  const { text, link } = usePage();
  const words = text.workspace.files;
  const [state, setState] = createSignal<State>({ step: 'waiting' });
  const [problem, setProblem] = createSignal<Exclude<Sent<never>, { kind: 'answered' }> | null>(
    null,
  );
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set<string>());
  const [isAlive, setAlive] = createSignal(false);
  onMount(() => setAlive(true));

  const propose = async (file: File) => {
    setProblem(null);
    setState({ step: 'reading' });
    const sent = await proposeFile(props.workspaceId, file);
    if (sent.kind !== 'answered') {
      setProblem(sent);
      setState({ step: 'waiting' });
      return;
    }
    const proposal = sent.answer;
    setChosen(new Set(proposal.offers.filter(isTakable).map(({ id }) => id)));
    setState({ step: 'proposed', file, proposal, key: crypto.randomUUID() });
  };
  const accept = async (from: Extract<State, { step: 'proposed' }>) => {
    const offers = from.proposal.offers.filter((offer) => chosen().has(offer.id));
    setProblem(null);
    setState({ step: 'writing' });
    const sent = await acceptFile(props.workspaceId, from.file, offers, from.key);
    if (sent.kind === 'answered') {
      const written = new Set(sent.answer.ids);
      setState({ step: 'done', offers: offers.filter(({ id }) => written.has(id)) });
      return;
    }
    setProblem(sent);
    setState(from);
  };
  const toggle = (id: string, isTaken: boolean, from: Extract<State, { step: 'proposed' }>) => {
    const next = new Set(chosen());
    if (isTaken) next.add(id);
    else next.delete(id);
    setChosen(next);
    setState({ ...from, key: crypto.randomUUID() });
  };
  const proposed = () => {
    const now = state();
    return now.step === 'proposed' ? now : null;
  };
  const done = () => {
    const now = state();
    return now.step === 'done' ? now.offers : null;
  };
  const failure = () => {
    const now = problem();
    return now?.kind === 'failed' ? words.failures[now.failure] : null;
  };
  const notices = () => {
    const now = problem();
    return now?.kind === 'broken' ? now.notices : null;
  };

  return (
    <section class="card" aria-labelledby="apporter">
      <h2 id="apporter">{words.in}</h2>
      <p id="apporter-aide">{words.inText}</p>
      <Show when={isAlive()} fallback={<p>{words.needsScript}</p>}>
        <label class="field-label" for="archive">
          {words.choose}
        </label>
        <input
          class="input files-input"
          id="archive"
          type="file"
          accept=".zip,application/zip"
          aria-describedby="apporter-aide"
          disabled={state().step === 'reading' || state().step === 'writing'}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void propose(file);
          }}
        />
      </Show>
      <div role="status">
        <Show when={state().step === 'reading'}>
          <p>{words.reading}</p>
        </Show>
        <Show when={state().step === 'writing'}>
          <p>{words.writing}</p>
        </Show>
        <Show when={done()}>
          {(offers) => (
            <Notice tone="info" icon="check" title={words.done(offers().length)}>
              <ul>
                <For each={offers()}>
                  {({ id, name }) => (
                    <li>
                      <a href={link(workspacePath(props.workspaceId, id))}>
                        {words.open(name || words.unnamed)}
                      </a>
                    </li>
                  )}
                </For>
              </ul>
            </Notice>
          )}
        </Show>
      </div>
      <div role="alert">
        <Show when={failure()}>
          {(sentence) => (
            <Notice tone="warn">
              <p>{sentence()}</p>
            </Notice>
          )}
        </Show>
        <Show when={notices()}>
          {(list) => (
            <Notice tone="warn" title={words.broken}>
              <FileNotices notices={list()} />
            </Notice>
          )}
        </Show>
      </div>
      <Show when={proposed()}>
        {(from) => (
          <>
            <FileOffers
              name={from().file.name}
              proposal={from().proposal}
              chosen={chosen()}
              communes={props.communes}
              onToggle={(id, isTaken) => toggle(id, isTaken, from())}
            />
            <p class="files-actions">
              <Button disabled={chosen().size === 0} onClick={() => void accept(from())}>
                {chosen().size === 0 ? words.nothing : words.accept(chosen().size)}
              </Button>
              <Button look="plain" onClick={() => setState({ step: 'waiting' })}>
                {words.cancel}
              </Button>
            </p>
          </>
        )}
      </Show>
    </section>
  );
}
