// The names of the stops of a line, as people read them on the pole.

import { Index, Show } from 'solid-js';
import type { LineTimetable } from '#domain/transport/offer-document.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { TextField } from '#web/ui/text-field.tsx';

/** Seldom those of an address. */
export function StopNames(props: {
  timetable: LineTimetable;
  onChange: (next: LineTimetable) => void;
}) {
  const { text } = usePage();
  const words = text.editor.grid;
  const rename = (index: number, name: string) =>
    props.onChange({
      ...props.timetable,
      stops: props.timetable.stops.map((stop, at) => (at === index ? { ...stop, name } : stop)),
    });
  return (
    <Show when={props.timetable.stops.length > 0}>
      <Disclosure summary={words.stopNames}>
        <div class="editor-grid">
          <Index each={props.timetable.stops}>
            {(stop, index) => (
              <TextField
                label={words.stopName(index + 1)}
                name={`stop-${index}`}
                maxLength={80}
                value={stop().name}
                onInput={(name) => rename(index, name)}
              />
            )}
          </Index>
        </div>
      </Disclosure>
    </Show>
  );
}
