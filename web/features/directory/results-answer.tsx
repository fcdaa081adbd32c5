// The answer: what was understood, the cards in the published order, the map beside them.

import { type Component, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { Dynamic, NoHydration } from 'solid-js/web';
import { localMoment, parseMinute } from '#web/lib/format.ts';
import { readKeptText } from '#web/lib/kept-text.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { NeedSearchForm } from './need-search-form.tsx';
import { ResultsCard } from './results-card.tsx';
import type { AnswerData } from './results-data.ts';
import { ResultsEmpty } from './results-empty.tsx';
import { createWays, type WaysOf } from './results-follow.ts';
import { ResultsFound, ResultsMore, ResultsTitle } from './results-found.tsx';
import { ResultsMap } from './results-map.tsx';
import type { OwnAnswersProps } from './results-own.tsx';
import { ResultsVisits } from './results-visits.tsx';

/** The browser keeps what the server wrote, and its build leaves these out. */
const WrittenVisits: typeof ResultsVisits = import.meta.env.SSR ? ResultsVisits : () => null;
const Title: typeof ResultsTitle = import.meta.env.SSR ? ResultsTitle : () => null;
const Found: typeof ResultsFound = import.meta.env.SSR ? ResultsFound : () => null;
const More: typeof ResultsMore = import.meta.env.SSR ? ResultsMore : () => null;
const Nobody: typeof ResultsEmpty = import.meta.env.SSR ? ResultsEmpty : () => null;

export function ResultsAnswer(props: { data: AnswerData }) {
  const page = usePage();
  const { text, format, nowMs } = page;
  const data = () => props.data;
  const everybody = createWays(props.data, page);
  const [own, setOwn] = createSignal<WaysOf | null>(null);
  const [isCounted, setCounted] = createSignal(false);
  const [Own, setOwnAnswers] = createSignal<Component<OwnAnswersProps> | null>(null);
  const [ownVisits, setOwnVisits] = createSignal(false);
  const [changed, setChanged] = createSignal('');
  const [selectedId, setSelectedId] = createSignal<string | null>(null);

  // The server wrote what was ready, for everybody: the rest is asked from here.
  onMount(() => {
    void ask();
    // The page may come back as it was left, with answers kept meanwhile.
    addEventListener('pageshow', ask);
    onCleanup(() => removeEventListener('pageshow', ask));
    onCleanup(follow());
  });

  /** Those counted with answers are looked for again with them. Returns what ends it. */
  function follow(): () => void {
    let isGone = false;
    let stop = () => {};
    const cards = {
      data: props.data,
      page,
      shown: () => own() ?? everybody,
      countsAnswers: isCounted,
      show: setOwn,
      onSaid: setChanged,
    };
    import('./results-live.ts')
      .then(({ followCards }) => {
        if (!isGone) stop = followCards(cards);
      })
      .catch(() => undefined);
    return () => {
      isGone = true;
      stop();
    };
  }

  /** What counts answers is fetched only by those who gave some. */
  async function ask() {
    if (Own() !== null) return;
    if (readKeptText() === null) return everybody.askMissing();
    try {
      const { OwnAnswers } = await import('./results-own.tsx');
      setOwnAnswers(() => OwnAnswers);
    } catch {
      await everybody.askMissing();
    }
  }

  function showOwn(ways: WaysOf | null) {
    setOwn(ways);
    setCounted(ways !== null);
    if (ways === null) void everybody.askMissing();
  }

  return (
    <main id="contenu" class="page wrap results">
      <h1>
        <NoHydration>
          <Title data={data()} />
        </NoHydration>
      </h1>
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
            <div>
              <NoHydration>
                <Nobody data={data()} />
              </NoHydration>
            </div>
          </>
        }
      >
        <div>
          <NoHydration>
            <Found data={data()} />
          </NoHydration>
        </div>
        <Visits />
        <p class="visually-hidden" role="status">
          {own() === null ? everybody.said() : changed()}
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
                    follow={data().waiting.includes(card.id)}
                    ways={everybody.of(card.id)}
                    own={own()?.of(card.id)}
                    when={data().when}
                    busy={(own() ?? everybody).isBusy(card.id)}
                    selected={selectedId() === card.id}
                    onSelect={(selected) => setSelectedId(selected ? card.id : null)}
                  />
                )}
              </For>
            </ol>
            <div class="actions results-more">
              <NoHydration>
                <More data={data()} />
              </NoHydration>
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
      <>
        <Show when={Own()}>
          {(OwnAnswers) => (
            <Dynamic
              component={OwnAnswers()}
              data={data()}
              onWays={showOwn}
              onVisits={setOwnVisits}
            />
          )}
        </Show>
        <div hidden={ownVisits()}>
          <NoHydration>
            <WrittenVisits visits={data().visits} />
          </NoHydration>
        </div>
      </>
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
}
