// Who may ride, as written by the offer: all of these, one of these, not this.

import { For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Eligibility } from '#domain/transport/eligibility.ts';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { conditionNames } from './offer-names.ts';

export function EligibilityTree(props: { expression: Eligibility }): JSX.Element {
  const { text } = usePage();
  const words = text.rules;
  return (
    <Switch>
      <Match when={'all' in props.expression ? props.expression.all : null}>
        {(parts) => <Group title={words.allOf} parts={parts()} />}
      </Match>
      <Match when={'any' in props.expression ? props.expression.any : null}>
        {(parts) => <Group title={words.anyOf} parts={parts()} />}
      </Match>
      <Match when={'not' in props.expression ? props.expression.not : null}>
        {(part) => <Group title={words.notOf} parts={[part()]} />}
      </Match>
      <Match when={'criterion' in props.expression ? props.expression : null}>
        {(part) => (
          <>
            <Named
              said={words.sentence(
                part().weight === 'soft'
                  ? words.softCriterion(words.criterion(part().criterion))
                  : words.criterion(part().criterion),
              )}
              names={conditionNames(part())}
            />
            <Show when={part().proof}>
              {(proof) => (
                <span class="offer-proof">
                  <Named said={words.proof(proof())} names={[proof()]} />
                </span>
              )}
            </Show>
          </>
        )}
      </Match>
    </Switch>
  );
}

function Group(props: { title: string; parts: readonly Eligibility[] }) {
  return (
    <>
      <p>{props.title}</p>
      <ul>
        <For each={props.parts}>
          {(part) => (
            <li>
              <EligibilityTree expression={part} />
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
