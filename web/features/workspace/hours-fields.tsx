// Stretches of hours in a day, as many as needed: from … to …

import { Index } from 'solid-js';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import { parseMinute, timeValue } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TimeField } from '#web/ui/text-field.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';

const MORNING: DayHours = { from: 9 * 60, to: 12 * 60 };
const LAST_MINUTE = 24 * 60;

export type HoursFieldsProps = {
  /** Said before each field: « mardi ». */
  of: string;
  name: string;
  hours: readonly DayHours[];
  onChange: (hours: readonly DayHours[]) => void;
};

export function HoursFields(props: HoursFieldsProps) {
  const { text } = usePage();
  const words = text.editor.hours;
  const put = (index: number, change: Partial<DayHours>) =>
    props.onChange(props.hours.map((each, at) => (at === index ? { ...each, ...change } : each)));
  const rows = createListRows();
  const itemOf = (number: number) => words.stretch(props.of, number);
  const remove = (index: number) => {
    props.onChange(props.hours.filter((_, at) => at !== index));
    rows.removed(itemOf(index + 1), index);
  };
  const add = () => {
    const last = props.hours.at(-1);
    const from = last === undefined ? MORNING.from : Math.min(last.to + 120, LAST_MINUTE - 60);
    const to = last === undefined ? MORNING.to : Math.min(from + 180, LAST_MINUTE - 1);
    props.onChange([...props.hours, { from, to }]);
    rows.added(itemOf(props.hours.length));
  };
  return (
    <div class="hours-fields">
      <Index each={props.hours}>
        {(stretch, index) => (
          <div class="editor-list-row" data-row={rows.id}>
            <TimeField
              label={words.from(props.of, index + 1)}
              name={`${props.name}-${index}-from`}
              value={timeValue(stretch().from)}
              error={stretch().to <= stretch().from ? words.backwards : undefined}
              onInput={(value) => put(index, { from: parseMinute(value) ?? stretch().from })}
            />
            <TimeField
              label={words.to(props.of, index + 1)}
              name={`${props.name}-${index}-to`}
              value={timeValue(stretch().to % LAST_MINUTE)}
              onInput={(value) => put(index, { to: endOf(parseMinute(value) ?? stretch().to) })}
            />
            <Button
              look="quiet"
              icon="close"
              label={words.remove(props.of, index + 1)}
              onClick={() => remove(index)}
            >
              {text.editor.remove}
            </Button>
          </div>
        )}
      </Index>
      <div data-row-add={rows.id}>
        <Button
          look="quiet"
          label={props.hours.length === 0 ? words.addTo(props.of) : words.addAnotherTo(props.of)}
          onClick={add}
        >
          {props.hours.length === 0 ? words.add : words.addAnother}
        </Button>
      </div>
      <RowsSaid rows={rows} />
    </div>
  );
}

/** Midnight at the end of a stretch is the end of its day. */
function endOf(minute: number): number {
  return minute === 0 ? LAST_MINUTE : minute;
}
