// « Essayer un scénario »: what would change if somebody left, came, moved, or opened more days?

import './scenario.css';
import './scenario-figures.css';
import './observatory-print.css';
import { Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { neverInBrowser, type Page } from '#web/lib/page.ts';
import { usePage } from '#web/lib/page-context.ts';
import { BackLink } from '#web/ui/back-link.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ScenarioContent } from './scenario-content.tsx';
import type { ScenarioPageData } from './scenario-data.ts';
import { loadScenario } from './scenario-load.ts';

export const scenarioPage: Page<ScenarioPageData> = {
  load: import.meta.env.SSR ? loadScenario : neverInBrowser,

  Content(props) {
    const { text, link } = usePage();
    const words = text.scenario;
    return (
      <main id="contenu" class="page wrap scenario">
        <BackLink
          href={link(withQuery('/observatoire', { territoire: props.data.territory.code }))}
          label={words.backToMap}
        />
        <PageHeader title={words.title} lead={`${props.data.territory.name}. ${words.lead}`} />
        <noscript>
          <p class="notice notice-warn">{words.needsScript}</p>
        </noscript>
        <Show
          when={props.data.isReady}
          fallback={
            <Notice>
              <p>{words.notReady}</p>
            </Notice>
          }
        >
          <ScenarioContent data={props.data} />
        </Show>
      </main>
    );
  },
};
