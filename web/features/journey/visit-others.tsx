// The other days of a service that comes: there, or in the towns around.

import { For, Show } from 'solid-js';
import type { VisitingService } from '#domain/journey/journey.ts';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';

export function OtherVisits(props: { service: VisitingService }) {
  const { text } = usePage();
  const words = text.journey.visiting;
  const { offerId, others, place: said } = props.service;
  const elsewhere = others.some(({ place }) => place !== null && place.name !== said?.name);
  const distant = others.some(
    ({ place }) => place !== null && place.crowMeters !== null && !place.inHomeCommune,
  );
  return (
    <Show when={others.length > 0}>
      <div class="visit-others">
        <p class="visit-label" id={`others-${offerId}`}>
          {words.otherDays}
        </p>
        <ul class="visit-days" aria-labelledby={`others-${offerId}`}>
          <For each={others}>
            {(visit) => (
              <li>
                <span>
                  {words.day(visit)} {words.hours(visit)}
                </span>
                <Show when={elsewhere ? visit.place : null}>
                  {(place) => (
                    <span class="visit-stop">
                      {' '}
                      <Named said={words.stop(place())} names={[place().name]} />
                    </span>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show when={elsewhere && distant}>
          <p class="visit-label">{words.crow}</p>
        </Show>
      </div>
    </Show>
  );
}
