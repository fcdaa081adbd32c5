// The page of an entry from top to bottom: who, the phone, when, where, how to get there, the rest.

import { For, Show } from 'solid-js';
import { localMoment } from '#web/lib/format.ts';
import { labelIn } from '#web/lib/locale.ts';
import type { PageProps } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Breadcrumb } from '#web/ui/breadcrumb.tsx';
import { CategorySign } from '#web/ui/category-sign.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { EntryAccess, EntryNewPatients } from './entry-access.tsx';
import { EntryActions } from './entry-actions.tsx';
import { EntryContacts } from './entry-contacts.tsx';
import type { EntryData } from './entry-data.ts';
import { EntryFees } from './entry-fees.tsx';
import { EntryGoThere } from './entry-go-there.tsx';
import { EntryHours } from './entry-hours.tsx';
import { EntryNeighbours } from './entry-neighbours.tsx';
import { EntrySources } from './entry-sources.tsx';
import { EntryWhere } from './entry-where.tsx';

export function EntryContent(props: PageProps<EntryData>) {
  const { text, link, nowMs, locale, dataLang } = usePage();
  const words = text.entry;
  const entry = () => props.data.entry;
  const today = () => localMoment(nowMs).date;
  const notices = () =>
    entry().notices.filter((notice) => notice.endsOn === null || notice.endsOn >= today());

  return (
    <main id="contenu" class="page wrap entry">
      <BackLink
        href={props.data.back === null ? null : link(props.data.back)}
        label={text.common.results}
      />
      <Breadcrumb
        label={text.common.breadcrumb}
        items={[
          { label: text.common.home, href: link('/') },
          {
            label: text.codes.categories[entry().category],
            href: link(`/annuaire?categorie=${entry().category}`),
          },
        ]}
      />
      <header class="entry-head">
        <CategorySign class="entry-symbol" category={entry().category} />
        <div>
          <h1 lang={dataLang}>{entry().name}</h1>
          <p class="entry-title" lang={dataLang}>
            {entry().title}, {entry().communeName}
          </p>
          <p class="entry-tags">
            <Show when={entry().demonstration}>
              <Tag icon="info" tone="plain">
                {words.demonstration}
              </Tag>
            </Show>
            <Show when={entry().outside}>
              <Tag icon="pin">{words.outside}</Tag>
            </Show>
          </p>
        </div>
      </header>

      <For each={notices()}>
        {(notice) => (
          <Notice tone="warn" title={words.noticeKinds[notice.kind]}>
            <p>
              <span lang={dataLang}>{notice.text}</span> {words.noticeFrom(notice.startsOn)}
              <Show when={notice.endsOn}>{(end) => <>, {words.noticeUntil(end())}</>}</Show>.
            </p>
          </Notice>
        )}
      </For>
      <Show when={entry().demonstration}>
        <Notice>
          <p>{words.demonstrationText}</p>
        </Notice>
      </Show>

      <div class="entry-columns">
        <div class="entry-main">
          <EntryContacts data={props.data} />
          <EntryHours data={props.data} />
          <EntryGoThere data={props.data} />
        </div>
        <div class="entry-side">
          <EntryWhere data={props.data} />
          <Show when={isCare()}>
            <EntryNewPatients data={props.data} />
          </Show>
          <Show when={entry().fees}>{(fees) => <EntryFees data={props.data} fees={fees()} />}</Show>
          <Show when={entry().kind !== 'organization'}>
            <EntryAccess data={props.data} />
          </Show>
          <Show when={entry().services.length > 0}>
            <section class="card entry-section">
              <h2>{words.services}</h2>
              <ul>
                <For each={entry().services}>
                  {(service) => (
                    <li lang={dataLang}>
                      {service.name}
                      <Show when={service.note}>
                        {(note) => <span class="entry-note">{note()}</span>}
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
          <Show when={entry().description}>
            {(description) => (
              <section class="card entry-section">
                <h2>{words.about}</h2>
                <p lang={dataLang}>{description()}</p>
              </section>
            )}
          </Show>
          <Show when={entry().neighbours.length > 0}>
            <EntryNeighbours data={props.data} />
          </Show>
          <Show when={entry().themes.length > 0}>
            <section class="card entry-section no-print">
              <h2>{words.themes}</h2>
              <ul class="entry-links">
                <For each={entry().themes}>
                  {(theme) => (
                    <li>
                      <a href={link(`/annuaire?theme=${encodeURIComponent(theme.id)}`)}>
                        {labelIn(theme.label, locale)}
                      </a>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </Show>
          <Show when={props.data.coverage.length > 0}>
            <section class="card entry-section no-print">
              <h2>{words.coverage}</h2>
              <Disclosure summary={words.coverageCount(props.data.coverage.length)}>
                <p lang={dataLang}>{props.data.coverage.join(', ')}</p>
              </Disclosure>
            </section>
          </Show>
        </div>
      </div>

      <EntrySources data={props.data} />
      <EntryActions data={props.data} />
    </main>
  );

  /** New patients mean something for people who treat, not for an office. */
  function isCare(): boolean {
    return entry().kind === 'practice' || entry().newPatients !== 'unknown';
  }
}
