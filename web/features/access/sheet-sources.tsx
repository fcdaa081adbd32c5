// From which documents, of what dates, is the sheet of a commune made?

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import type { Vintage } from './access-data.ts';

export function SheetSources(props: { vintages: readonly Vintage[]; computedAt: string }) {
  const { text, dataLang } = usePage();
  const words = text.access.sources;
  const name = ({ id, name: own }: Vintage): string => {
    if (own === 'estimate') return words.estimateName;
    return id === 'week' ? words.weekName : own;
  };
  return (
    <Disclosure class="sheet-fold" summary={text.access.week.sources}>
      <ul class="sheet-sources">
        <For each={props.vintages}>
          {(vintage) => (
            <li>
              <span lang={dataLang}>{name(vintage)}</span>
              {` (${vintage.source}), `}
              {vintage.date === null ? words.undated : words.dated(vintage.date)}
              <Show when={vintage.toConfirm}>
                {' · '}
                <span class="fact-warn">{words.toConfirm}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p>{words.computed(props.computedAt.slice(0, 10))}</p>
    </Disclosure>
  );
}
