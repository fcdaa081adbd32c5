// A page to read: short chapters, whom to contact, and the other pages of its kind.

import './about-page.css';
import { For, type JSX, Show } from 'solid-js';
import type { TerritoryContact } from '#domain/territory/territory.ts';
import type { AboutPage } from '#web/i18n/about-page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';

export type AboutDocumentProps = {
  page: AboutPage;
  /** Shown when the page says to whom to write. */
  contacts?: readonly TerritoryContact[];
  children?: JSX.Element;
};

export function AboutDocument(props: AboutDocumentProps) {
  const { text, link, path } = usePage();
  const others = () =>
    [
      { href: '/a-propos/sources', label: text.common.sources },
      { href: '/a-propos/classement', label: text.common.ranking },
      { href: '/a-propos/accessibilite', label: text.common.accessibility },
      { href: '/a-propos/donnees-personnelles', label: text.common.privacy },
    ].filter((other) => other.href !== path);
  return (
    <main id="contenu" class="page wrap about">
      <PageHeader title={props.page.title} lead={props.page.lead} />
      <For each={props.page.sections}>
        {(section) => (
          <section class="about-section">
            <h2>{section.title}</h2>
            <For each={section.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
            <Show when={section.items}>
              {(items) => (
                <ul>
                  <For each={items()}>{(item) => <li>{item}</li>}</For>
                </ul>
              )}
            </Show>
          </section>
        )}
      </For>
      {props.children}
      <Show when={props.contacts}>
        {(contacts) => (
          <section class="about-section">
            <h2>{text.about.contact}</h2>
            <Show when={contacts().length > 0} fallback={<p>{text.about.noContact}</p>}>
              <ul class="about-contacts">
                <For each={contacts()}>{(contact) => <Contact contact={contact} />}</For>
              </ul>
            </Show>
          </section>
        )}
      </Show>
      <nav class="about-others no-print" aria-label={text.about.others}>
        <h2>{text.about.others}</h2>
        <ul>
          <For each={others()}>
            {(other) => (
              <li>
                <a href={link(other.href)}>{other.label}</a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </main>
  );
}

function Contact(props: { contact: TerritoryContact }) {
  return (
    <li>
      <strong>{props.contact.label}</strong>
      <span class="about-contact">
        <Show when={props.contact.phone}>
          {(phone) => (
            <PhoneLink
              look="text"
              display={phone()}
              dial={phone()}
              label={`${props.contact.label}, ${phone()}`}
            />
          )}
        </Show>
        <Show when={props.contact.email}>
          {(email) => <a href={`mailto:${email()}`}>{email()}</a>}
        </Show>
        <Show when={props.contact.url}>
          {(url) => <a href={url()}>{url().replace(/^https?:\/\//, '')}</a>}
        </Show>
      </span>
    </li>
  );
}
