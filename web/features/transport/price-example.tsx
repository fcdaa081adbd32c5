// What a place at so many kilometres costs, there and back, with a short and a long wait.

import { For, Show } from 'solid-js';
import type { FareComponent, Price } from '#domain/transport/fare.ts';
import { priceOf } from '#domain/transport/price-of.ts';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';

const EXAMPLE_KM = 12;
const SHORT_WAIT_MINUTES = 60;
const LONG_WAIT_MINUTES = 120;

export function PriceExample(props: { fares: readonly FareComponent[] }) {
  const { text } = usePage();
  const words = text.transport.priceExample;
  const waits = () => props.fares.some((fare) => fare.kind === 'per_km' && fare.waitRule !== null);
  return (
    <div class="offer-example">
      <h3>{words.heading}</h3>
      <p>{words.intro(EXAMPLE_KM, SHORT_WAIT_MINUTES)}</p>
      <PriceTable price={priceFor(SHORT_WAIT_MINUTES)} />
      <Show when={waits()}>
        <p>{words.longWait(LONG_WAIT_MINUTES)}</p>
        <PriceTable price={priceFor(LONG_WAIT_MINUTES)} />
      </Show>
    </div>
  );

  function priceFor(waitMinutes: number): Price {
    return priceOf(props.fares, {
      tripKm: EXAMPLE_KM * 2,
      homeRoundTripKm: EXAMPLE_KM * 2,
      driverLoopKm: null,
      waitMinutes,
      roundTrip: true,
      member: null,
    });
  }
}

function PriceTable(props: { price: Price }) {
  const { text, format } = usePage();
  const words = text.journey.price;
  return (
    <table class="lines">
      <tbody>
        <For each={props.price.lines}>
          {(line) => (
            <tr>
              <th scope="row">
                <Named said={text.rules.priceLine(line)} names={[line.label]} />
              </th>
              <td>{text.rules.priceAmount(line)}</td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{totalWords()}</td>
        </tr>
      </tfoot>
    </table>
  );

  function totalWords(): string {
    const { minCents, maxCents } = props.price;
    if (minCents === null) return words.unknown;
    if (maxCents === null) return words.atLeast(minCents);
    if (maxCents === 0) return words.free;
    return minCents === maxCents ? format.euros(minCents) : words.range(minCents, maxCents);
  }
}
