// Sentences or items, one a line, as many as needed.

import { Index } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TextAreaField } from '#web/ui/text-field.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';

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
  const rows = createListRows();
  const add = () => {
    props.onChange([...props.items, '']);
    rows.added(props.item(props.items.length));
  };
  const remove = (index: number) => {
    props.onChange(props.items.filter((_, at) => at !== index));
    rows.removed(props.item(index + 1), index);
  };
  return (
    <fieldset class="editor-list">
      <legend>{props.legend}</legend>
      {props.hint === undefined ? null : <p class="field-hint">{props.hint}</p>}
      <Index each={props.items}>
        {(item, index) => (
          <div class="editor-list-row" data-row={rows.id}>
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
              onClick={() => remove(index)}
            >
              {text.editor.remove}
            </Button>
          </div>
        )}
      </Index>
      <div data-row-add={rows.id}>
        <Button look="quiet" onClick={add}>
          {props.add}
        </Button>
      </div>
      <RowsSaid rows={rows} />
    </fieldset>
  );
}
