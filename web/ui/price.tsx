// What it costs, set large, with the word that says how sure it is.

import { Show } from 'solid-js';

export type PriceProps = {
  /** « 2,80 € », « de 4,20 € à 6,00 € », « gratuit », « prix à demander ». */
  amount: string;
  /** False for words that stand for a price: « prix à demander » is not set large. */
  known?: boolean;
  /** « environ », before an estimate. */
  about?: string | undefined;
  /** « + adhésion 10,00 € par an ». */
  extra?: string | undefined;
};

export function Price(props: PriceProps) {
  return (
    <span class="price">
      <Show when={props.about}>{(about) => <span class="price-about">{about()} </span>}</Show>
      <Show when={props.known !== false} fallback={<span class="soft">{props.amount}</span>}>
        <strong>{props.amount}</strong>
      </Show>
      <Show when={props.extra}>{(extra) => <span class="price-extra"> {extra()}</span>}</Show>
    </span>
  );
}
