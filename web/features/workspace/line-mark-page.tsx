// « Les lignes du territoire »: what the organization says of imported lines, and a line to mark.

import './workspace.css';
import './watch.css';
import './line-mark.css';
import { For, Show } from 'solid-js';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { LineMarkCard } from './line-mark-card.tsx';
import { LineMarkForm } from './line-mark-form.tsx';
import { type LineMarksData, loadLineMarks, submitLineMarks } from './line-mark-load.ts';
import { LineMarkSearch } from './line-mark-search.tsx';

export const lineMarksPage: Page<LineMarksData> = {
  load: import.meta.env.SSR ? loadLineMarks : neverInBrowser,
  submit: import.meta.env.SSR ? submitLineMarks : neverInBrowser,

  Content(props) {
    const { text } = usePage();
    const words = text.workspace.lines;
    const { workspace, overlays, mayEdit, form, path, done, failure } = props.data;
    const told =
      failure !== null ? words.failure[failure] : done !== null ? words.done[done] : null;
    return (
      <main id="contenu" class="page wrap workspace">
        <PageHeader title={words.title} lead={words.lead}>
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="lines" />
        </PageHeader>
        <Show when={told}>
          {(sentence) => (
            <Notice
              tone={failure === null ? 'info' : 'warn'}
              role={failure === null ? 'status' : 'alert'}
              {...(failure === null ? { icon: 'check' as const } : {})}
            >
              <p>{sentence()}</p>
            </Notice>
          )}
        </Show>
        <Show when={form}>{(open) => <LineMarkForm form={open()} path={path} />}</Show>
        <Show when={mayEdit && form === null}>
          <LineMarkSearch data={props.data} />
        </Show>
        <section class="watch-section" aria-labelledby="dites">
          <h2 id="dites">{words.mine}</h2>
          <ul class="kept-list">
            <For each={overlays} fallback={<li>{words.none}</li>}>
              {(overlay) => (
                <li>
                  <LineMarkCard overlay={overlay} path={path} mayEdit={mayEdit} />
                </li>
              )}
            </For>
          </ul>
        </section>
      </main>
    );
  },
};
