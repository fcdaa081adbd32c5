// Who else is at the same place.

import { For, Show } from 'solid-js';
import type { EntryDetail } from '#domain/directory/directory.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import type { EntryData } from './entry-data.ts';

/** A large house is folded after these. */
const SHOWN = 5;

export function EntryNeighbours(props: { data: EntryData }) {
  const { text } = usePage();
  const words = text.entry;
  const neighbours = () => props.data.entry.neighbours;
  /** One more in the open is shorter than a fold. */
  const shown = () => (neighbours().length <= SHOWN + 1 ? neighbours().length : SHOWN);
  return (
    <section class="card entry-section no-print">
      <h2>{words.neighbours}</h2>
      <Lines neighbours={neighbours().slice(0, shown())} />
      <Show when={neighbours().length > shown()}>
        <Disclosure summary={words.moreNeighbours(neighbours().length - shown())}>
          <Lines neighbours={neighbours().slice(shown())} />
        </Disclosure>
      </Show>
    </section>
  );

  function Lines(lines: { neighbours: EntryDetail['neighbours'] }) {
    const { link, dataLang } = usePage();
    const from = () => (props.data.from === null ? '' : `?depart=${props.data.from.key}`);
    return (
      <ul class="entry-links">
        <For each={lines.neighbours}>
          {(neighbour) => (
            <li lang={dataLang}>
              <a href={link(`/fiche/${encodeURIComponent(neighbour.id)}${from()}`)}>
                {neighbour.name}
              </a>
              <span class="entry-note">{neighbour.title}</span>
            </li>
          )}
        </For>
      </ul>
    );
  }
}
