// What to ask, of whom, in order; then the dated amounts the sentences rest on. Never a verdict.

import { For, Show } from 'solid-js';
import type { MedicalAdvice, MedicalStep } from '#domain/transport/medical-advice.ts';
import {
  type MedicalFact,
  type MedicalFactId,
  medicalFact,
} from '#domain/transport/medical-facts.ts';
import { usePage } from '#web/lib/page-context.ts';
import { FactAge } from '#web/ui/fact-age.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-paths.ts';
import { PrintButton } from '#web/ui/print-button.tsx';

/** In the order one meets them. */
const WHOM: readonly (readonly [MedicalStep['to'], IconName])[] = [
  ['emergency', 'phone'],
  ['doctor', 'person'],
  ['insurance', 'shield'],
  ['carrier', 'ambulance'],
];

export function MedicalAdviceList(props: { advice: MedicalAdvice }) {
  const { text } = usePage();
  const words = text.medical;
  const groups = () =>
    WHOM.map(([to, icon]) => ({
      to,
      icon,
      steps: props.advice.steps.filter((step) => step.to === to),
    })).filter((group) => group.steps.length > 0);
  return (
    <section class="medical-answer" aria-labelledby="a-demander">
      <div class="section-head">
        <h2 id="a-demander" tabindex="-1">
          {words.answerTitle}
        </h2>
        <PrintButton part="all" label={words.print} />
      </div>
      <For each={groups()}>
        {(group) => (
          <section class={`medical-group card medical-${group.to}`}>
            <h3>
              <Icon name={group.icon} /> {words.to[group.to]}
            </h3>
            <ul class="medical-steps">
              <For each={group.steps}>{(step) => <li>{words.step(step.code, sayFact)}</li>}</For>
            </ul>
            <p class="print-only">{words.note} : ………………………………………………………</p>
          </section>
        )}
      </For>
      <Show when={props.advice.questions.length > 0}>
        <p class="no-print">
          <a class="medical-more-link" href="#reponses">
            {words.moreAnswers(props.advice.questions.length)}
          </a>
        </p>
      </Show>
      <Show when={props.advice.situations.length > 0}>
        <section>
          <h3>{words.situationsTitle}</h3>
          <ul class="medical-plain">
            <For each={props.advice.situations}>
              {(situation) => <li>{words.situation(situation)}</li>}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={props.advice.estimates.length > 0}>
        <section>
          <h3>{words.estimatesTitle}</h3>
          <ul class="medical-plain">
            <For each={props.advice.estimates}>
              {(estimate) => <li>{words.estimate(estimate)}</li>}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={props.advice.facts.length > 0}>
        <section>
          <h3>{words.factsTitle}</h3>
          <ul class="medical-facts">
            <For each={props.advice.facts}>{(fact) => <Fact fact={fact} />}</For>
          </ul>
        </section>
      </Show>
    </section>
  );

  function Fact(shown: { fact: MedicalFact }) {
    const { fact } = shown;
    return (
      <li>
        <p>
          {words.fact(fact.id)} <strong>{words.amount(fact)}</strong>
        </p>
        <FactAge
          age={ageOf(fact)}
          source={fact.source.name}
          sourceUrl={fact.source.url}
          toConfirm={fact.toConfirm ? text.common.toConfirm : undefined}
        />
      </li>
    );
  }

  function ageOf({ since, asOf }: MedicalFact): string {
    if (since !== null) return words.since(since);
    return asOf === null ? words.undated : words.asOf(asOf);
  }

  /** A weak amount says so wherever it is said. */
  function sayFact(id: MedicalFactId): string {
    const fact = medicalFact(id);
    return fact.toConfirm ? words.toConfirm(words.amount(fact)) : words.amount(fact);
  }
}
