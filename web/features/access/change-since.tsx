// What changed since the data were other: who crossed the threshold, and when only the reckoning did.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import type { AccessOverview } from './access-data.ts';

/** Communes named one by one; more are counted. */
const NAMED = 12;

export function ChangeSince(props: { change: AccessOverview['change'] }) {
  const { text } = usePage();
  const words = text.access.compare.changes;
  return (
    <Show when={props.change}>
      {(change) => {
        const lists = () => [
          { id: 'fell', communes: change().fell, said: words.fell(change().fell.length) },
          { id: 'rose', communes: change().rose, said: words.rose(change().rose.length) },
        ];
        const crossed = () => change().fell.length + change().rose.length;
        return (
          <section class="figures-sources" aria-labelledby="changements">
            <h2 id="changements">{words.title}</h2>
            <p>
              {words.since(change().since.slice(0, 10))}{' '}
              {words.people(change().peopleBefore, change().peopleNow)}
            </p>
            <Show when={change().hasOtherTimes || change().hasOtherMethod}>
              <Notice tone="warn">
                <Show when={change().hasOtherTimes}>
                  <p>{words.otherTimes}</p>
                </Show>
                <Show when={change().hasOtherMethod}>
                  <p>{words.otherMethod}</p>
                </Show>
              </Notice>
            </Show>
            <Show when={crossed() > 0} fallback={<p>{words.none}</p>}>
              <For each={lists().filter(({ communes }) => communes.length > 0)}>
                {({ communes, said }) => (
                  <p>
                    <strong>{said}</strong>{' '}
                    {words.names(
                      communes.slice(0, NAMED).map(({ name }) => name),
                      Math.max(0, communes.length - NAMED),
                    )}
                  </p>
                )}
              </For>
            </Show>
          </section>
        );
      }}
    </Show>
  );
}
