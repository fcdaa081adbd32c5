// Every version of an offer: by whom, when, why; two compared field by field; one put back.

import './workspace.css';
import './publish.css';
import { For, Show } from 'solid-js';
import { isAllowed } from '#domain/account/roles.ts';
import { withQuery } from '#web/lib/api.ts';
import { isNotFound } from '#web/lib/api-failure.ts';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page, type PageOutcome, type PageRequest } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspacePath } from '#web/lib/workspace-api.ts';
import { Breadcrumb } from '#web/ui/breadcrumb.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { ChangeList } from './change-list.tsx';
import { loadVersions, submitVersions, type VersionsData } from './versions-load.ts';
import type { VersionRow } from './workspace-data.ts';

export const versionsPage: Page<VersionsData> = {
  load: import.meta.env.SSR ? loadOrMissing : neverInBrowser,
  submit: import.meta.env.SSR ? submitVersions : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.workspace.versions;
    const { offer, workspaceId, ground, path } = props.data;
    const name = offer.name || text.workspace.offers.unnamed;
    const nameOf = (which: string) =>
      which === 'draft' ? words.draft : words.named(Number(which));
    return (
      <main id="contenu" class="page wrap workspace">
        <Breadcrumb
          label={text.common.breadcrumb}
          items={[
            { label: text.workspace.nav.offers, href: link(workspacePath(workspaceId)) },
            { label: name, href: link(workspacePath(workspaceId, offer.id)) },
          ]}
        />
        <PageHeader title={words.title(name)} lead={words.lead}>
          <div class="actions version-head">
            <LinkButton href={link(workspacePath(workspaceId, offer.id))} icon="edit">
              {words.editor}
            </LinkButton>
          </div>
        </PageHeader>
        <Show when={props.data.restored}>
          {(number) => (
            <Notice icon="check" role="status">
              <p>{words.restored(number())}</p>
            </Notice>
          )}
        </Show>
        <Show when={props.data.failure}>
          {(failure) => (
            <Notice tone="warn" role="alert">
              <p>{words.failure[failure()]}</p>
            </Notice>
          )}
        </Show>
        <Show when={props.data.restoring}>
          {(number) => <Restoration number={number()} data={props.data} />}
        </Show>
        <Show when={props.data.compared}>
          {(compared) => (
            <section aria-labelledby="comparaison">
              <h2 id="comparaison">
                {words.compared(nameOf(compared().from), nameOf(compared().to))}
              </h2>
              <ChangeList changes={compared().changes} communes={ground.communes} />
            </section>
          )}
        </Show>
        <Show when={props.data.versions.length > 0} fallback={<p>{words.none}</p>}>
          <CompareForm data={props.data} />
          <ol class="version-list" reversed>
            <For each={props.data.versions}>
              {(version) => (
                <li>
                  <VersionLine version={version} />
                  <div class="actions">
                    <Show when={version.number > 1}>
                      <LinkButton
                        look="plain"
                        href={link(withQuery(path, { de: version.number - 1, a: version.number }))}
                        label={words.seeChangesOf(version.number)}
                      >
                        {words.seeChanges}
                      </LinkButton>
                    </Show>
                    <Show when={isAllowed(ground.role, 'offer.publish') && !version.inUse}>
                      <LinkButton
                        href={link(withQuery(path, { remettre: version.number }))}
                        label={words.restoreOf(version.number)}
                      >
                        {words.restore}
                      </LinkButton>
                    </Show>
                  </div>
                </li>
              )}
            </For>
          </ol>
        </Show>
      </main>
    );
  },
};

function VersionLine(props: { version: VersionRow }) {
  const { text } = usePage();
  const words = text.workspace.versions;
  const { version } = props;
  const at = localMoment(Date.parse(version.publishedAt ?? version.createdAt));
  const planned = () =>
    version.publishedAt === null && version.cancelledAt === null && version.publishAt !== null
      ? localMoment(Date.parse(version.publishAt))
      : null;
  return (
    <div>
      <p class="version-note">
        <strong>{words.number(version.number)}</strong>{' '}
        <Show when={version.inUse}>
          <Tag tone="leaf" icon="check">
            {words.inUse}
          </Tag>
        </Show>
        <Show when={version.cancelledAt !== null}>
          <Tag icon="close">{words.cancelled}</Tag>
        </Show>
        <Show when={planned()}>
          {(moment) => <Tag icon="clock">{words.planned(moment().date, moment().minute)}</Tag>}
        </Show>
      </p>
      <p>{version.note === '' ? <span class="soft">{words.noNote}</span> : version.note}</p>
      <p class="soft">
        {words.by(at.date, at.minute, version.author)}
        {version.restores === null ? '' : ` (${words.restores(version.restores)})`}
      </p>
    </div>
  );
}

function CompareForm(props: { data: VersionsData }) {
  const { text, link } = usePage();
  const words = text.workspace.versions;
  const { versions, offer, compared } = props.data;
  const choices = [
    ...(offer.draft === null ? [] : [{ value: 'draft', label: words.draft }]),
    ...versions.map(({ number }) => ({ value: String(number), label: words.number(number) })),
  ];
  const from = compared?.from ?? choices[1]?.value ?? '';
  const to = compared?.to ?? choices[0]?.value ?? '';
  const choice = (name: string, label: string, value: string) => (
    <Field label={label}>
      {(ids) => (
        <select class="input" id={ids.id} name={name}>
          <For each={choices}>
            {(each) => (
              <option value={each.value} selected={each.value === value}>
                {each.label}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
  return (
    <Show when={choices.length > 1}>
      <form class="version-compare" method="get" action={link(props.data.path)}>
        {choice('de', words.compareFrom, from)}
        {choice('a', words.compareTo, to)}
        <Button type="submit" look="quiet">
          {words.compare}
        </Button>
      </form>
    </Show>
  );
}

function Restoration(props: { number: number; data: VersionsData }) {
  const { text, link } = usePage();
  const words = text.workspace.versions;
  const path = () => link(props.data.path);
  return (
    <Notice tone="warn" title={words.restoreAsk(props.number)}>
      <p>{words.restoreWhy}</p>
      <form class="version-restore" method="post" action={path()}>
        <input type="hidden" name="version" value={props.number} />
        <input type="hidden" name="etat" value={props.data.offer.etag} />
        <input type="hidden" name="cle" value={props.data.key} />
        <TextField
          name="note"
          label={words.restoreNote}
          note={text.common.optional}
          maxLength={300}
        />
        <div class="actions">
          <Button type="submit">{words.restoreSure}</Button>
          <LinkButton href={path()}>{words.keep}</LinkButton>
        </div>
      </form>
    </Notice>
  );
}

async function loadOrMissing(request: PageRequest): Promise<PageOutcome<VersionsData>> {
  try {
    return await loadVersions(request);
  } catch (error) {
    if (isNotFound(error)) return { kind: 'not_found' };
    throw error;
  }
}
