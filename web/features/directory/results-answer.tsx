// The answer: what was understood, the cards in the published order, the map beside them.

import { createSignal, For, onMount, Show } from 'solid-js';
import { localMoment, parseMinute } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { searchPath } from './need-search.ts';
import { NeedSearchForm } from './need-search-form.tsx';
import { ResultsCard } from './results-card.tsx';
import type { AnswerData } from './results-data.ts';
import { ResultsEmpty } from './results-empty.tsx';
import { ResultsMap } from './results-map.tsx';
import { toWays, waysBody } from './results-ways-model.ts';

export type WaysState = 'ready' | 'waiting' | 'failed';

export function ResultsAnswer(props: { data: AnswerData }) {
  const page = usePage();
  const { text, link, format, nowMs, api } = page;
  const data = () => props.data;
  const [ways, setWays] = createSignal(props.data.ways);
  const [state, setState] = createSignal<WaysState>(props.data.ways === null ? 'waiting' : 'ready');
  const [selectedId, setSelectedId] = createSignal<string | null>(null);

  // The server did not wait for slow journeys: they are asked once, from here.
  onMount(() => {
    if (ways() === null && props.data.cards.length > 0) void askWays();
  });

  async function askWays() {
    const { search, cards, appointment, example } = props.data;
    try {
      const body = waysBody(search.place, cards, appointment, search.mode);
      setWays(toWays(await api.summarizeJourneys(body), page, example));
      setState('ready');
    } catch {
      setState('failed');
    }
  }

  const radius = () => format.distance(data().radiusMeters);
  const count = () =>
    data().nextCursor === null && data().search.cursor === ''
      ? text.results.count(data().total, radius())
      : text.results.countFirst(data().cards.length, data().total, radius());

  return (
    <main id="contenu" class="page wrap results">
      <h1>{text.results.title(data().needLabel, data().placeName)}</h1>
      <details class="search-again no-print">
        <summary>
          <Icon name="edit" />
          <span class="search-again-words">
            <strong>{text.results.editTitle}</strong>
            <span>{searchSummary()}</span>
          </span>
          <Icon name="chevron_down" class="search-again-mark" />
        </summary>
        <NeedSearchForm look="results" values={data().values} today={localMoment(nowMs).date} />
      </details>

      <Show when={data().cards.length > 0} fallback={<ResultsEmpty data={data()} />}>
        <p class="results-count">
          <strong>{count()}.</strong> {text.results.sorted}{' '}
          <a href={link('/a-propos/classement')}>{text.results.sortedLink}</a>
        </p>
        <Show when={data().widened}>
          <Notice>
            <p>{widenedWords()}</p>
          </Notice>
        </Show>
        <Show when={data().cards.some((card) => card.demonstration)}>
          <p class="demonstration-line">
            <Icon name="info" /> {text.results.demonstrationNotice}
          </p>
        </Show>
        <div class="results-columns">
          <div class="results-list">
            <ol class="card-list" aria-label={text.results.listLabel}>
              <For each={data().cards}>
                {(card) => (
                  <ResultsCard
                    card={card}
                    details={data().details[card.id]}
                    written={data().ways !== null}
                    search={data().search}
                    ways={ways()?.byEntry[card.id]}
                    when={ways()?.when}
                    state={state()}
                    selected={selectedId() === card.id}
                    onSelect={(selected) => setSelectedId(selected ? card.id : null)}
                  />
                )}
              </For>
            </ol>
            <div class="actions results-more">
              <Show when={data().nextCursor}>
                {(cursor) => (
                  <LinkButton
                    href={link(searchPath({ ...data().search, cursor: cursor() }))}
                    icon="arrow_right"
                  >
                    {text.results.next}
                  </LinkButton>
                )}
              </Show>
              <Show when={data().search.cursor !== ''}>
                <LinkButton href={link(searchPath({ ...data().search, cursor: '' }))} look="plain">
                  {text.results.first}
                </LinkButton>
              </Show>
            </div>
          </div>
          <ResultsMap
            data={data()}
            selectedId={selectedId()}
            onSelect={(id) => setSelectedId(id)}
          />
        </div>
      </Show>
    </main>
  );

  function searchSummary(): string {
    const { mode, day, time } = data().search;
    return [text.form.modes[mode].label, whenWords(day, time)].join(' · ');
  }

  function whenWords(day: string, time: string): string {
    if (day === '') return text.form.noDate;
    const year = Number(localMoment(nowMs).date.slice(0, 4));
    const minute = parseMinute(time);
    const date = format.date(day, year);
    return minute === null ? date : text.form.dayAt(date, format.hour(minute));
  }

  function widenedWords(): string {
    const asked = data().search.radiusMeters;
    return asked === null
      ? text.results.widenedSimple(radius())
      : text.results.widened(format.distance(asked), radius());
  }
}
