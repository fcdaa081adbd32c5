// Who can help near here, and how to get to each: the list first, the map when wanted.

import './results-page.css';
import './results-card.css';
import './results-ways.css';
import './results-visits.css';
import './results-choice.css';
import { For, Match, Switch } from 'solid-js';
import { localMoment } from '#web/lib/format.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { NeedSearchForm } from './need-search-form.tsx';
import { ResultsAnswer } from './results-answer.tsx';
import {
  type AnswerData,
  type ChoiceData,
  type FixData,
  handOver,
  type ResultsData,
} from './results-data.ts';
import { loadResults } from './results-load.ts';

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
        <Match when={only('choice')}>{(data) => <PlaceChoice data={data()} />}</Match>
        <Match when={only('fix')}>{(data) => <FixSearch data={data()} />}</Match>
      </Switch>
    );
  },
};

function PlaceChoice(props: { data: ChoiceData }) {
  const { text, link } = usePage();
  return (
    <main id="contenu" class="page wrap">
      <PageHeader title={text.choice.title(props.data.asked)} lead={text.choice.lead} />
      <ul class="choice-list">
        <For each={props.data.options}>
          {(option) => (
            <li>
              <a class="choice" href={link(option.to)}>
                <Icon name="pin" />
                <span>
                  <strong>{option.label}</strong>
                  <span class="soft">{option.detail}</span>
                </span>
                <Icon name="chevron_right" />
              </a>
            </li>
          )}
        </For>
      </ul>
    </main>
  );
}

function FixSearch(props: { data: FixData }) {
  const { text, nowMs } = usePage();
  return (
    <main id="contenu" class="page wrap">
      <PageHeader title={text.home.title} />
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
