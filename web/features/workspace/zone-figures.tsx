// How many people and places of care a zone covers, or why that is not known.

import { For, Match, Show, Switch } from 'solid-js';
import type { AreaCoverage } from '#domain/transport/area-recipe.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import type { Zone } from './create-zone.ts';
import { LazyDisclosure } from './lazy-disclosure.tsx';

export function ZoneFigures(props: { zone: Zone }) {
  const { text } = usePage();
  const words = text.editor.where.figures;
  const { zone } = props;
  const faultsSaid = () => [
    ...new Set(zone.faults().map(({ code, value }) => words.fault(code, zone.nameOf(value)))),
  ];
  return (
    <div class="where-figures">
      <div role="status" aria-label={words.label} aria-busy={zone.state() === 'waiting'}>
        <Switch>
          <Match when={zone.state() === 'empty'}>
            <p>{text.editor.where.nowhere}</p>
          </Match>
          <Match when={zone.state() === 'offline'}>
            <Notice tone="warn">
              <p>{words.offline}</p>
            </Notice>
          </Match>
          <Match when={zone.state() === 'refused'}>
            <Notice tone="warn" title={words.refused}>
              <For each={faultsSaid()}>{(sentence) => <p>{sentence}</p>}</For>
            </Notice>
          </Match>
          <Match when={zone.coverage()} keyed>
            {(coverage) => (
              <p class="editor-said">
                {words.said(countsOf(coverage))}{' '}
                <Show when={coverage.populationYear}>{(year) => words.year(year())}</Show>
              </p>
            )}
          </Match>
          <Match when={zone.state() === 'waiting'}>
            <p>{words.waiting}</p>
          </Match>
        </Switch>
      </div>
      <Show when={zone.state() === 'offline'}>
        <Button look="quiet" onClick={zone.retry}>
          {words.retry}
        </Button>
      </Show>
      <Show when={zone.coverage()}>
        {(coverage) => (
          <LazyDisclosure summary={words.list}>
            <ul class="where-communes">
              <For each={coverage().communes}>
                {({ name, share }) => <li>{share === 'part' ? words.part(name) : name}</li>}
              </For>
            </ul>
          </LazyDisclosure>
        )}
      </Show>
    </div>
  );
}

function countsOf(coverage: AreaCoverage) {
  return {
    communes: coverage.communes.length,
    parts: coverage.communes.filter(({ share }) => share === 'part').length,
    people: coverage.population,
    elders: coverage.population75Plus,
    eldersPartly: coverage.communesWithoutAges > 0,
    care: coverage.careCount,
    isEstimate: coverage.isEstimate,
  };
}
