// « Le service qui vient à vous »: care or a service at home, in the commune or by screen.

import './visiting-services.css';
import { For, Show } from 'solid-js';
import type { VisitingService } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { WAY_ICONS } from '#web/ui/kind-icons.ts';
import { VisitFoot } from './visit-foot.tsx';

export function VisitingServices(props: { services: readonly VisitingService[] }) {
  const { text } = usePage();
  const words = text.journey.visiting;
  return (
    <Show when={props.services.length > 0}>
      <section class="visiting card" aria-labelledby="visiting-heading">
        <h2 id="visiting-heading">{words.heading}</h2>
        <p>{words.intro}</p>
        <ul class="visit-list">
          <For each={props.services}>{(service) => <ComingService service={service} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function ComingService(props: { service: VisitingService }) {
  const { text } = usePage();
  const words = text.journey.visiting;
  const { service } = props;
  const where = words.where(service);
  const round = service.others.some(({ place }) => place?.name !== service.place?.name);
  return (
    <li class="visit">
      <Icon name={WAY_ICONS[service.kind]} />
      <div class="visit-words">
        <h3>{service.offerName}</h3>
        <p class="soft">{text.codes.offerKinds[service.kind]}</p>
        <Show when={service.next} fallback={<p class="visit-next">{words.agreed}</p>}>
          {(next) => (
            <p class="visit-next">
              <span class="visit-label">{round ? words.nearest : words.next}</span>{' '}
              <strong>{words.when(next())}</strong>
            </p>
          )}
        </Show>
        <Show when={where}>
          {(place) => (
            <p class="visit-place">
              <Icon name="pin" />
              {place()}
            </p>
          )}
        </Show>
        <Show when={service.others.length > 0}>
          <div class="visit-others">
            <p class="visit-label" id={`visit-${service.offerId}`}>
              {words.otherDays}
            </p>
            <ul aria-labelledby={`visit-${service.offerId}`}>
              <For each={service.others}>
                {(visit) => <li>{words.visit(visit, service.place)}</li>}
              </For>
            </ul>
          </div>
        </Show>
        <Show when={service.needMatch === 'to_check'}>
          <p class="visit-check">
            <Icon name="info" />
            {words.toCheck}
          </p>
        </Show>
        <Show when={words.state(service.state)}>{(state) => <p>{state()}</p>}</Show>
        <VisitFoot service={service} />
      </div>
    </li>
  );
}
