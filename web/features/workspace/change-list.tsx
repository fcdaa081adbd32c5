// What differs between two states of an offer: a line a field, what it was and what it becomes.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { changeWords, type ToldChange, tellable } from './change-words.ts';

export type ChangeListProps = {
  changes: readonly ToldChange[];
  communes: readonly { insee: string; name: string }[];
};

export function ChangeList(props: ChangeListProps) {
  const { text } = usePage();
  const words = text.editor.publish.changes;
  const names = () => new Map(props.communes.map(({ insee, name }) => [insee, name]));
  const said = () => {
    const known = names();
    const context = { text, communeName: (insee: string) => known.get(insee) ?? insee };
    return tellable(props.changes).map((change) => changeWords(change, context));
  };
  return (
    <Show when={props.changes.length > 0} fallback={<p>{words.noChange}</p>}>
      <ul class="change-list">
        <For each={said()}>
          {(change) => (
            <li>
              <strong>{change.field}</strong>
              <span class="change-before">
                <span class="visually-hidden">{words.before} : </span>
                <del>{change.before}</del>
              </span>
              <span class="change-after">
                <span class="visually-hidden">{words.after} : </span>
                <ins>{change.after}</ins>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
