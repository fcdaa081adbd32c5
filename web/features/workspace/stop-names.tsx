// The stops of a line: their names, as people read them on the pole, and where they are.

import { Index, Show } from 'solid-js';
import type { LineStop, LineTimetable } from '#domain/transport/offer-document.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { PositionField } from './position-field.tsx';

/** Seldom those of an address. */
export function StopNames(props: {
  timetable: LineTimetable;
  onChange: (next: LineTimetable) => void;
}) {
  const { text } = usePage();
  const words = text.editor.grid;
  const set = (index: number, change: Partial<LineStop>) =>
    props.onChange({
      ...props.timetable,
      stops: props.timetable.stops.map((stop, at) =>
        at === index ? { ...stop, ...change } : stop,
      ),
    });
  return (
    <Show when={props.timetable.stops.length > 0}>
      <Disclosure summary={words.stopNames}>
        <div class="editor-list">
          <Index each={props.timetable.stops}>
            {(stop, index) => (
              <div class="editor-list-row">
                <TextField
                  label={words.stopName(index + 1)}
                  name={`stop-${index}`}
                  maxLength={80}
                  value={stop().name}
                  onInput={(name) => set(index, { name })}
                />
                <PositionField
                  label={words.stopPosition(index + 1)}
                  name={`stop-${index}-position`}
                  point={stop().point}
                  // Its commune may no longer be the one it was.
                  onPoint={(point) => set(index, { point, insee: null })}
                />
              </div>
            )}
          </Index>
        </div>
      </Disclosure>
    </Show>
  );
}
