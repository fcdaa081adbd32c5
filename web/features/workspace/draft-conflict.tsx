// Somebody else saved this draft meanwhile: field by field, which of the two goes on?

import './publish.css';
import { createSignal, For, Show } from 'solid-js';
import type { FieldChange } from '#domain/transport/diff-documents.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { changeWords } from './change-words.ts';
import type { DraftStore, SavedDraft } from './draft-store.ts';
import { conflictsOf, keyOf, mergeDocuments, type Side } from './merge-documents.ts';

export type DraftConflictProps = {
  draft: DraftStore;
  theirs: SavedDraft;
  communes: readonly { insee: string; name: string }[];
};

export function DraftConflict(props: DraftConflictProps) {
  const { text } = usePage();
  const words = text.editor.publish.merge;
  const [choices, setChoices] = createSignal<ReadonlyMap<string, Side>>(new Map());
  const conflicts = () => conflictsOf(props.theirs.document, props.draft.document());
  /** What one writes oneself is kept unless said otherwise. */
  const sideOf = (conflict: FieldChange): Side => choices().get(keyOf(conflict)) ?? 'mine';
  const count = (side: Side) => conflicts().filter((each) => sideOf(each) === side).length;

  function choose(conflict: FieldChange, side: Side): void {
    setChoices(new Map([...choices(), [keyOf(conflict), side]]));
  }
  function goOn(): void {
    const chosen = new Map(conflicts().map((each) => [keyOf(each), sideOf(each)]));
    props.draft.settle(mergeDocuments(props.theirs.document, props.draft.document(), chosen));
  }
  const said = (conflict: FieldChange) => {
    const names = new Map(props.communes.map(({ insee, name }) => [insee, name]));
    const communeName = (insee: string) => names.get(insee) ?? insee;
    return changeWords(conflict, { text, communeName });
  };

  return (
    <Notice tone="warn" title={words.title} role="alert">
      <p>{words.why}</p>
      <Show when={conflicts().length > 0} fallback={<p>{words.same}</p>}>
        <div class="actions">
          <Button look="quiet" onClick={() => props.draft.settle(props.draft.document())}>
            {words.allMine}
          </Button>
          <Button look="quiet" onClick={() => props.draft.settle(props.theirs.document)}>
            {words.allTheirs}
          </Button>
        </div>
        <div class="conflicts">
          <For each={conflicts()}>
            {(conflict) => {
              const told = said(conflict);
              return (
                <RadioGroup
                  compact
                  legend={words.choose(told.field)}
                  name={`conflict-${keyOf(conflict)}`}
                  value={sideOf(conflict)}
                  options={[
                    { value: 'mine', label: words.mine(told.after) },
                    { value: 'theirs', label: words.theirs(told.before) },
                  ]}
                  onChange={(side) => choose(conflict, side === 'mine' ? 'mine' : 'theirs')}
                />
              );
            }}
          </For>
        </div>
        <p>{words.chosen(count('mine'), count('theirs'))}</p>
      </Show>
      <div class="actions">
        <Button onClick={goOn}>{words.go}</Button>
      </div>
    </Notice>
  );
}
