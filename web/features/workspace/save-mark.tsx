// Is what was written saved? Said in words, and told politely to who does not see it.

import { Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { DraftStore } from './draft-store.ts';
import { troubleWords } from './save-trouble.ts';

/** `back`: where signing in leads to again. */
export function SaveMark(props: { draft: DraftStore; back: string }) {
  const { text, link } = usePage();
  const words = text.editor.save;
  const state = () => props.draft.state();
  const trouble = () =>
    state() === 'refused' || state() === 'offline' ? props.draft.trouble() : null;
  const said = () => {
    if (state() === 'saved' && props.draft.isWritten()) return words.savedDraft;
    // Something answered: it is not the network.
    return state() === 'offline' && trouble() !== null ? words.later : words[state()];
  };
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
        <span>
          {said()}
          <Show when={trouble()}>{(why) => <span> {troubleWords(why(), text)}</span>}</Show>
        </span>
      </p>
      <Show when={trouble()?.reason === 'signedOut'}>
        <a href={link(withQuery('/connexion', { suite: props.back }))}>{words.signIn}</a>
      </Show>
      <Show when={props.draft.canUndo()}>
        <Button look="plain" icon="arrow_left" onClick={() => props.draft.undo()}>
          {words.undo}
        </Button>
      </Show>
    </div>
  );
}
