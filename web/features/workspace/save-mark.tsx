// Is what was written saved? Said in words, and told politely to who does not see it.

import { Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { DraftStore } from './draft-store.ts';

export function SaveMark(props: { draft: DraftStore }) {
  const { text } = usePage();
  const words = text.editor.save;
  const state = () => props.draft.state();
  return (
    <div class="save-mark">
      <p role="status" class="save-state" data-state={state()}>
        <Icon
          name={
            state() === 'saved'
              ? 'check'
              : state() === 'saving' || state() === 'waiting'
                ? 'clock'
                : 'warning'
          }
        />
        {state() === 'saved' && props.draft.isWritten() ? words.savedDraft : words[state()]}
        <Show when={props.draft.refusal()}>{(why) => <span> {why()}</span>}</Show>
      </p>
      <Show when={props.draft.canUndo()}>
        <Button look="plain" icon="arrow_left" onClick={() => props.draft.undo()}>
          {words.undo}
        </Button>
      </Show>
    </div>
  );
}
