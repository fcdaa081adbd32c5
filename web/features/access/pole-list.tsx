// Which communes have all five kinds of everyday care, and which are one profession short?

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import type { Pole } from './access-data.ts';

export function PoleList(props: { poles: readonly Pole[] }) {
  const { text, dataLang } = usePage();
  const words = text.access.poles;
  const short = () => props.poles.filter(({ lacks }) => lacks !== null);
  const complete = () => props.poles.filter(({ lacks }) => lacks === null).map(({ name }) => name);
  return (
    <Show when={props.poles.length > 0}>
      <section class="pole-list" aria-labelledby="poles">
        <h2 id="poles">{words.title}</h2>
        <Show when={short().length > 0}>
          <p>{words.intro}</p>
          <ul class="pole-list-rows">
            <For each={short()}>
              {({ name, lacks, people }) => (
                <li>
                  <strong lang={dataLang}>{name}</strong>
                  <span>
                    {lacks === null ? '' : words.lacks(text.access.kinds[lacks].toLowerCase())}
                  </span>
                  <span class="soft">{words.people(people)}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <Show when={complete().length > 0}>
          <p>{words.complete(complete())}</p>
        </Show>
      </section>
    </Show>
  );
}
