// The answer: what was understood, the cards in the published order, the map beside them.

import { createSignal, For, onMount, Show } from 'solid-js';
import { NoHydration } from 'solid-js/web';
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
import { ResultsVisits } from './results-visits.tsx';
import { followWays, type Ways } from './results-ways-model.ts';

/** The browser keeps what the server wrote, and its build leaves it out. */
const WrittenVisits: typeof ResultsVisits = import.meta.env.SSR ? ResultsVisits : () => null;

export function ResultsAnswer(props: { data: AnswerData }) {
  const page = usePage();
  const { text, link, format, nowMs, api } = page;
  const data = () => props.data;
  const [ways, setWays] = createSignal<Ways>(props.data.ways);
  const [asking, setAsking] = createSignal(false);
  /** No more ways will come. */
  const [ended, setEnded] = createSignal(false);
  const [selectedId, setSelectedId] = createSignal<string | null>(null);

  // The server wrote what was ready: the rest is asked once, from here.
  onMount(() => {
    if (props.data.waiting.length > 0) void askWays();
  });

  async function askWays() {
    setAsking(true);
    const { search, waiting, appointment } = props.data;
    const places = waiting.map((entryId) => ({ entryId }));
    const body = { from: { insee: search.place }, places, appointment, mode: search.mode };
    try {
      for await (const known of followWays(api, body, page)) setWays(known);
    } catch {
      // What came stays; the cards without an answer say so.
    } finally {
      setAsking(false);
      setEnded(true);
    }
  }

  /** Said once, and not card by card. */
  function saidAtTheEnd(): string {
    if (!ended()) return '';
    const without = data().waiting.filter((id) => typeof ways()[id] !== 'object').length;
    return without === data().waiting.length
      ? text.results.goNoneSaid
      : text.results.goAllSaid(without);
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

      <Show
        when={data().cards.length > 0}
        fallback={
          <>
            <Visits />
            <ResultsEmpty data={data()} />
          </>
        }
      >
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
        <Visits />
        <p class="visually-hidden" role="status">
          {saidAtTheEnd()}
        </p>
        <div class="results-columns">
          <div class="results-list">
            <ol class="card-list" aria-label={text.results.listLabel}>
              <For each={data().cards}>
                {(card) => (
                  <ResultsCard
                    card={card}
                    details={data().details[card.id]}
                    written={!data().waiting.includes(card.id)}
                    search={data().search}
                    ways={ways()[card.id] ?? (ended() ? 'failed' : undefined)}
                    when={data().when}
                    asking={asking()}
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

  function Visits() {
    return (
      <div>
        <NoHydration>
          <WrittenVisits visits={data().visits} />
        </NoHydration>
      </div>
    );
  }

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
