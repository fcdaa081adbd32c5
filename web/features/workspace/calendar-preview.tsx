// The next eight weeks of a calendar: which days it runs, marked and said, with why a day does not.

import './calendar-preview.css';
import { For, Show } from 'solid-js';
import { holidayName } from '#domain/calendar.ts';
import { addDays, type LocalDate, weekdayOf } from '#domain/time.ts';
import type { ServiceCalendar } from '#domain/transport/offer.ts';
import { runningOn } from '#domain/transport/runs-on.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';

const WEEKS = 8;
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export function CalendarPreview(props: { calendar: ServiceCalendar; from: LocalDate }) {
  const { text, format, locale } = usePage();
  const words = text.editor.when;
  const monday = () => addDays(props.from, 1 - weekdayOf(props.from));
  const weeks = () => Array.from({ length: WEEKS }, (_, week) => addDays(monday(), week * 7));
  const running = () =>
    weeks()
      .flatMap((start) => DAYS.map((day) => addDays(start, day - 1)))
      .filter((date) => date >= props.from && runningOn(props.calendar, date) === 'yes').length;
  return (
    <figure class="calendar-preview">
      <figcaption>
        <strong>{words.preview}</strong> {words.daysIn(running(), WEEKS)}
      </figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.weekOf}</th>
            <For each={DAYS}>
              {(day) => (
                <th scope="col">
                  <abbr title={format.weekday(day)}>{format.weekday(day).slice(0, 2)}</abbr>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={weeks()}>
            {(start) => (
              <tr>
                <th scope="row">{format.factDate(start, Number(props.from.slice(0, 4)))}</th>
                <For each={DAYS}>{(day) => <Day date={addDays(start, day - 1)} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </figure>
  );

  function Day(day: { date: LocalDate }) {
    const state = () => runningOn(props.calendar, day.date);
    const holiday = () => holidayName(day.date, locale);
    const said = () => {
      const holidayText = holiday() === null ? '' : `, ${holiday()}`;
      return `${format.date(day.date)} : ${words.runs[state()]}${holidayText}`;
    };
    return (
      <td
        data-runs={day.date < props.from ? 'past' : state()}
        data-holiday={holiday() === null ? undefined : ''}
        title={said()}
      >
        <span aria-hidden="true">
          {Number(day.date.slice(8))}
          <Show when={day.date >= props.from && state() === 'yes'}>
            <Icon name="check" />
          </Show>
          <Show when={day.date >= props.from && state() === 'unknown'}>?</Show>
        </span>
        <span class="visually-hidden">{said()}</span>
      </td>
    );
  }
}
