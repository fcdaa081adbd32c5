// « Y aller »: the best way at once, the others one touch away.

import { For, Show } from 'solid-js';
import type { TravelMode } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PhoneLink, spokenBlocks } from '#web/ui/phone-link.tsx';
import { Price } from '#web/ui/price.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Times } from '#web/ui/times.tsx';
import type { WaysState } from './results-answer.tsx';
import type { WayModel } from './results-ways-model.ts';

export type ResultsWaysProps = {
  mode: TravelMode;
  ways: readonly WayModel[] | undefined;
  when: string | undefined;
  state: WaysState;
};

const SHOWN = 1;

export function ResultsWays(props: ResultsWaysProps) {
  const { text } = usePage();
  const first = () => props.ways?.slice(0, SHOWN) ?? [];
  const others = () => props.ways?.slice(SHOWN) ?? [];
  /** An entry the answer leaves out was not computed in time: nothing is known of its ways. */
  const none = () => (props.ways === undefined ? text.results.goLate : text.results.goNone);
  return (
    <>
      <h3>
        {text.results.goTitle[props.mode]}
        <Show when={props.when}>{(when) => <span class="ways-when">{when()}</span>}</Show>
      </h3>
      <Show when={props.state === 'waiting'}>
        <div class="needs-script">
          <Skeleton label={text.results.goWaiting} />
        </div>
      </Show>
      <Show when={props.state === 'failed'}>
        <p>{text.results.goFailed}</p>
      </Show>
      <Show when={props.state === 'ready'}>
        <Show when={first().length > 0} fallback={<p>{none()}</p>}>
          <ul class="ways-list">
            <For each={first()}>{(way) => <Way way={way} />}</For>
          </ul>
        </Show>
        <Show when={others().length > 0}>
          <Disclosure summary={text.results.goOther(others().length)}>
            <ul class="ways-list">
              <For each={others()}>{(way) => <Way way={way} />}</For>
            </ul>
          </Disclosure>
        </Show>
      </Show>
    </>
  );
}

function Way(props: { way: WayModel }) {
  const { text } = usePage();
  const way = () => props.way;
  return (
    <li class="way-line" classList={{ 'is-almost': way().almost }}>
      <Icon name={way().icon} />
      <div>
        <p class="way-title">
          <strong>{way().title}</strong>
          <Show when={way().price}>
            {(price) => (
              <Price
                amount={price().amount}
                known={price().known}
                about={price().about ? text.common.about : undefined}
                extra={price().extra ?? undefined}
              />
            )}
          </Show>
        </p>
        <p>
          <Times items={way().times} />
        </p>
        <Show when={way().remarks.length > 0}>
          <p class="way-remarks">{way().remarks.join(' · ')}</p>
        </Show>
        <Show when={way().call}>
          {(call) => (
            <p class="way-call">
              {text.results.callOn}{' '}
              <PhoneLink
                look="text"
                display={call().display}
                dial={call().dial}
                label={text.common.callNumber(spokenBlocks(call().display))}
              />{' '}
              <Show when={call().before}>{(before) => <strong>{before()}</strong>}</Show>
            </p>
          )}
        </Show>
      </div>
    </li>
  );
}
