// The name of a zone as residents read it: proposed, and free to be said otherwise.

import { Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';

export type AreaNameProps = {
  name: string;
  label: string;
  proposal: string;
  onLabel: (label: string) => void;
};

const MOST_LETTERS = 300;

export function AreaName(props: AreaNameProps) {
  const { text } = usePage();
  const words = text.editor.where;
  return (
    <div class="editor-list">
      <TextField
        label={words.name}
        hint={words.nameHint}
        name={`${props.name}-label`}
        value={props.label}
        maxLength={MOST_LETTERS}
        onInput={props.onLabel}
      />
      <Show when={props.proposal !== '' && props.proposal !== props.label}>
        <div>
          <Button look="plain" onClick={() => props.onLabel(props.proposal)}>
            {words.useProposal(props.proposal)}
          </Button>
        </div>
      </Show>
    </div>
  );
}
