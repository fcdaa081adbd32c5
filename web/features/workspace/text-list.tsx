// Sentences or items, one a line, as many as needed.

import { Index } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TextAreaField } from '#web/ui/text-field.tsx';

const MOST_LETTERS = 300;

export type TextListProps = {
  legend: string;
  hint?: string;
  name: string;
  /** « Règle 2 ». */
  item: (number: number) => string;
  add: string;
  items: readonly string[];
  onChange: (items: readonly string[]) => void;
};

export function TextList(props: TextListProps) {
  const { text } = usePage();
  let root: HTMLFieldSetElement | undefined;
  /** Whoever adds one goes on in it. */
  const add = () => {
    props.onChange([...props.items, '']);
    const fields = root?.querySelectorAll('textarea') ?? [];
    [...fields].at(-1)?.focus();
  };
  return (
    <fieldset class="editor-list" ref={root}>
      <legend>{props.legend}</legend>
      {props.hint === undefined ? null : <p class="field-hint">{props.hint}</p>}
      <Index each={props.items}>
        {(item, index) => (
          <div class="editor-list-row">
            <TextAreaField
              label={props.item(index + 1)}
              name={`${props.name}-${index}`}
              value={item()}
              rows={2}
              maxLength={MOST_LETTERS}
              onInput={(value) =>
                props.onChange(props.items.map((each, at) => (at === index ? value : each)))
              }
            />
            <Button
              look="quiet"
              icon="close"
              label={text.editor.removeItem(props.item(index + 1))}
              onClick={() => props.onChange(props.items.filter((_, at) => at !== index))}
            >
              {text.editor.remove}
            </Button>
          </div>
        )}
      </Index>
      <Button look="quiet" onClick={add}>
        {props.add}
      </Button>
    </fieldset>
  );
}
