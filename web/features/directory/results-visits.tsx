// « Ce service peut venir à vous »: a line above the results, before any trip.

import { For, Show } from 'solid-js';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { VisitLine } from './results-visits-model.ts';

export function ResultsVisits(props: { visits: readonly VisitLine[] }) {
  const { text, link, dataLang } = usePage();
  const words = text.journey.visiting;
  return (
    <Show when={props.visits.length > 0}>
      <section class="results-visits" aria-labelledby="visits-heading">
        <Icon name="home" />
        <div>
          <h2 id="visits-heading">{words.line(props.visits.length)}</h2>
          <ul class="visit-lines">
            <For each={props.visits}>
              {(visit) => (
                <li>
                  <a href={link(`/transports/${encodeURIComponent(visit.id)}`)} lang={dataLang}>
                    {visit.name}
                  </a>{' '}
                  <span>
                    <Named said={visit.told} names={[visit.place]} />
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </section>
    </Show>
  );
}
