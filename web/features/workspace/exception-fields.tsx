// Days apart from the rule of a calendar: added in bulk, each with what happens and why.

import { createSignal, For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextAreaField, TextField } from '#web/ui/text-field.tsx';
import type { CalendarFieldsProps } from './calendar-ticks.ts';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { readDates } from './read-dates.ts';

export function ExceptionFields(props: CalendarFieldsProps) {
  const { text, format } = usePage();
  const words = text.editor.when;
  const set = (change: Partial<CalendarFieldsProps['calendar']>) =>
    props.onChange({ ...props.calendar, ...change });

  const rows = createListRows();
  const remove = (date: string) => {
    const index = props.calendar.exceptions.findIndex((each) => each.date === date);
    set({ exceptions: props.calendar.exceptions.filter((each) => each.date !== date) });
    rows.removed(format.date(date, 0), index);
  };
  const [written, setWritten] = createSignal('');
  // A field that was written in keeps its text: another one takes its place, with what is left.
  const [round, setRound] = createSignal(1);
  const [label, setLabel] = createSignal('');
  const [runs, setRuns] = createSignal<'yes' | 'no'>('no');
  const [unknown, setUnknown] = createSignal<readonly string[]>([]);
  const add = () => {
    const read = readDates(written());
    const added = read.dates.map((date) => ({ date, runs: runs() === 'yes', label: label() }));
    const days = new Set(read.dates);
    const others = props.calendar.exceptions.filter(({ date }) => !days.has(date));
    set({
      exceptions: [...others, ...added].toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    });
    setUnknown(read.unknown);
    setWritten(read.unknown.join('\n'));
    setRound(round() + 1);
    rows.filled(words.daysAdded(read.dates.length));
  };
  return (
    <fieldset class="editor-list">
      <legend>{words.exceptions}</legend>
      <Show when={props.calendar.exceptions.length > 0}>
        <ul class="exception-list">
          <For each={props.calendar.exceptions}>
            {(exception) => (
              <li data-row={rows.id}>
                <span>{words.exception(exception.date, exception.runs, exception.label)}</span>
                <Button
                  look="plain"
                  icon="close"
                  label={text.editor.removeItem(format.date(exception.date, 0))}
                  onClick={() => remove(exception.date)}
                >
                  {text.editor.remove}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div data-row-add={rows.id}>
        <Show when={round()} keyed>
          <TextAreaField
            label={words.addExceptions}
            hint={words.addExceptionsHint}
            name={`${props.name}-exceptions`}
            rows={3}
            value={written()}
            error={unknown().length > 0 ? words.unknownDays(unknown()) : undefined}
            onInput={setWritten}
          />
        </Show>
      </div>
      <RadioGroup
        legend={words.exceptionKind}
        name={`${props.name}-exception-runs`}
        value={runs()}
        compact
        options={(['no', 'yes'] as const).map((value) => ({
          value,
          label: words.exceptionKinds[value],
        }))}
        onChange={(value) => setRuns(value === 'yes' ? 'yes' : 'no')}
      />
      <TextField
        label={words.exceptionLabel}
        note={text.editor.optional}
        name={`${props.name}-exception-label`}
        maxLength={120}
        value={label()}
        onInput={setLabel}
      />
      <Button look="quiet" onClick={add}>
        {words.addDays}
      </Button>
      <RowsSaid rows={rows} />
    </fieldset>
  );
}
