// The number to call, large and first; then the other ways to be in touch.

import { For, Show } from 'solid-js';
import type { ContactPoint } from '#domain/directory/directory.ts';
import { freshnessOf } from '#domain/directory/freshness.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { FactAge } from '#web/ui/fact-age.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-paths.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { type EntryData, originOf } from './entry-data.ts';

const ICONS: Record<ContactPoint['kind'], IconName> = {
  phone: 'phone',
  email: 'mail',
  website: 'globe',
  booking: 'calendar',
};

export function EntryContacts(props: { data: EntryData }) {
  const { text, nowMs, format, dataLang } = usePage();
  const words = text.entry;
  const entry = () => props.data.entry;
  const others = () =>
    entry().contacts.filter(
      (contact) => contact.phone?.dial !== entry().phone?.dial || contact.kind !== 'phone',
    );
  const origin = () => originOf(entry(), ['phone', 'contacts']);
  const age = () => {
    const { asOf } = origin();
    return asOf === null ? text.common.factUndated : text.common.factDated(format.factDate(asOf));
  };
  const toConfirm = () => freshnessOf(origin(), 'phone', localMoment(nowMs).date) === 'to_confirm';
  return (
    <section class="entry-contacts">
      <Show when={entry().phone} fallback={<p class="large">{words.noPhone}</p>}>
        {(phone) => (
          <>
            <PhoneLink
              display={phone().display}
              dial={phone().dial}
              label={words.callNumber(phone().display, entry().name)}
            />
            <p class="soft">
              <Show when={phone().kind === 'fiction'}>{words.fiction}</Show>
              <Show when={phone().kind !== 'fiction' && toConfirm()}>
                <FactAge age={age()} toConfirm={words.toConfirm} />
              </Show>
            </p>
          </>
        )}
      </Show>
      <Show when={others().length > 0}>
        <ul class="entry-others">
          <For each={others()}>
            {(contact) => (
              <li>
                <Icon name={ICONS[contact.kind]} />{' '}
                <a href={contactHref(contact)} lang={contact.label === null ? undefined : dataLang}>
                  {contact.label ?? words.contactKinds[contact.kind]}
                </a>
                <Show when={contact.kind !== 'booking'}>
                  <span class="soft"> {contact.phone?.display ?? shortValue(contact)}</span>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

function contactHref(contact: ContactPoint): string {
  if (contact.phone !== null) return `tel:${contact.phone.dial}`;
  return contact.kind === 'email' ? `mailto:${contact.value}` : contact.value;
}

/** « www.exemple.fr » for an address of the web. */
function shortValue(contact: ContactPoint): string {
  return contact.value.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
