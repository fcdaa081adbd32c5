// The changes being tried, in order, each with what stops it.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import type { Bench } from './scenario-bench.ts';
import type { DeskModel } from './scenario-messages.ts';
import { tellChange } from './scenario-told.ts';

export function ScenarioChanges(props: { bench: Bench; model: DeskModel }) {
  const { text } = usePage();
  const words = text.scenario;
  const reasonOf = (index: number) =>
    props.bench.result()?.leftOut.find(({ change }) => change === index)?.reason;
  return (
    <section aria-labelledby="essais">
      <h2 id="essais" tabindex="-1">
        {words.changesTitle}
      </h2>
      <Show when={props.bench.changes().length > 0} fallback={<p class="soft">{words.noChange}</p>}>
        <ol class="scenario-list">
          <For each={props.bench.changes()}>
            {(change, index) => {
              const told = () => tellChange(words.form.told, props.model, change);
              return (
                <li>
                  <span>
                    {told()}
                    <Show when={reasonOf(index())}>
                      {(reason) => <span class="scenario-aged">{words.leftOut(reason())}</span>}
                    </Show>
                  </span>
                  <Button
                    look="plain"
                    icon="close"
                    label={words.removeOf(told())}
                    onClick={() => {
                      props.bench.remove(index());
                      document.getElementById('essais')?.focus();
                    }}
                  >
                    {words.remove}
                  </Button>
                </li>
              );
            }}
          </For>
        </ol>
        <Show when={props.bench.changes().length > 1}>
          <Button look="plain" onClick={() => props.bench.clear()}>
            {words.clear}
          </Button>
        </Show>
      </Show>
    </section>
  );
}
