// A timetable pasted from a spreadsheet: what was read is shown before it replaces anything.

import { createMemo, createSignal, For, Show } from 'solid-js';
import type { Direction } from '#domain/transport/line-grid.ts';
import type { LineTimetable } from '#domain/transport/offer-document.ts';
import { readGrid } from '#domain/transport/read-grid.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TextAreaField } from '#web/ui/text-field.tsx';

export type PasteGridProps = {
  timetable: LineTimetable;
  direction: Direction;
  onChange: (timetable: LineTimetable) => void;
};

export function PasteGrid(props: PasteGridProps) {
  const { text } = usePage();
  const words = text.editor.grid;
  const [written, setWritten] = createSignal('');
  // A field that was written in keeps its text: another one takes its place, empty.
  const [round, setRound] = createSignal(1);
  const read = createMemo(() =>
    written().trim() === '' ? null : readGrid(props.timetable, props.direction, written()),
  );
  const count = (timetable: LineTimetable) =>
    timetable.trips.filter(({ direction }) => direction === props.direction).length;
  return (
    <div class="editor-fields">
      <Show when={round()} keyed>
        <TextAreaField
          label={words.pasteLabel}
          hint={words.pasteHint}
          name="grid"
          rows={6}
          onInput={setWritten}
        />
      </Show>
      <Show when={read()}>
        {(found) => (
          <>
            <p role="status">{words.pasteFound(count(found().timetable))}</p>
            <Show when={found().unknownStops.length > 0}>
              <p>{words.pasteUnknown(found().unknownStops)}</p>
            </Show>
            <Show when={found().unreadable.length > 0}>
              <ul>
                <For each={found().unreadable}>
                  {(cell) => <li>{words.pasteUnreadable(cell.stop, cell.trip, cell.written)}</li>}
                </For>
              </ul>
            </Show>
            <Button
              look="quiet"
              disabled={count(found().timetable) === 0}
              onClick={() => {
                props.onChange(found().timetable);
                setWritten('');
                setRound(round() + 1);
              }}
            >
              {words.pasteTake}
            </Button>
          </>
        )}
      </Show>
    </div>
  );
}
