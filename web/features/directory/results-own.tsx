// Answers given on the page of a journey are counted here too, and said to be: what can be reached, and
// what comes to the person, is asked again with them. One press forgets them.

import './results-own.css';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { loadWords } from '#web/i18n/dictionaries.ts';
import type { Dictionary } from '#web/i18n/fr.ts';
import { keepAnswers, readKeptAnswers } from '#web/lib/kept-answers.ts';
import { onKeptElsewhere } from '#web/lib/kept-elsewhere.ts';
import { PageContext, usePage } from '#web/lib/page-context.ts';
import { type Answers, hasAnswers, NO_ANSWERS } from '#web/lib/personal-answers.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { AnswerData } from './results-data.ts';
import type { WaysOf } from './results-follow.ts';
import { placesBody } from './results-follow.ts';
import { ResultsVisits } from './results-visits.tsx';
import { askVisits, type VisitLine } from './results-visits-model.ts';
import { followWays, type Ways } from './results-ways-model.ts';

export type OwnAnswersProps = {
  data: AnswerData;
  /** Stand for the ways for everybody; null gives these back. */
  onWays: (own: WaysOf | null) => void;
  /** Whether the services shown here stand for those the server wrote. */
  onVisits: (shown: boolean) => void;
};

export function OwnAnswers(props: OwnAnswersProps) {
  const page = usePage();
  const [text, setText] = createSignal<Dictionary | null>(null);
  const [state, setState] = createSignal<'busy' | 'counted' | 'failed' | 'forgotten'>('busy');
  const [visits, setVisits] = createSignal<readonly VisitLine[] | null>(null);
  let line: HTMLParagraphElement | undefined;
  /** Only the last count is listened to. */
  let run = 0;

  onMount(() => {
    void countKept();
    onCleanup(onKeptElsewhere(() => void countKept()));
  });

  async function countKept() {
    const kept = readKeptAnswers();
    if (!hasAnswers(kept)) return takeBack('forgotten');
    run += 1;
    const mine = run;
    setState('busy');
    const words = loadWords(page.locale, ['journey', 'results']).then((loaded) => setText(loaded));
    const [came] = await Promise.all([
      countWays(kept, () => mine === run),
      words.then(() => countVisits(kept, () => mine === run)).catch(() => undefined),
    ]);
    if (mine !== run) return;
    if (came) setState('counted');
    else takeBack('failed');
  }

  /** False when no card was answered. */
  async function countWays(answers: Answers, isLast: () => boolean): Promise<boolean> {
    const [ways, setWays] = createSignal<Ways>({});
    const [ended, setEnded] = createSignal(false);
    const ids = props.data.cards.map(({ id }) => id);
    props.onWays({
      of: (id) => ways()[id] ?? (ended() ? 'failed' : undefined),
      isBusy: (id) => ways()[id] === undefined && !ended(),
    });
    try {
      const body = { ...placesBody(props.data, ids), ...answers };
      for await (const known of followWays(page.api, body, page)) {
        if (!isLast()) return false;
        setWays(known);
      }
    } catch {
      // What came stays; the cards without an answer say so.
    }
    setEnded(Object.keys(ways()).length > 0);
    return ended();
  }

  /** What was written for everybody stays when nothing is answered. */
  async function countVisits(answers: Answers, isLast: () => boolean): Promise<void> {
    const lines = await askVisits({ ...page, text: loaded() }, props.data.search, answers);
    if (isLast()) showVisits(lines);
  }

  function forget() {
    keepAnswers(NO_ANSWERS);
    takeBack('forgotten');
    line?.focus();
  }

  /** Back to what is there for everybody. */
  function takeBack(why: 'failed' | 'forgotten') {
    run += 1;
    setState(why);
    showVisits(null);
    props.onWays(null);
  }

  function showVisits(lines: readonly VisitLine[] | null) {
    setVisits(lines);
    props.onVisits(lines !== null);
  }

  function loaded(): Dictionary {
    return text() ?? page.text;
  }

  return (
    <Show when={text()}>
      {(known) => (
        <PageContext.Provider value={{ ...page, text: known() }}>
          <section class="results-own no-print" aria-label={known().journey.ownWays.label}>
            <p ref={line} role="status" tabindex="-1">
              <Icon name={state() === 'failed' ? 'warning' : 'info'} />
              <span>{known().journey.ownWays[state()]}</span>
            </p>
            <Show when={state() !== 'forgotten'}>
              <Button look="quiet" icon="close" onClick={forget}>
                {known().journey.questions.forget}
              </Button>
            </Show>
          </section>
          <Show when={visits()}>{(lines) => <ResultsVisits visits={lines()} />}</Show>
        </PageContext.Provider>
      )}
    </Show>
  );
}
