// Somebody else saved this draft meanwhile, and nothing of it was changed here: what came with it?

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { changeWords, tellable } from './change-words.ts';
import type { DraftStore } from './draft-store.ts';

export type DraftBroughtProps = {
  draft: DraftStore;
  communes: readonly { insee: string; name: string }[];
};

export function DraftBrought(props: DraftBroughtProps) {
  const { text } = usePage();
  const words = text.editor.publish.merge;
  const names = () => new Map(props.communes.map(({ insee, name }) => [insee, name]));
  const told = () =>
    tellable(props.draft.brought()).map((change) =>
      changeWords(change, { text, communeName: (insee) => names().get(insee) ?? insee }),
    );
  return (
    <div role="status">
      <Show when={told().length > 0}>
        <Notice title={words.brought(told().length)}>
          <Disclosure summary={words.broughtWhat}>
            <ul>
              <For each={told()}>
                {({ field, before, after }) => <li>{words.broughtOne(field, before, after)}</li>}
              </For>
            </ul>
          </Disclosure>
        </Notice>
      </Show>
    </div>
  );
}
