// The scenarios an address brings, told in the report as on their page.

import { For, Show } from 'solid-js';
import { isSameData } from '#domain/access/scenario-link.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Notice } from '#web/ui/notice.tsx';
import type { CommuneSheet } from './report-shapes.ts';
import { createBench } from './scenario-bench.ts';
import { sayEditions } from './scenario-editions.ts';
import { ScenarioLosers } from './scenario-losers.tsx';
import { ScenarioMap } from './scenario-map.tsx';
import { ScenarioSentence, ScenarioTable } from './scenario-summary.tsx';
import { tellChange } from './scenario-told.ts';

export function ReportScenario(props: { territory: string; sheet: CommuneSheet }) {
  const { text } = usePage();
  const words = text.scenario;
  const bench = createBench({ territory: props.territory, profession: 'gp', space: null });
  const elsewhere = () => {
    const came = bench.arrived();
    return came.kind === 'elsewhere' ? came.territory : null;
  };
  const isOld = () => {
    const [came, model] = [bench.arrived(), bench.model()];
    return came.kind === 'read' && model !== null && !isSameData(came.scenario, model);
  };
  return (
    <section class="report-section report-scenario" aria-labelledby="rapport-scenarios">
      <h2 id="rapport-scenarios">
        {words.report.scenarios(words.professions[bench.profession()])}
      </h2>
      <Show when={bench.arrived().kind === 'broken'}>
        <Notice tone="warn" role="alert">
          <p>{words.kept.broken}</p>
        </Notice>
      </Show>
      <Show when={elsewhere()}>
        {(code) => (
          <Notice tone="warn" role="alert">
            <p>{words.kept.elsewhere(code())}</p>
          </Notice>
        )}
      </Show>
      <Show when={isOld()}>
        <Notice tone="warn" role="alert">
          <p>{words.kept.otherData}</p>
        </Notice>
      </Show>
      <Show when={bench.failure()}>
        {(failure) => (
          <p role="alert">{failure() === 'not_ready' ? words.notReady : words.failed}</p>
        )}
      </Show>
      <Show when={bench.model()} fallback={<p role="status">{words.loading}</p>}>
        {(model) => (
          <>
            <ScenarioTable model={model()} results={bench.results()} id="rapport-avec-sans" />
            <div class="report-scenario-how">
              <h3>{words.method.title}</h3>
              <For each={words.method.text}>{(paragraph) => <p>{paragraph}</p>}</For>
              <p>{words.kept.editions(sayEditions(words.kept, model().vintages))}</p>
            </div>
            <For each={bench.results()}>
              {(result, index) => (
                <Show when={result}>
                  {(known) => (
                    <div class="report-scenario-one">
                      <h3>{words.scenario(index() + 1)}</h3>
                      <ol>
                        <For each={bench.lists()[index()]}>
                          {(change) => <li>{tellChange(words.form.told, model(), change)}</li>}
                        </For>
                      </ol>
                      <ScenarioSentence
                        model={model()}
                        result={known()}
                        isEmpty={(bench.lists()[index()] ?? []).length === 0}
                      />
                      <ScenarioMap
                        id={`rapport-scenario-${index() + 1}`}
                        sheet={props.sheet}
                        model={model()}
                        result={known()}
                        name={words.scenario(index() + 1)}
                      />
                      <ScenarioLosers
                        model={model()}
                        result={known()}
                        id={`rapport-qui-perd-${index() + 1}`}
                      />
                    </div>
                  )}
                </Show>
              )}
            </For>
          </>
        )}
      </Show>
    </section>
  );
}
