// Which communes have all five kinds of everyday care, and which are one profession short?

import { For, Show } from 'solid-js';
import type { CarePole } from '#domain/access/figures.ts';
import { usePage } from '#web/lib/page-context.ts';

export function PoleList(props: { poles: readonly CarePole[] }) {
  const { text, dataLang } = usePage();
  const words = text.access.poles;
  const short = () => props.poles.filter(({ lacks }) => lacks !== null);
  const complete = () => props.poles.filter(({ lacks }) => lacks === null);
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
          <p>{words.complete}</p>
          <ul class="pole-list-rows">
            <For each={complete()}>
              {(pole) => (
                <li>
                  <strong lang={dataLang}>{pole.name}</strong>
                  <span>
                    {pole.joins === null
                      ? words.around(pole.communes.length, pole.people)
                      : words.joins(pole.joins)}
                  </span>
                  <Show when={!pole.isInside}>
                    <span class="soft">{words.outside}</span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}
