// What the trip costs, line by line, with what is not known said in words.

import { Named } from '#web/lib/named.tsx';
import './price-lines.css';
import { For, Show } from 'solid-js';
import type { Price } from '#domain/transport/fare.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Price as PriceFigure } from '#web/ui/price.tsx';
import { priceWords } from './option-words.ts';

export function PriceLines(props: { price: Price }) {
  const { text, format, dataLang } = usePage();
  const words = text.journey.price;
  const total = () => priceWords(props.price, text, format.euros);
  return (
    <section class="price-lines">
      <table class="lines">
        <caption class="visually-hidden">{words.heading}</caption>
        <tbody>
          <For each={props.price.lines}>
            {(line) => (
              <tr>
                <th scope="row">
                  <Named said={text.rules.priceLine(line)} names={[line.label]} />
                  <Show when={line.code === 'extra' ? null : line.label}>
                    {(label) => (
                      <span class="soft line-note" lang={dataLang}>
                        {label()}
                      </span>
                    )}
                  </Show>
                  <Show when={line.provenance?.asOf}>
                    {(asOf) => <span class="soft line-note">{text.rules.asOf(asOf())}</span>}
                  </Show>
                </th>
                <td>
                  {text.rules.priceAmount(line)}
                  <Show when={line.once === 'per_year'}>
                    <span class="soft line-note">{words.once}</span>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>
              <PriceFigure amount={total().amount} about={total().about ?? undefined} />
            </td>
          </tr>
        </tfoot>
      </table>
      <Show when={props.price.partial}>
        <p>{words.partial}</p>
      </Show>
      <Show when={props.price.estimate}>
        <p class="soft">{words.estimate}</p>
      </Show>
    </section>
  );
}
