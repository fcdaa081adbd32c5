// The editor of an offer: one step at a time, the sentence residents will read beside it, what is saved.

import './editor.css';
import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { isAllowed } from '#domain/account/roles.ts';
import type { PageProps } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi, workspacePath } from '#web/lib/workspace-api.ts';
import { Breadcrumb } from '#web/ui/breadcrumb.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { browserKeep } from './browser-keep.ts';
import { DraftBrought } from './draft-brought.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { createDraftStore, type SaveOutcome } from './draft-store.ts';
import type { EditorData, StepProps } from './editor-data.ts';
import { isWritten, readStep, STEP_TITLE_ID, STEPS, type Step, stepHref } from './editor-steps.ts';
import { keepCaret } from './keep-caret.ts';
import { OfferPreview } from './offer-preview.tsx';
import { SaveMark } from './save-mark.tsx';
import { readSaveOutcome } from './save-outcome.ts';
import { StepBooking } from './step-booking.tsx';
import { StepPrice } from './step-price.tsx';
import { StepPublish } from './step-publish.tsx';
import { StepTry } from './step-try.tsx';
import { StepWhat } from './step-what.tsx';
import { StepWhen } from './step-when.tsx';
import { StepWhere } from './step-where.tsx';
import { StepWho } from './step-who.tsx';
import { Unpublished } from './unpublished.tsx';

/** Each step is its own piece: a phone fetches the one it shows. */
const CONTENTS: Partial<Record<Step, (props: StepProps) => JSX.Element>> = {
  quoi: StepWhat,
  ou: StepWhere,
  quand: StepWhen,
  qui: StepWho,
  reserver: StepBooking,
  combien: StepPrice,
  essayer: StepTry,
  publier: StepPublish,
};

export function EditorContent(props: PageProps<EditorData>) {
  const { text, link, api } = usePage();
  const words = text.editor;
  const { workspaceId, offerId } = props.data;
  const path = workspacePath(workspaceId, offerId);
  const draft = createDraftStore({
    initial: props.data.draft,
    keep: browserKeep(workspaceId, offerId),
    resumesLater: true,
    save: async (document, revision): Promise<SaveOutcome> => {
      try {
        const address = `${workspaceApi(workspaceId, offerId)}/draft`;
        return readSaveOutcome(
          await api.call('PUT', address, { body: document, etag: `"${revision}"` }),
        );
      } catch {
        return { kind: 'unreachable' };
      }
    },
  });
  const { role } = props.data.ground;
  const mayEdit = isAllowed(role, 'offer.edit');
  const [step, setStep] = createSignal(props.data.step);
  let heading: HTMLHeadingElement | undefined;
  let stepRoot: HTMLElement | undefined;
  keepCaret(() => stepRoot, draft.round);
  onMount(() => {
    draft.resume();
    const follow = () => setStep(readStep(new URLSearchParams(location.search)));
    addEventListener('popstate', follow);
    // The network is back, or one comes back to the page, perhaps signed in again in another.
    addEventListener('online', draft.retry);
    addEventListener('focus', draft.retry);
    onCleanup(() => {
      removeEventListener('popstate', follow);
      removeEventListener('online', draft.retry);
      removeEventListener('focus', draft.retry);
    });
  });
  /** The same page goes on: what is being written stays in it. */
  function go(event: MouseEvent, to: Step): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link(stepHref(path, to)));
    setStep(to);
    readStepFromTop();
  }
  function readStepFromTop(): void {
    heading?.focus();
    heading?.scrollIntoView?.({ block: 'start' });
  }
  const place = () => STEPS.indexOf(step());
  const next = () => STEPS[place() + 1];
  const before = () => STEPS[place() - 1];
  const title = () => draft.document().offer.name || words.unnamed;
  return (
    <main id="contenu" class="page wrap editor">
      <Breadcrumb
        label={text.common.breadcrumb}
        items={[
          {
            label: props.data.ground.workspace.name,
            href: link(workspacePath(workspaceId)),
          },
        ]}
      />
      <header class="editor-head">
        <h1>{title()}</h1>
        <Show when={mayEdit}>
          <SaveMark draft={draft} back={stepHref(path, step())} />
        </Show>
      </header>
      <nav class="editor-steps" aria-label={words.stepsLabel}>
        <ol>
          <For each={STEPS}>
            {(each, index) => (
              <li>
                <a
                  href={link(stepHref(path, each))}
                  aria-current={each === step() ? 'step' : undefined}
                  onClick={(event) => go(event, each)}
                >
                  <span class="editor-step-number">{index() + 1}</span> {words.steps[each].name}
                </a>
              </li>
            )}
          </For>
        </ol>
      </nav>
      <div class="editor-body">
        <section class="editor-step" aria-labelledby={STEP_TITLE_ID} ref={stepRoot}>
          <h2 id={STEP_TITLE_ID} tabindex="-1" ref={heading}>
            {words.steps[step()].question}
          </h2>
          <Show when={draft.theirs()}>
            {(theirs) => (
              <DraftConflict
                draft={draft}
                theirs={theirs()}
                communes={props.data.ground.communes}
              />
            )}
          </Show>
          <DraftBrought draft={draft} communes={props.data.ground.communes} />
          <Show when={!mayEdit}>
            <Notice title={words.readOnly}>
              <p>{words.readOnlyWhy}</p>
            </Notice>
          </Show>
          {/* Every field and button in it is locked with it. */}
          <fieldset role="none" class="editor-lock" disabled={!mayEdit && isWritten(step())}>
            <Show when={draft.round()} keyed>
              <Dynamic component={CONTENTS[step()]} draft={draft} data={props.data} />
            </Show>
          </fieldset>
          <div class="actions editor-next">
            <Show when={before()}>
              {(each) => (
                <LinkButton
                  href={link(stepHref(path, each()))}
                  icon="arrow_left"
                  onClick={(event) => go(event, each())}
                >
                  {words.steps[each()].name}
                </LinkButton>
              )}
            </Show>
            <Show when={next()}>
              {(each) => (
                <LinkButton
                  href={link(stepHref(path, each()))}
                  look="main"
                  icon="arrow_right"
                  onClick={(event) => go(event, each())}
                >
                  {words.nextStep(words.steps[each()].name)}
                </LinkButton>
              )}
            </Show>
          </div>
          <Show when={mayEdit && draft.isWritten() && step() !== 'publier'}>
            <Unpublished
              href={link(stepHref(path, 'publier'))}
              mayPublish={isAllowed(role, 'offer.publish')}
              onGo={(event) => go(event, 'publier')}
              isConflict={draft.theirs() !== null}
              onConflict={readStepFromTop}
            />
          </Show>
        </section>
        <OfferPreview
          offer={draft.document().offer}
          step={step()}
          hrefOf={(each) => (mayEdit ? link(stepHref(path, each)) : null)}
          onGo={go}
        />
      </div>
    </main>
  );
}
