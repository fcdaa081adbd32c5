// On which days does somebody answer the phone at other hours than those of the week, or nobody?

import { createSignal, Index, Show } from 'solid-js';
import { isDate } from '#domain/time.ts';
import type { LineHours } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { DateField } from '#web/ui/text-field.tsx';
import { HoursFields } from './hours-fields.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';

export type LineExceptionsProps = {
  hours: LineHours;
  onChange: (hours: LineHours) => void;
};

type Exception = NonNullable<LineHours['exceptions']>[number];

export function LineExceptions(props: LineExceptionsProps) {
  const { text, format } = usePage();
  const words = text.editor.more.line;
  const rows = createListRows();
  const [day, setDay] = createSignal('');
  const list = () => props.hours.exceptions ?? [];
  const wasSaid = list().length > 0;
  const isNew = () => isDate(day()) && list().every(({ date }) => date !== day());
  /** None at all is as if nothing had ever been said. */
  const put = (next: readonly Exception[]) => {
    const { exceptions: _, ...rest } = props.hours;
    props.onChange(next.length === 0 ? rest : { ...rest, exceptions: next });
  };
  const add = () => {
    const next = [...list(), { date: day(), slots: [] }];
    put(next.toSorted((a, b) => (a.date < b.date ? -1 : 1)));
    rows.filled(text.editor.rows.added(format.date(day(), 0)));
    setDay('');
  };
  const remove = (index: number) => {
    const date = list()[index]?.date ?? '';
    put(list().filter((_, at) => at !== index));
    rows.removed(format.date(date, 0), index);
  };
  return (
    <Disclosure summary={words.summary} open={wasSaid}>
      <fieldset class="editor-list">
        <legend>{words.legend}</legend>
        <Index each={list()}>
          {(exception, index) => (
            <fieldset class="editor-list" tabindex="-1" data-row={rows.id}>
              <legend>{format.date(exception().date, 0)}</legend>
              <Show when={exception().slots.length === 0}>
                <p class="field-hint">{words.nobody}</p>
              </Show>
              <HoursFields
                of={format.date(exception().date, 0)}
                name={`line-exception-${index}`}
                hours={exception().slots}
                onChange={(slots) =>
                  put(list().map((each, at) => (at === index ? { ...each, slots } : each)))
                }
              />
              <Button
                look="quiet"
                icon="close"
                label={text.editor.removeItem(format.date(exception().date, 0))}
                onClick={() => remove(index)}
              >
                {text.editor.remove}
              </Button>
            </fieldset>
          )}
        </Index>
        <div class="editor-list-row" data-row-add={rows.id}>
          <DateField label={words.day} name="line-exception" value={day()} onInput={setDay} />
          <Button look="quiet" disabled={!isNew()} onClick={add}>
            {words.add}
          </Button>
        </div>
        <RowsSaid rows={rows} />
      </fieldset>
    </Disclosure>
  );
}
