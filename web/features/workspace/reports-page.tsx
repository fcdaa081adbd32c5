// « Les signalements »: what residents say is wrong, the newest first, and what one answers.

import './workspace.css';
import './watch.css';
import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspacePath } from '#web/lib/workspace-api.ts';
import { WorkspaceNav } from '#web/lib/workspace-nav.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { loadReports, type ReportsData, submitReports } from './reports-load.ts';
import type { Report } from './watch-data.ts';

export const reportsPage: Page<ReportsData> = {
  load: import.meta.env.SSR ? loadReports : neverInBrowser,
  submit: import.meta.env.SSR ? submitReports : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.workspace.watch.reports;
    const { workspace } = props.data;
    const told = () => {
      const { done, failure } = props.data;
      return failure !== null ? words.failure[failure] : done !== null ? words.done[done] : null;
    };
    return (
      <main id="contenu" class="page wrap workspace">
        <PageHeader
          title={words.title}
          lead={workspace.kind === 'carrier' ? words.lead : words.leadTerritory}
        >
          <WorkspaceNav workspaceId={workspace.id} role={workspace.role} current="reports" />
        </PageHeader>
        <Show when={told()}>
          {(sentence) => (
            <Notice
              tone={props.data.failure === null ? 'info' : 'warn'}
              role={props.data.failure === null ? 'status' : 'alert'}
              {...(props.data.failure === null ? { icon: 'check' as const } : {})}
            >
              <p>{sentence()}</p>
            </Notice>
          )}
        </Show>
        <Show when={props.data.isFirst}>
          <section class="watch-section" aria-labelledby="attend">
            <h2 id="attend">{words.waiting(props.data.waiting.length)}</h2>
            <ul class="kept-list">
              <For each={props.data.waiting} fallback={<li>{words.none}</li>}>
                {(report) => (
                  <li>
                    <WaitingReport report={report} data={props.data} />
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
        <Show when={props.data.reviewed.length > 0}>
          <section class="watch-section" aria-labelledby="vus">
            <h2 id="vus">{words.reviewed}</h2>
            <ul class="history-list">
              <For each={props.data.reviewed}>{(report) => <ReviewedReport report={report} />}</For>
            </ul>
          </section>
        </Show>
        <div class="actions">
          <Show when={props.data.next}>
            {(next) => (
              <LinkButton href={link(withQuery(props.data.path, { avant: next() }))}>
                {words.older}
              </LinkButton>
            )}
          </Show>
          <Show when={!props.data.isFirst}>
            <LinkButton href={link(props.data.path)}>{words.newest}</LinkButton>
          </Show>
        </div>
      </main>
    );
  },
};

function WaitingReport(props: { report: Report; data: ReportsData }) {
  const { text, link } = usePage();
  const words = text.workspace.watch.reports;
  const { workspace, path } = props.data;
  const { about } = props.report;
  const received = localMoment(Date.parse(props.report.createdAt));
  const named = () => (about.name === '' ? words.gone : about.name);
  return (
    <article class="card kept">
      <p class="soft">
        {words.about[about.kind]} · {words.received(received.date, received.minute)}
      </p>
      <h3 class="kept-name">
        <Show when={about.name !== ''} fallback={words.gone}>
          <a href={link(publicPath(about))}>{about.name}</a>
        </Show>
      </h3>
      <p class="large">{kindWords(text.report.kinds, props.report.kind)}</p>
      <Show when={props.report.text} fallback={<p class="soft">{words.noText}</p>}>
        {(said) => <blockquote class="watch-said">{said()}</blockquote>}
      </Show>
      <Show when={workspace.kind === 'carrier'}>
        <LinkButton href={link(workspacePath(workspace.id, about.id))} icon="edit">
          {words.edit}
        </LinkButton>
      </Show>
      <Show when={props.data.mayReview}>
        <form class="watch-answer" method="post" action={link(path)}>
          <input type="hidden" name="lequel" value={props.report.id} />
          <input type="hidden" name="etat" value={props.report.etag} />
          <TextField
            name="note"
            label={words.note}
            note={words.optional}
            hint={words.noteHint}
            maxLength={1000}
          />
          <div class="actions">
            <Button
              type="submit"
              name="geste"
              value="accepted"
              icon="check"
              label={words.actOf(words.accept, named())}
            >
              {words.accept}
            </Button>
            <Button
              type="submit"
              look="quiet"
              name="geste"
              value="refused"
              label={words.actOf(words.refuse, named())}
            >
              {words.refuse}
            </Button>
          </div>
        </form>
      </Show>
    </article>
  );
}

function ReviewedReport(props: { report: Report }) {
  const { text } = usePage();
  const words = text.workspace.watch.reports;
  const { about, reviewedAt, reviewedBy, note } = props.report;
  return (
    <li>
      <div>
        <p>
          <strong>{about.name === '' ? words.gone : about.name}</strong> ·{' '}
          {kindWords(text.report.kinds, props.report.kind)}
        </p>
        <Show when={props.report.text}>{(said) => <p class="soft">« {said()} »</p>}</Show>
        <Show when={note}>{(said) => <p>{said()}</p>}</Show>
      </div>
      <p>
        <Tag
          tone={props.report.status === 'accepted' ? 'leaf' : 'plain'}
          {...(props.report.status === 'accepted' ? { icon: 'check' as const } : {})}
        >
          {words.status[props.report.status]}
        </Tag>{' '}
        <Show when={reviewedAt}>
          {(at) => <span>{words.by(localMoment(Date.parse(at())).date, reviewedBy)}</span>}
        </Show>
      </p>
    </li>
  );
}

/** A kind of an older version is shown as it was kept. */
function kindWords(kinds: Readonly<Record<string, string>>, kind: string): string {
  return kinds[kind] ?? kind;
}

function publicPath({ kind, id }: Report['about']): string {
  const name = encodeURIComponent(id);
  return kind === 'entry' ? `/fiche/${name}` : `/transports/${name}`;
}
