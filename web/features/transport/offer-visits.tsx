// How a service that comes works: for which needs, for whom, where it stands on which day.

import { For, Show } from 'solid-js';
import type { TravelPattern } from '#domain/transport/offer.ts';
import { Named } from '#web/lib/named.tsx';
import { areaLabel } from '#web/lib/offer-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import { patternNames } from './offer-names.ts';
import { Section } from './offer-section.tsx';

export type OfferVisitsProps = { patterns: readonly TravelPattern[]; needs: readonly string[] };

export function OfferVisits(props: OfferVisitsProps) {
  const { text } = usePage();
  const words = text.journey.visiting;
  const areas = () => [...new Set(props.patterns.map(({ origin }) => areaLabel(origin)))];
  return (
    <Section id="offer-patterns" title={text.transport.patterns}>
      <p>
        <Named
          said={props.needs.length > 0 ? words.answers(props.needs) : words.toCheck}
          names={props.needs}
        />
      </p>
      <For each={areas()}>
        {(area) => (
          <p>
            <Named said={words.residents(area)} names={[area]} />
          </p>
        )}
      </For>
      <Show when={props.patterns.some(isDated)} fallback={<p>{words.agreed}.</p>}>
        <ul>
          <For each={props.patterns.filter(isDated)}>
            {(pattern) => (
              <li>
                <Named said={visit(pattern)} names={patternNames(pattern)} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Section>
  );

  function visit({ destination, calendar, windows }: TravelPattern): string {
    const stop = destination === null ? null : areaLabel(destination);
    return words.visitDay(stop, text.rules.calendar(calendar), text.rules.windows(windows));
  }
}

function isDated({ windows }: TravelPattern): boolean {
  return windows.length > 0;
}
