// « Y aller »: the best way at once, the others one touch away.

import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PhoneLink, spokenBlocks } from '#web/ui/phone-link.tsx';
import { Price } from '#web/ui/price.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Times } from '#web/ui/times.tsx';
import { type SearchQuery, travelQuery } from './need-search.ts';
import type { CardKey } from './results-card-model.ts';
import type { WayModel } from './results-ways-model.ts';

/** `late`: left out, for want of time; `failed`: nothing was answered. */
export type CardWays = readonly WayModel[] | 'late' | 'failed';

export type ResultsWaysProps = {
  card: CardKey;
  search: SearchQuery;
  /** Absent while they are looked for. */
  ways: CardWays | undefined;
  when: string;
};

const SHOWN = 1;

export function ResultsWays(props: ResultsWaysProps) {
  const { text, link } = usePage();
  const known = () => (typeof props.ways === 'object' ? props.ways : undefined);
  const missing = () => (typeof props.ways === 'string' ? props.ways : undefined);
  const others = () => known()?.slice(SHOWN) ?? [];
  return (
    <>
      <h3>
        {text.results.goTitle[props.search.mode]}
        <span class="ways-when">{props.when}</span>
      </h3>
      <Show when={props.ways === undefined}>
        <div class="needs-script">
          <Skeleton label={text.results.goWaiting} lines={5} quiet />
        </div>
        <div class="without-script">
          <Missing why="late" />
        </div>
      </Show>
      <Show when={missing()}>{(why) => <Missing why={why()} />}</Show>
      <Show when={known()}>
        {(ways) => (
          <>
            <Show when={ways().length > 0} fallback={<p>{text.results.goNone}</p>}>
              <ul class="ways-list">
                <For each={ways().slice(0, SHOWN)}>{(way) => <Way way={way} />}</For>
              </ul>
            </Show>
            <Show when={others().length > 0}>
              <Disclosure summary={text.results.goOther(others().length)}>
                <ul class="ways-list">
                  <For each={others()}>{(way) => <Way way={way} />}</For>
                </ul>
              </Disclosure>
            </Show>
          </>
        )}
      </Show>
    </>
  );

  /** Nothing is known of these ways: their own page takes the time they need. */
  function Missing(told: { why: 'late' | 'failed' }) {
    const href = () =>
      link(withQuery(`/trajet/${encodeURIComponent(props.card.id)}`, travelQuery(props.search)));
    return (
      <p class="ways-missing">
        {told.why === 'late' ? text.results.goLate : text.results.goFailed}{' '}
        <a href={href()} aria-label={text.results.goAskFor(props.card.name)}>
          {text.results.goAsk}
        </a>
      </p>
    );
  }
}

function Way(props: { way: WayModel }) {
  const { text, dataLang } = usePage();
  const way = () => props.way;
  return (
    <li class="way-line">
      <Icon name={way().icon} />
      <div>
        <p class="way-title">
          <strong lang={way().named ? dataLang : undefined}>{way().title}</strong>
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
