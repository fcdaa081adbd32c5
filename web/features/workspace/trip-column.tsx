// One trip of a line as a column: its days, its hours, its note, its copies.

import { createSignal, For, Show } from 'solid-js';
import { changeTrip, copyTrip, removeTrip } from '#domain/transport/line-grid.ts';
import type { LineTimetable, LineTrip } from '#domain/transport/offer-document.ts';
import { readClock } from '#domain/transport/read-grid.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { CheckField, TextField } from '#web/ui/text-field.tsx';
import type { ListRows } from './list-rows.tsx';
import { NumberField } from './number-field.tsx';

type ColumnProps = {
  trip: LineTrip;
  timetable: LineTimetable;
  onChange: (timetable: LineTimetable) => void;
};

const MOST_COPIES = 30;

function Head(props: ColumnProps & { number: number; rank: number; rows: ListRows }) {
  const { text } = usePage();
  const words = text.editor.grid;
  const [every, setEvery] = createSignal<number | null>(60);
  const [count, setCount] = createSignal<number | null>(1);
  const set = (change: Parameters<typeof changeTrip>[2]) =>
    props.onChange(changeTrip(props.timetable, props.trip.id, change));
  const copy = () => {
    props.onChange(copyTrip(props.timetable, props.trip.id, every() ?? 60, count() ?? 1));
    const last = props.timetable.trips.filter(
      ({ direction }) => direction === props.trip.direction,
    );
    props.rows.added(words.trip(last.length));
  };
  const remove = () => {
    const { number, rank } = props;
    props.onChange(removeTrip(props.timetable, props.trip.id));
    props.rows.removed(words.trip(number), rank);
  };
  return (
    <th scope="col" class="timetable-trip" data-row={props.rows.id}>
      <span>{words.trip(props.number)}</span>
      <select
        class="input"
        name={`trip-${placeOf(props)}-calendar`}
        aria-label={words.tripDays(props.number)}
        onChange={(event) => set({ calendar: event.currentTarget.value })}
      >
        <For each={props.timetable.calendars}>
          {({ name }) => (
            <option value={name} selected={name === props.trip.calendar}>
              {name}
            </option>
          )}
        </For>
      </select>
      <Disclosure summary={words.more}>
        <TextField
          label={words.note}
          note={text.editor.optional}
          name={`${props.trip.id}-note`}
          maxLength={120}
          value={props.trip.note ?? ''}
          onInput={(note) => set({ note: note.trim() === '' ? null : note })}
        />
        <CheckField
          label={words.booked}
          name={`${props.trip.id}-booked`}
          checked={props.trip.booked?.some(Boolean) ?? false}
          onChange={(on) => set({ booked: props.trip.minutes.map(() => on) })}
        />
        <NumberField
          label={words.every}
          name={`${props.trip.id}-every`}
          min={5}
          max={720}
          value={every()}
          onChange={setEvery}
        />
        <NumberField
          label={words.copies}
          name={`${props.trip.id}-copies`}
          min={1}
          max={MOST_COPIES}
          value={count()}
          onChange={setCount}
        />
        <Show when={every() !== null && count() !== null}>
          <Button look="quiet" onClick={copy}>
            {words.copy}
          </Button>
        </Show>
        <Button look="quiet" icon="close" onClick={remove}>
          {text.editor.removeItem(words.trip(props.number))}
        </Button>
      </Disclosure>
    </th>
  );
}

function Cell(props: ColumnProps & { label: string; rank: number }) {
  const [isWrong, setWrong] = createSignal(false);
  const minute = () => props.trip.minutes[props.rank] ?? null;
  const read = (written: string) => {
    const value = readClock(written);
    setWrong(value === undefined);
    if (value === undefined || value === minute()) return;
    const minutes = props.trip.minutes.with(props.rank, value);
    props.onChange(changeTrip(props.timetable, props.trip.id, { minutes }));
  };
  return (
    <td>
      <input
        class="input timetable-hour"
        name={`trip-${placeOf(props)}-call-${props.rank}`}
        inputmode="text"
        autocomplete="off"
        aria-label={props.label}
        aria-invalid={isWrong() ? 'true' : undefined}
        value={clockOf(minute())}
        onChange={(event) => read(event.currentTarget.value)}
      />
    </td>
  );
}

/** Among the trips of both directions, as notices name it. */
function placeOf({ trip, timetable }: ColumnProps): number {
  return timetable.trips.findIndex(({ id }) => id === trip.id);
}

/** 485 → « 8:05 »; past midnight goes on: « 24:10 ». */
function clockOf(minute: number | null): string {
  if (minute === null) return '';
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

export const TripColumn = { Head, Cell };
