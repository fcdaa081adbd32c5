// The bench: what one tries on the left, the map on the right, what comes of it below.

import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import { ScenarioArrived } from './scenario-arrived.tsx';
import { createBench } from './scenario-bench.ts';
import { ScenarioBest } from './scenario-best.tsx';
import { ScenarioChanges } from './scenario-changes.tsx';
import type { ScenarioPageData } from './scenario-data.ts';
import { ScenarioDepartures } from './scenario-departures.tsx';
import { sayEditions } from './scenario-editions.ts';
import { ScenarioForm } from './scenario-form.tsx';
import { ScenarioKeep } from './scenario-keep.tsx';
import { ScenarioLoads } from './scenario-loads.tsx';
import { ScenarioLosers } from './scenario-losers.tsx';
import { ScenarioMap } from './scenario-map.tsx';
import { isShared, PROFESSIONS_TRIED } from './scenario-professions.ts';
import { bringTriedBack, keepTried } from './scenario-return.ts';
import { ScenarioSaved } from './scenario-saved.tsx';
import { createShapes, ShapesAwaited } from './scenario-shapes.tsx';
import { ScenarioSentence, ScenarioTable } from './scenario-summary.tsx';

export function ScenarioContent(props: { data: ScenarioPageData }) {
  const { text, link } = usePage();
  const words = text.scenario;
  const { territory } = props.data;
  if (!import.meta.env.SSR) bringTriedBack();
  const { profession, space } = props.data;
  const bench = createBench({ territory: territory.code, profession, space: space?.id ?? null });
  const shapes = createShapes(territory.code);
  /** Where signing in leads back to. */
  const here = () => withQuery(props.data.path, { territoire: territory.code });
  return (
    <>
      <div class="scenario-choices no-print">
        <Show when={props.data.territories.length > 1}>
          <SelectField
            label={words.territory}
            name="territoire"
            value={territory.code}
            options={props.data.territories.map(({ code, name }) => ({ value: code, label: name }))}
            onInput={(code) => {
              location.href = link(withQuery(props.data.path, { territoire: code }));
            }}
          />
        </Show>
        <SelectField
          label={words.profession}
          name="profession"
          value={bench.profession()}
          options={PROFESSIONS_TRIED.map((value) => ({ value, label: words.professions[value] }))}
          onInput={(value) =>
            bench.choose(PROFESSIONS_TRIED.find((each) => each === value) ?? 'gp')
          }
        />
      </div>
      <ScenarioArrived bench={bench} data={props.data} />
      <Show when={bench.failure()}>
        {(failure) => (
          <Notice tone="warn" role="alert">
            <p>{failure() === 'not_ready' ? words.notReady : words.failed}</p>
            <Button look="quiet" onClick={() => void bench.open()}>
              {words.retry}
            </Button>
          </Notice>
        )}
      </Show>
      <Show when={bench.model() === null && bench.failure() === null}>
        <p role="status" class="needs-script">
          {words.loading}
        </p>
      </Show>
      <Show when={bench.model()} keyed>
        {(model) => (
          <>
            <Show when={bench.lists().length > 1} fallback={null}>
              <div class="scenario-two">
                <RadioGroup
                  legend={words.scenarios}
                  name="scenario"
                  compact
                  value={String(bench.shown())}
                  options={bench
                    .lists()
                    .map((_, i) => ({ value: String(i), label: words.scenario(i + 1) }))}
                  onChange={(value) => bench.show(Number(value))}
                />
                <Button look="plain" onClick={() => bench.removeSecond()}>
                  {words.removeSecond}
                </Button>
              </div>
            </Show>
            <div class="scenario-bench">
              <div class="scenario-desk">
                <ScenarioChanges bench={bench} model={model} />
                <ScenarioForm model={model} changes={bench.changes()} onAdd={bench.add} />
                <Show when={bench.lists().length < 2 && bench.changes().length > 0}>
                  <Button look="quiet" onClick={() => bench.addSecond()}>
                    {words.addSecond}
                  </Button>
                  <p class="soft">{words.copySecond}</p>
                </Show>
              </div>
              <div class="scenario-view">
                <Show when={bench.result()}>
                  {(result) => (
                    <>
                      <h2 id="resultat" tabindex="-1">
                        {words.result.title}
                      </h2>
                      <ScenarioSentence
                        model={model}
                        result={result()}
                        isEmpty={bench.changes().length === 0}
                      />
                      <ScenarioMap
                        sheet={shapes.sheet()}
                        awaited={<ShapesAwaited shapes={shapes} />}
                        model={model}
                        result={result()}
                        name={words.scenario(bench.shown() + 1)}
                      />
                      <p class="soft">
                        <Show when={model.timesKind === 'estimate'}>{words.estimated} </Show>
                        {words.result.reckonedIn(result().milliseconds)}
                      </p>
                    </>
                  )}
                </Show>
              </div>
            </div>
            <Show when={bench.result()}>
              {(result) => (
                <>
                  <ScenarioTable model={model} results={bench.results()} />
                  <Show when={bench.changes().length > 0}>
                    <ScenarioLosers model={model} result={result()} />
                    <Show when={isShared(model.profession)}>
                      <ScenarioLoads model={model} result={result()} />
                    </Show>
                  </Show>
                </>
              )}
            </Show>
            <Show when={isShared(model.profession)}>
              <ScenarioBest bench={bench} />
            </Show>
            <ScenarioKeep bench={bench} shapes={shapes} path={props.data.path} />
            <Show
              when={props.data.space}
              fallback={
                <Show when={!props.data.isSignedIn}>
                  <p class="no-print">
                    <LinkButton
                      href={link(withQuery('/connexion', { suite: here() }))}
                      icon="person"
                      onClick={() => keepTried(bench.link())}
                    >
                      {words.kept.save.signIn}
                    </LinkButton>
                  </p>
                  <Show when={bench.link() !== ''}>
                    <p class="soft no-print">{words.kept.save.signInFirst}</p>
                  </Show>
                </Show>
              }
            >
              {(space) => (
                <>
                  <ScenarioSaved bench={bench} space={space()} territory={territory.code} />
                  <ScenarioDepartures bench={bench} space={space()} />
                </>
              )}
            </Show>
            <Disclosure summary={words.method.title}>
              <For each={words.method.text}>{(paragraph) => <p>{paragraph}</p>}</For>
              <p>
                {words.method.data} : {sayEditions(words.kept, model.vintages)}
              </p>
            </Disclosure>
          </>
        )}
      </Show>
    </>
  );
}
