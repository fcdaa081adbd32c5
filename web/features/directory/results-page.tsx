// Who can help near here, and how to get to each: the list first, the map when wanted.

import './results-page.css';
import './results-card.css';
import './results-ways.css';
import './results-visits.css';
import './results-choice.css';
import { Match, Switch } from 'solid-js';
import { NoHydration } from 'solid-js/web';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NeedSearchForm } from './need-search-form.tsx';
import { ResultsAnswer } from './results-answer.tsx';
import { PlaceChoice } from './results-choice.tsx';
import { type AnswerData, type FixData, handOver, type ResultsData } from './results-data.ts';
import { loadResults } from './results-load.ts';

/** Written by the server only, and left as it is: the browser's build does without it. */
const Choice: typeof PlaceChoice = import.meta.env.SSR ? PlaceChoice : () => null;

export const resultsPage: Page<ResultsData> = {
  load: import.meta.env.SSR ? loadResults : neverInBrowser,
  handover: handOver,
  Content(props) {
    const only = <Kind extends ResultsData['kind']>(kind: Kind) =>
      props.data.kind === kind ? (props.data as Extract<ResultsData, { kind: Kind }>) : undefined;
    return (
      <Switch>
        <Match when={only('answer')}>
          {(data) => <ResultsAnswer data={data() as AnswerData} />}
        </Match>
        <Match when={only('choice')}>
          {(data) => (
            <main id="contenu" class="page wrap">
              <NoHydration>
                <Choice data={data()} />
              </NoHydration>
            </main>
          )}
        </Match>
        <Match when={only('fix')}>{(data) => <FixSearch data={data()} />}</Match>
      </Switch>
    );
  },
};

function FixSearch(props: { data: FixData }) {
  const { nowMs } = usePage();
  return (
    <main id="contenu" class="page wrap">
      <PageHeader title={props.data.title} />
      <div class="fix-card">
        <NeedSearchForm
          look="home"
          values={props.data.values}
          errors={props.data.errors}
          today={localMoment(nowMs).date}
        />
      </div>
    </main>
  );
}
