// One case tried: what changes for this person, then the whole answer of today and of the draft.

import { For, Show } from 'solid-js';
import type { PlanDifference, TriedWay } from '#domain/journey/plan-differences.ts';
import type { CaseTrial } from '#domain/transport/offer-trial.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { differenceWords, wayTitle, wayWords } from './trial-words.ts';

export function TrialCase(props: { trial: CaseTrial }) {
  const { text } = usePage();
  const words = text.editor.trial;
  const answered = () => ('differences' in props.trial ? props.trial : null);
  /** What changes of each way, together. */
  const byWay = () => {
    const groups = new Map<string, PlanDifference[]>();
    for (const difference of answered()?.differences ?? []) {
      const known = groups.get(difference.way.id) ?? [];
      groups.set(difference.way.id, [...known, difference]);
    }
    return [...groups.values()];
  };
  return (
    <article class="card trial" data-outcome={props.trial.outcome}>
      <h4>{props.trial.label}</h4>
      <p class="soft">
        {words.trip(props.trial.homeName, props.trial.careName)},{' '}
        {words.when(props.trial.date, props.trial.minute)}
      </p>
      <Show when={props.trial.outcome === 'not_tried'}>
        <p>{words.notTried}</p>
      </Show>
      <Show when={props.trial.outcome === 'unknown_end'}>
        <p>{words.unknownEnd}</p>
      </Show>
      <Show when={answered()}>
        {(trial) => (
          <>
            <Show when={byWay().length > 0} fallback={<p>{words.sameOne}</p>}>
              <ul class="trial-ways">
                <For each={byWay()}>
                  {(differences) => <WayChanges differences={differences} />}
                </For>
              </ul>
            </Show>
            <Disclosure summary={`${words.before} / ${words.after.toLowerCase()}`}>
              <div class="trial-sides">
                <Side heading={words.before} ways={trial().before} />
                <Side heading={words.after} ways={trial().after} />
              </div>
            </Disclosure>
          </>
        )}
      </Show>
    </article>
  );
}

function WayChanges(props: { differences: readonly PlanDifference[] }) {
  const { text } = usePage();
  const first = () => props.differences[0];
  const isWhole = () => first()?.kind === 'appears' || first()?.kind === 'disappears';
  return (
    <li>
      <Show when={!isWhole() && first()}>
        {(each) => <strong>{wayTitle(each().way, text)}</strong>}
      </Show>
      <ul class="change-list">
        <For each={props.differences}>
          {(difference) => {
            const words = differenceWords(difference, text);
            return (
              <Show
                when={words.change}
                fallback={
                  <li class="trial-sentence">
                    <strong>{words.said}</strong>
                    <Show when={difference.kind === 'appears'}>
                      <span>{wayWords(difference.way, text)}</span>
                    </Show>
                  </li>
                }
              >
                {(change) => (
                  <li>
                    <span>{words.said}</span>
                    <span class="change-before">
                      <span class="visually-hidden">{text.editor.trial.from} </span>
                      <del>{change().before}</del>
                    </span>
                    <span class="change-after">
                      <span class="visually-hidden">{text.editor.trial.to} </span>
                      <ins>{change().after}</ins>
                    </span>
                  </li>
                )}
              </Show>
            );
          }}
        </For>
      </ul>
    </li>
  );
}

function Side(props: { heading: string; ways: readonly TriedWay[] }) {
  const { text } = usePage();
  return (
    <section>
      <h5>{props.heading}</h5>
      <ol>
        <For each={props.ways} fallback={<li>{text.editor.trial.noWay}</li>}>
          {(way) => <li>{wayWords(way, text)}</li>}
        </For>
      </ol>
    </section>
  );
}
