// The numbers for when it cannot wait, with when to use which. Same place on every page.

import { For, Show } from 'solid-js';
import { Icon } from './icon.tsx';

export type EmergencyNumber = {
  number: string;
  dial: string;
  label: string;
  when: string;
  /** Null when `when` says it. */
  hours: string | null;
  kind: string;
  /** `text`: reached by a written message, not by voice. */
  channel: string;
};

export type EmergencyStripProps = {
  title: string;
  intro: string;
  numbers: readonly EmergencyNumber[];
};

export function EmergencyStrip(props: EmergencyStripProps) {
  return (
    <section class="emergency on-fill" aria-labelledby="emergency-title">
      <div class="wrap">
        <div class="emergency-head">
          <Icon name="phone" />
          <h2 id="emergency-title">{props.title}</h2>
          <p>{props.intro}</p>
        </div>
        <ul class="emergency-list">
          <For each={props.numbers}>
            {(item) => (
              <li>
                <a
                  class="emergency-number"
                  href={`${item.channel === 'text' ? 'sms' : 'tel'}:${item.dial}`}
                >
                  <strong>{item.number}</strong> <span>{item.label}</span>
                </a>
                <p>
                  {item.when}
                  <Show when={item.hours}>
                    {' '}
                    <span class="emergency-hours">{item.hours}.</span>
                  </Show>
                </p>
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  );
}
