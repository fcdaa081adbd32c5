// Can I come in, and would I be taken? Yes, no, or not known: never a blank.

import { For, Show } from 'solid-js';
import type { Accessibility } from '#domain/directory/directory.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-paths.ts';
import { type EntryData, originOf } from './entry-data.ts';

const FEATURES: readonly (keyof Accessibility)[] = [
  'stepFree',
  'adaptedParking',
  'adaptedToilet',
  'hearingLoop',
  'homeVisits',
];

const ANSWER_ICONS: Record<Accessibility['stepFree'], IconName> = {
  yes: 'check',
  no: 'close',
  unknown: 'info',
};

export function EntryAccess(props: { data: EntryData }) {
  const { text } = usePage();
  const words = text.entry;
  const answers = () => props.data.entry.accessibility;
  const known = () => FEATURES.some((feature) => answers()[feature] !== 'unknown');
  return (
    <section class="card entry-section">
      <h2>{words.accessHeading}</h2>
      <Show when={known()} fallback={<p>{words.accessUnknown}</p>}>
        <dl class="entry-access">
          <For each={FEATURES}>
            {(feature) => (
              <div>
                <dt>{words.access[feature]}</dt>
                <dd classList={{ soft: answers()[feature] === 'unknown' }}>
                  <Icon name={ANSWER_ICONS[answers()[feature]]} />{' '}
                  {words.answers[answers()[feature]]}
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <Show when={props.data.entry.accessibilityUrl}>
        {(url) => (
          <p class="no-print">
            <a href={url()}>{words.accessMore}</a>
          </p>
        )}
      </Show>
    </section>
  );
}

export function EntryNewPatients(props: { data: EntryData }) {
  const { text } = usePage();
  const words = text.entry;
  const date = () => {
    const origin = originOf(props.data.entry, ['newPatients', 'new_patients']);
    return origin.confirmedOn ?? origin.asOf;
  };
  return (
    <section class="card entry-section">
      <h2>{words.newPatientsHeading}</h2>
      <p>
        <strong>{text.codes.newPatients[props.data.entry.newPatients]}</strong>
        <Show when={props.data.entry.newPatients !== 'unknown' && date()}>
          {(day) => <span class="soft"> ({words.newPatientsOn(day())})</span>}
        </Show>
      </p>
    </section>
  );
}
