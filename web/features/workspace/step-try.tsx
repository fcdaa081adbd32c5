// « Essayer » : invented people’s trips, as they are answered today and as they would be with this draft.

import './publish.css';
import './try.css';
import { createMemo, createSignal, For, onMount, Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import type { CaseView } from '#domain/transport/offer-case.ts';
import type { OfferTrial } from '#domain/transport/offer-trial.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { CaseForm } from './case-form.tsx';
import type { StepProps } from './editor-data.ts';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { TrialCase } from './trial-case.tsx';
import {
  askTrial,
  type CaseOutcome,
  type CaseSaid,
  listCases,
  removeCase,
  saveCase,
} from './try-data.ts';

export function StepTry(props: StepProps) {
  const { text, api, format } = usePage();
  const words = text.editor.trial;
  const { workspaceId, offerId, ground } = props.data;
  const mayEdit = isAllowed(ground.role, 'case.edit');
  const [cases, setCases] = createSignal<readonly CaseView[] | null>(null);
  const [trial, setTrial] = createSignal<OfferTrial | null>(null);
  /** What residents would have read was written then. */
  const [triedDocument, setTriedDocument] = createSignal<unknown>(null);
  const [isRunning, setRunning] = createSignal(false);
  const [trouble, setTrouble] = createSignal<'busy' | 'unsaved' | null>(null);
  const [edited, setEdited] = createSignal<{ held: CaseView | null; key: string } | null>(null);
  const [refusal, setRefusal] = createSignal<Exclude<CaseOutcome, 'saved'> | null>(null);

  const read = async () => setCases(await listCases(api, workspaceId).catch(() => []));
  onMount(() => void read());

  /** Without a case there is nothing to try before one is added: what adds it is not folded. */
  const wasEmpty = createMemo((was: boolean) => was || cases()?.length === 0, false);
  const changed = () => trial()?.cases.filter(({ outcome }) => outcome !== 'same') ?? [];
  const same = () => trial()?.cases.filter(({ outcome }) => outcome === 'same') ?? [];
  const isOutdated = () => trial() !== null && triedDocument() !== props.draft.document();
  const countChanged = () => changed().filter(({ outcome }) => outcome === 'changed').length;

  async function run(): Promise<void> {
    setTrouble(null);
    setRunning(true);
    const document = props.draft.document();
    const isSaved = await props.draft.flush();
    const answer = isSaved ? await askTrial(api, { workspaceId, offerId }) : null;
    setRunning(false);
    if (answer === null) return void setTrouble(isSaved ? 'busy' : 'unsaved');
    setTriedDocument(document);
    setTrial(answer);
  }

  function open(held: CaseView | null): void {
    setRefusal(null);
    setEdited({ held, key: crypto.randomUUID() });
  }

  async function settle(outcome: CaseOutcome): Promise<void> {
    setRefusal(outcome === 'saved' ? null : outcome);
    if (outcome === 'saved' || outcome === 'stale') await read();
    if (outcome !== 'saved') return;
    setEdited(null);
    setTrial(null);
  }
  const save = async (said: CaseSaid) => {
    const how = edited();
    if (how !== null) await settle(await saveCase(api, workspaceId, said, how));
  };
  const rows = createListRows();
  const remove = async (held: CaseView) => {
    const index = cases()?.indexOf(held) ?? 0;
    const outcome = await removeCase(api, workspaceId, held);
    await settle(outcome);
    if (outcome === 'saved') rows.removed(held.label, index);
  };

  return (
    <div class="editor-fields">
      <p>{words.intro}</p>
      <Show when={(cases()?.length ?? 0) > 0}>
        <div class="actions">
          <Button icon="search" disabled={isRunning()} onClick={() => void run()}>
            {trial() === null ? words.run : words.runAgain}
          </Button>
        </div>
      </Show>
      <div role="status">
        <Show when={isRunning()}>
          <p>{words.running}</p>
        </Show>
        <Show when={!isRunning() && trial()}>
          {(known) => (
            <p class="editor-said">{words.tried(countChanged(), known().cases.length)}</p>
          )}
        </Show>
      </div>
      <Show when={trouble()}>
        {(which) => (
          <Notice tone="warn" role="alert">
            <p>{words[which()]}</p>
          </Notice>
        )}
      </Show>
      <Show when={isOutdated()}>
        <Notice>
          <p>{words.outdated}</p>
        </Notice>
      </Show>
      <Show when={trial()}>
        <div class="trials">
          <For each={changed()}>{(each) => <TrialCase trial={each} />}</For>
          <Show when={same().length > 0}>
            <Disclosure summary={words.same(same().length)}>
              <div class="trials">
                <For each={same()}>{(each) => <TrialCase trial={each} />}</For>
              </div>
            </Disclosure>
          </Show>
        </div>
      </Show>
      <Show when={cases()} fallback={<p>{text.common.loading}</p>}>
        {(known) => (
          <Disclosure summary={words.cases(known().length, mayEdit)} open={wasEmpty()}>
            <div class="editor-fields">
              <ul class="case-list">
                <For each={known()} fallback={<li>{words.none}</li>}>
                  {(held) => (
                    <li data-row={rows.id}>
                      <div>
                        <p>
                          <strong>{held.label}</strong>
                        </p>
                        <p class="soft">
                          {words.trip(held.homeName, held.careName)},{' '}
                          {format.weekday(held.subject.weekday)}, {format.hour(held.subject.minute)}
                        </p>
                      </div>
                      <Show when={mayEdit}>
                        <div class="actions">
                          <Button
                            look="quiet"
                            label={words.editOf(held.label)}
                            onClick={() => open(held)}
                          >
                            {words.edit}
                          </Button>
                          <Button
                            look="plain"
                            label={words.removeOf(held.label)}
                            onClick={() => void remove(held)}
                          >
                            {words.remove}
                          </Button>
                        </div>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={edited() === null && refusal()}>
                {(which) => (
                  <Notice tone="warn" role="alert">
                    <p>{words.form[which()]}</p>
                  </Notice>
                )}
              </Show>
              <Show when={mayEdit}>
                <Show
                  when={edited()}
                  keyed
                  fallback={
                    <div class="actions" data-row-add={rows.id}>
                      <Button look="quiet" icon="edit" onClick={() => open(null)}>
                        {words.add}
                      </Button>
                    </div>
                  }
                >
                  {(how) => (
                    <CaseForm
                      held={how.held}
                      communes={ground.communes}
                      trouble={refusalWords()}
                      onSave={(said) => void save(said)}
                      onCancel={() => setEdited(null)}
                    />
                  )}
                </Show>
              </Show>
            </div>
          </Disclosure>
        )}
      </Show>
      <RowsSaid rows={rows} />
    </div>
  );

  function refusalWords(): string | null {
    const which = refusal();
    return which === null ? null : words.form[which];
  }
}
