// « Comparer »: a territory beside one or two that are like it, question by question.

import './observatory.css';
import './commune-sheet.css';
import './compare.css';
import { For, Show } from 'solid-js';
import type { IndicatorGroup } from '#domain/access/indicators.ts';
import { DENSITY_BOUNDS } from '#domain/access/twin-communes.ts';
import { OLDER_POINTS } from '#domain/access/twin-likeness.ts';
import { withQuery } from '#web/lib/api.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { PageCode } from '#web/ui/page-code.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PrintButton } from '#web/ui/print-button.tsx';
import type { AccessComparison, CompareData } from './compare-data.ts';
import { loadCompare } from './compare-load.ts';
import { ComparePick } from './compare-pick.tsx';
import { ComparePortrait } from './compare-portrait.tsx';
import { CompareQuestion } from './compare-question.tsx';
import { CompareWarnings } from './compare-warnings.tsx';

export const comparePage: Page<CompareData> = {
  load: import.meta.env.SSR ? loadCompare : neverInBrowser,

  Content(props) {
    const { text, link, path, search } = usePage();
    const words = text.access.compare;
    const back = () =>
      withQuery('/observatoire', {
        territoire: props.data.twins.territory.code,
        indicateur: props.data.indicator,
      });
    return (
      <main id="contenu" class="page wrap observatory compare">
        <BackLink href={link(back())} label={words.back} />
        <PageHeader title={words.title} lead={words.lead} />
        <ComparePick data={props.data} />
        <Show when={props.data.comparison}>
          {(comparison) => (
            <>
              <ComparePortrait territories={comparison().territories} />
              <CompareWarnings comparison={comparison()} />
              <Questions comparison={comparison()} />
            </>
          )}
        </Show>
        <Method />
        <div class="actions no-print">
          <PrintButton part="all" label={words.print} />
        </div>
        <PageCode path={link(path) + search} label={text.common.pageCode} />
      </main>
    );
  },
};

function Questions(props: { comparison: AccessComparison }) {
  const { text } = usePage();
  const words = text.access.compare.question;
  const groups = () => {
    const byGroup = Map.groupBy(props.comparison.indicators, ({ group }) => group);
    return [...byGroup].map(([group, indicators]) => ({ group, indicators }));
  };
  return (
    <section class="compare-part" aria-labelledby="questions">
      <h2 id="questions">{words.title}</h2>
      <Show when={groups().length > 0} fallback={<p>{words.nothing}</p>}>
        <p class="soft">{words.barsHint}</p>
      </Show>
      <For each={groups()}>
        {({ group, indicators }) => (
          <section class="compare-group">
            <h3>{text.access.pick.groups[group satisfies IndicatorGroup]}</h3>
            <For each={indicators}>
              {(indicator) => (
                <CompareQuestion indicator={indicator} territories={props.comparison.territories} />
              )}
            </For>
          </section>
        )}
      </For>
    </section>
  );
}

function Method() {
  const { text } = usePage();
  const { how } = text.access.compare;
  const figures = { olderPoints: OLDER_POINTS, densityBounds: DENSITY_BOUNDS };
  return (
    <Disclosure class="observatory-how sheet-fold" summary={how.title}>
      <For each={[...how.likeness(figures), ...how.inequality]}>
        {(paragraph) => <p>{paragraph}</p>}
      </For>
    </Disclosure>
  );
}
