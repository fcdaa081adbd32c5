// Several communes answer to the name typed: which one is meant?

import { For } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import type { ChoiceData } from './results-data.ts';

export function PlaceChoice(props: { data: ChoiceData }) {
  const { text, link, dataLang } = usePage();
  return (
    <>
      <PageHeader title={text.choice.title(props.data.asked)} lead={text.choice.lead} />
      <ul class="choice-list">
        <For each={props.data.options}>
          {(option) => (
            <li>
              <a class="choice" href={link(option.to)}>
                <Icon name="pin" />
                <span>
                  <strong lang={dataLang}>{option.label}</strong>
                  <span class="soft">{option.detail}</span>
                </span>
                <Icon name="chevron_right" />
              </a>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
