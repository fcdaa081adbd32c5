// Somebody else saved this draft meanwhile and changed what was changed here: which of the two goes on?

import './publish.css';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { conflictWords } from './conflict-words.ts';
import type { DraftStore, SavedDraft } from './draft-store.ts';
import { type Conflict, mergeDocuments, type Side } from './merge-documents.ts';

export type DraftConflictProps = {
  draft: DraftStore;
  theirs: SavedDraft;
  communes: readonly { insee: string; name: string }[];
};

export function DraftConflict(props: DraftConflictProps) {
  const { text } = usePage();
  const words = text.editor.publish.merge;
  const [choices, setChoices] = createSignal<ReadonlyMap<string, Side>>(new Map());
  const writings = () => ({
    base: props.draft.base(),
    mine: props.draft.document(),
    theirs: props.theirs.document,
  });
  const conflicts = createMemo(() => mergeDocuments(writings()).conflicts);
  /** What one writes oneself is kept unless said otherwise. */
  const sideOf = ({ key }: Conflict): Side => choices().get(key) ?? 'mine';
  const count = (side: Side) => conflicts().filter((each) => sideOf(each) === side).length;

  function choose({ key }: Conflict, side: Side): void {
    setChoices(new Map([...choices(), [key, side]]));
  }
  function chooseAll(side: Side): void {
    setChoices(new Map(conflicts().map(({ key }) => [key, side])));
  }
  const goOn = () => props.draft.settle(mergeDocuments(writings(), choices()).document);
  const names = () => new Map(props.communes.map(({ insee, name }) => [insee, name]));
  const communeName = (insee: string) => names().get(insee) ?? insee;
  const stops = () =>
    [writings().mine, writings().theirs].flatMap(({ timetable }) => timetable?.stops ?? []);
  const tell = (conflict: Conflict) =>
    conflictWords(conflict, { text, communeName, stops: stops() });
  const optionsOf = (conflict: Conflict) => {
    const told = tell(conflict);
    return [
      { value: 'mine', label: words.mine(told.mine) },
      { value: 'theirs', label: words.theirs(told.theirs) },
      ...(conflict.canBoth ? [{ value: 'both', label: words.both }] : []),
    ];
  };

  return (
    <Notice tone="warn" title={words.title} role="alert">
      <p>{words.why}</p>
      <Show when={conflicts().length > 0} fallback={<p>{words.same}</p>}>
        <div class="actions">
          <Button look="quiet" onClick={() => chooseAll('mine')}>
            {words.allMine}
          </Button>
          <Button look="quiet" onClick={() => chooseAll('theirs')}>
            {words.allTheirs}
          </Button>
        </div>
        <div class="conflicts">
          <For each={conflicts()}>
            {(conflict) => {
              const told = tell(conflict);
              return (
                <RadioGroup
                  compact
                  legend={words.choose(told.field)}
                  hint={told.base === null ? undefined : words.before(told.base)}
                  name={`conflict-${conflict.key}`}
                  value={sideOf(conflict)}
                  options={optionsOf(conflict)}
                  onChange={(side) => choose(conflict, side as Side)}
                />
              );
            }}
          </For>
        </div>
        <p role="status">{words.chosen(count('mine'), count('theirs'), count('both'))}</p>
      </Show>
      <div class="actions">
        <Button onClick={goOn}>{words.go}</Button>
      </div>
    </Notice>
  );
}
