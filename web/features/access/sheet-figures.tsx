// Every figure of a commune, beside those of the territory, of the département and of the ministry.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import type { Indicator, SheetValue } from './access-data.ts';
import { sayPlace, sayValue } from './say-value.ts';

export function SheetFigures(props: {
  values: readonly SheetValue[];
  indicators: readonly Indicator[];
}) {
  const { text, link } = usePage();
  const words = text.access.sheet;
  const columns = words.columns;
  const rows = () =>
    props.values.flatMap((value) => {
      const indicator = props.indicators.find(({ id }) => id === value.id);
      return indicator === undefined ? [] : [{ value, indicator }];
    });
  return (
    <Disclosure class="sheet-fold" summary={words.figures}>
      <table class="sheet-table">
        <caption class="visually-hidden">{words.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.indicator}</th>
            <th scope="col">{columns.value}</th>
            <th scope="col">{columns.territory}</th>
            <th scope="col">{columns.departement}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {({ value, indicator }) => (
              <tr>
                <th scope="row">
                  {text.access.indicators[value.id].short}
                  <Disclosure class="sheet-how" summary={text.access.how.summary}>
                    <For each={text.access.indicators[value.id].how}>
                      {(paragraph) => <p>{paragraph}</p>}
                    </For>
                    <a href={link(`/observatoire/methode#${value.id}`)}>{text.access.how.all}</a>
                  </Disclosure>
                </th>
                <td data-label={columns.value}>
                  <strong>{sayPlace(text.access, indicator, value)}</strong>
                  <Trust value={value} indicator={indicator} />
                </td>
                <td data-label={columns.territory}>
                  {sayValue(text.access, indicator, value.territoryValue) ?? text.common.unknown}
                </td>
                <td data-label={columns.departement}>
                  {sayValue(text.access, indicator, value.departementValue) ?? text.common.unknown}
                  <Show when={value.departement}>
                    {(departement) => (
                      <span class="sheet-trust">
                        {text.access.compare.published.source(departement().year)}
                      </span>
                    )}
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Disclosure>
  );
}

/** How sure it is, and what the ministry says. */
function Trust(props: { value: SheetValue; indicator: Indicator }) {
  const { text } = usePage();
  const words = text.access.sheet;
  const bare = (value: number) => text.access.bare(value, props.indicator.decimals);
  const interval = () => {
    const { low, high } = props.value;
    return low === null || high === null ? null : words.between(bare(low), bare(high));
  };
  const signed = (residual: number) => `${residual > 0 ? '+' : ''}${bare(residual)}`;
  return (
    <>
      <Show when={interval()}>{(said) => <span class="sheet-trust">{said()}</span>}</Show>
      <Show when={props.value.probabilityBelow !== null}>
        <span class="sheet-trust">
          {words.probability(100 * (props.value.probabilityBelow ?? 0))}
        </span>
      </Show>
      <Show when={props.value.published}>
        {(published) => (
          <span class="sheet-trust">
            {words.published(
              published().year,
              bare(published().value),
              mapNull(published().residual, signed),
            )}
          </span>
        )}
      </Show>
    </>
  );
}

function mapNull<Value, Result>(value: Value | null, change: (value: Value) => Result) {
  return value === null ? null : change(value);
}
