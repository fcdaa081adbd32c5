// One question, one line a territory: the mean, from whom to whom, who lacks, how unequally, of what date.

import { For, Show } from 'solid-js';
import type { ComparedValue } from '#domain/access/compare-indicator.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { CompareBar } from './compare-bars.tsx';
import type { ComparedIndicator, ComparedTerritory } from './compare-data.ts';
import { sayBare, sayBound } from './say-value.ts';
import { sayVintages } from './say-vintages.ts';

export type CompareQuestionProps = {
  indicator: ComparedIndicator;
  territories: readonly ComparedTerritory[];
};

export function CompareQuestion(props: CompareQuestionProps) {
  const { text, link, dataLang } = usePage();
  const words = text.access.compare.question;
  const { columns } = words;
  const own = () => text.access.indicators[props.indicator.id];
  const bare = (value: number) => sayBare(text.access, props.indicator, { state: 'value', value });
  const valueHead = () => (props.indicator.summed === 'total' ? columns.total : columns.value);
  const has = (part: 'spread' | 'concern') =>
    props.indicator.values.some((value) => value !== null && value[part] !== null);
  const most = () =>
    Math.max(
      props.indicator.hinge ?? 0,
      ...props.indicator.values.flatMap((value) =>
        value?.spread ? [value.spread.worst, value.spread.best] : [],
      ),
    );
  const rows = () =>
    props.territories.map((territory, index) => ({
      territory,
      value: props.indicator.values[index] ?? null,
    }));
  /** « Habitants : moins de 2,5 », « Habitants : 20 et plus ». */
  const concernHead = (): string => {
    const found = props.indicator.values.find((value) => value !== null && value.concern !== null);
    const bound = sayBound(text.access, found?.concern?.bound ?? 0);
    const { classes } = text.access;
    const isBelow = props.indicator.direction === 'high_is_good';
    return columns.concern(isBelow ? classes.below(bound) : classes.above(bound));
  };
  const columnCount = () => 1 + (has('spread') ? 2 : 0) + (has('concern') ? 1 : 0);
  return (
    <section class="compare-question" aria-labelledby={`question-${props.indicator.id}`}>
      <h4 id={`question-${props.indicator.id}`}>
        {own().question}{' '}
        <span class="compare-unit">({text.access.unitOf(props.indicator.unit)})</span>
      </h4>
      <Show when={!props.indicator.areComparable}>
        <p class="compare-stop">
          <Icon name="warning" />
          <strong>{words.otherSources}</strong>
        </p>
      </Show>
      <table class="sheet-table compare-table">
        <caption class="visually-hidden">{words.scroll(own().question)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.territory}</th>
            <th scope="col">{valueHead()}</th>
            <Show when={has('spread')}>
              <th scope="col">{columns.spread}</th>
            </Show>
            <Show when={has('concern')}>
              <th scope="col">{concernHead()}</th>
            </Show>
            <Show when={has('spread')}>
              <th scope="col">{columns.gini}</th>
            </Show>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ territory, value }) => (
              <tr>
                <th scope="row">
                  <span lang={dataLang}>{territory.name}</span>
                  <span class="sheet-trust compare-vintage">
                    {sayVintages(words, territory, value)}
                  </span>
                </th>
                <Show
                  when={value !== null && value.value !== null ? value : null}
                  fallback={
                    <td colSpan={columnCount()} class="compare-unknown">
                      {territory.computedAt === null ? words.notComputed : words.unknown}
                    </td>
                  }
                >
                  {(known) => (
                    <>
                      <td data-label={valueHead()}>
                        <strong class="compare-value">{bare(known().value ?? 0)}</strong>
                        <Show when={known().olderShare}>
                          {(share) => <span class="sheet-trust">{words.olderShare(share())}</span>}
                        </Show>
                        <Show when={known().isDoubtful}>
                          <span class="compare-doubt">{words.doubtful}</span>
                        </Show>
                      </td>
                      <Show when={has('spread')}>
                        <td data-label={columns.spread}>
                          <Spread
                            value={known()}
                            bare={bare}
                            hinge={props.indicator.hinge}
                            most={most()}
                          />
                        </td>
                      </Show>
                      <Show when={has('concern')}>
                        <td data-label={concernHead()}>
                          <Concern value={known()} />
                        </td>
                      </Show>
                      <Show when={has('spread')}>
                        <td data-label={columns.gini}>
                          <Inequality value={known()} />
                        </td>
                      </Show>
                    </>
                  )}
                </Show>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="no-print">
        <a class="observatory-link" href={link(`/observatoire/methode#${props.indicator.id}`)}>
          {text.access.how.summary}
        </a>
      </p>
    </section>
  );
}

function Spread(props: {
  value: ComparedValue;
  bare: (value: number) => string;
  hinge: number | null;
  most: number;
}) {
  const { text } = usePage();
  const words = text.access.compare.question;
  return (
    <Show when={props.value.spread} fallback={words.unknown}>
      {(spread) => (
        <>
          <CompareBar
            worst={spread().worst}
            best={spread().best}
            mean={props.value.value ?? 0}
            hinge={props.hinge}
            most={props.most}
          />
          <span class="compare-ends">
            <span>
              <strong>{props.bare(spread().worst)}</strong> {words.worst}
            </span>
            <span>
              <strong>{props.bare(spread().best)}</strong> {words.best}
            </span>
          </span>
        </>
      )}
    </Show>
  );
}

function Concern(props: { value: ComparedValue }) {
  const { text } = usePage();
  const words = text.access.compare.question;
  return (
    <Show when={props.value.concern} fallback={words.unknown}>
      {(concern) => (
        <Show when={concern().people > 0} fallback={words.nobody}>
          {words.concern(concern().people, concern().share)}
          <Show when={concern().older !== null}>
            <span class="sheet-trust">{words.concernOlder(concern().older ?? 0)}</span>
          </Show>
        </Show>
      )}
    </Show>
  );
}

function Inequality(props: { value: ComparedValue }) {
  const { text } = usePage();
  const words = text.access.compare.question;
  return (
    <Show when={props.value.spread} fallback={words.unknown}>
      {(spread) => (
        <>
          {words.gini(spread().gini)}
          <Show when={spread().palma}>
            {(ratio) => (
              <span class="sheet-trust">{words.palma(text.access.bare(ratio(), 1))}</span>
            )}
          </Show>
          <Show when={spread().leftOut > 0}>
            <span class="sheet-trust">{words.leftOut(spread().leftOut)}</span>
          </Show>
        </>
      )}
    </Show>
  );
}
