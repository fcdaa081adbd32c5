// What organizations say of the line one rides: for whom it is, what to know, who says so and since when.

import { For, Show } from 'solid-js';
import type { Leg } from '#domain/journey/journey.ts';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';

export function LegMarks(props: { leg: Leg }) {
  const { text, dataLang } = usePage();
  const words = text.journey.marks;
  return (
    <For each={props.leg.line?.marks ?? []}>
      {(mark) => (
        <div class="thread-mark-said">
          {/* How to book is said with the stops. */}
          <Show when={mark.kind === 'on_booking' ? '' : words.said(mark)}>
            {(said) => (
              <p class="thread-asked">
                <Named said={said()} names={[mark.kind === 'reserved' ? mark.forWhom : null]} />
              </p>
            )}
          </Show>
          <Show when={mark.note}>{(note) => <p lang={dataLang}>{note()}</p>}</Show>
          <p class="soft thread-stops">
            <Named said={words.by(mark)} names={[mark.saidBy]} />
          </p>
        </div>
      )}
    </For>
  );
}
