// The hours of each day of the week, and those of Monday copied to the days of work.

import { For } from 'solid-js';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { HoursFields } from './hours-fields.tsx';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const WORK_DAYS = 5;

export type WeekFieldsProps = {
  legend: string;
  name: string;
  /** Monday first, seven days. */
  week: readonly (readonly DayHours[])[];
  onChange: (week: readonly (readonly DayHours[])[]) => void;
};

export function WeekFields(props: WeekFieldsProps) {
  const { text, format } = usePage();
  const words = text.editor.hours;
  const dayOf = (day: number) => props.week[day - 1] ?? [];
  const put = (day: number, hours: readonly DayHours[]) =>
    props.onChange(DAYS.map((each) => (each === day ? hours : dayOf(each))));
  return (
    <fieldset class="editor-list week-fields">
      <legend>{props.legend}</legend>
      <For each={DAYS}>
        {(day) => (
          <div class="week-day">
            <h4>{text.rules.sentence(format.weekday(day))}</h4>
            <HoursFields
              of={format.weekday(day)}
              name={`${props.name}-${day}`}
              hours={dayOf(day)}
              onChange={(hours) => put(day, hours)}
            />
            {day === 1 && dayOf(1).length > 0 ? (
              <Button
                look="plain"
                onClick={() =>
                  props.onChange(DAYS.map((each) => (each <= WORK_DAYS ? dayOf(1) : dayOf(each))))
                }
              >
                {words.copyToWorkDays}
              </Button>
            ) : null}
          </div>
        )}
      </For>
    </fieldset>
  );
}
