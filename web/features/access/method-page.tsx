// « Comment l’observatoire calcule »: the rules the code applies, with its own figures, then each question.

import './observatory.css';
import { For, Show } from 'solid-js';
import { ACTS_A_FULL_TIME, APL_PARAMETERS } from '#domain/access/apl-parameters.ts';
import { LEAST_PEOPLE } from '#domain/access/figures.ts';
import { INDICATORS } from '#domain/access/indicators.ts';
import { LEAST_PRACTITIONERS } from '#domain/access/leaving-share.ts';
import { BASKET_MINUTES } from '#domain/access/measure-places.ts';
import {
  MOST_MINUTES_ONE_WAY,
  MOST_WALK_MINUTES,
  VISIT_MINUTES,
} from '#domain/access/no-car-bounds.ts';
import { NEAREST, NEAREST_BY_LINE } from '#domain/access/no-car-week.ts';
import { usualDraws } from '#domain/access/uncertainty.ts';
import { LEAST_SHOWN } from '#domain/journey/unmet-demand.ts';
import type { MethodFigures } from '#web/i18n/fr-access-method.ts';
import type { Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';

/** Read from the code that applies them. */
export function methodFigures(): MethodFigures {
  const { decay, ageWeights, threshold, nationalMean } = APL_PARAMETERS.gp;
  if (decay.value.kind !== 'step' || threshold === null || nationalMean === null) {
    throw new Error('The method tells of steps, a threshold and a national mean: one is missing');
  }
  const { draws, timeShare, supplyShare } = usualDraws(decay.value);
  return {
    steps: decay.value.steps,
    stepsSource: decay.source,
    stepsCertainty: decay.certainty,
    ageWeights: ageWeights.value,
    ageSource: ageWeights.source,
    ageCertainty: ageWeights.certainty,
    actsAFullTime: ACTS_A_FULL_TIME.value,
    actsSource: ACTS_A_FULL_TIME.source,
    threshold: threshold.value,
    thresholdSource: threshold.source,
    nationalMean: nationalMean.value,
    nationalSource: nationalMean.source,
    ...{ draws, timeShare, supplyShare },
    basketMinutes: BASKET_MINUTES,
    visitMinutes: VISIT_MINUTES,
    oneWayMinutes: MOST_MINUTES_ONE_WAY,
    walkMinutes: MOST_WALK_MINUTES,
    nearest: NEAREST,
    nearestByLine: NEAREST_BY_LINE,
    leastPeople: LEAST_PEOPLE,
    leastPractitioners: LEAST_PRACTITIONERS,
    leastSearches: LEAST_SHOWN,
  };
}

export const methodPage: Page<null> = {
  async load({ text }) {
    const { title, lead } = text.access.method;
    return { kind: 'page', head: { title, description: lead }, data: null };
  },

  Content() {
    const { text, link } = usePage();
    const words = text.access.method;
    return (
      <main id="contenu" class="page wrap method">
        <BackLink href={link('/observatoire')} label={words.back} />
        <PageHeader title={words.title} lead={words.lead} />
        <For each={words.sections(methodFigures())}>
          {(section) => (
            <section class="method-section">
              <h2>{section.title}</h2>
              <For each={section.paragraphs}>{(paragraph) => <p>{paragraph}</p>}</For>
              <Show when={section.items}>
                {(items) => (
                  <ul>
                    <For each={items()}>{(item) => <li>{item}</li>}</For>
                  </ul>
                )}
              </Show>
            </section>
          )}
        </For>
        <section class="method-section">
          <h2>{words.eachTitle}</h2>
          <For each={INDICATORS}>
            {({ id }) => (
              <section class="method-indicator" id={id}>
                <h3>{text.access.indicators[id].question}</h3>
                <For each={text.access.indicators[id].how}>{(paragraph) => <p>{paragraph}</p>}</For>
              </section>
            )}
          </For>
        </section>
      </main>
    );
  },
};
