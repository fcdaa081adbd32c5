// Where it is, how sure the point is, and how far from where the person starts.

import { Show } from 'solid-js';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import type { EntryData } from './entry-data.ts';

export function EntryWhere(props: { data: EntryData }) {
  const { text, format, dataLang } = usePage();
  const words = text.entry;
  const entry = () => props.data.entry;
  const address = () => entry().address;
  return (
    <section class="card entry-section">
      <h2>{words.where}</h2>
      <address class="entry-address" lang={dataLang}>
        <Show when={entry().placeName}>{(place) => <span>{place()}</span>}</Show>
        <Show when={address().street}>{(street) => <span>{street()}</span>}</Show>
        <Show when={address().complement}>{(complement) => <span>{complement()}</span>}</Show>
        <span>
          {address().postcode} {address().city}
        </span>
      </address>
      <Show when={entry().organizationName}>
        {(organization) => (
          <p>
            <Named said={words.partOf(organization())} names={[organization()]} />
          </p>
        )}
      </Show>
      <Show when={entry().pointPrecision === 'bourg' || entry().pointPrecision === 'commune'}>
        <p class="soft">{words.precisions[entry().pointPrecision]}</p>
      </Show>
      <Show when={props.data.from}>
        {(from) => (
          <p>
            <strong>
              <Named said={words.fromPlace(from().name)} names={[from().name]} />
            </strong>{' '}
            <Show
              when={entry().drive}
              fallback={
                <Show when={entry().crowMeters !== null}>
                  {text.common.crowAway(format.distance(entry().crowMeters ?? 0))}
                </Show>
              }
            >
              {(drive) => words.drive(drive().minutes, drive().meters)}
            </Show>
          </p>
        )}
      </Show>
    </section>
  );
}
