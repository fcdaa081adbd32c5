// « Le service qui vient à vous »: care or a service at home, in the commune or by screen.

import { Named } from '#web/lib/named.tsx';
import './signed-items.css';
import './visiting-services.css';
import { For, Show } from 'solid-js';
import type { VisitingService } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { WAY_ICONS } from '#web/ui/kind-icons.ts';
import { VisitFoot } from './visit-foot.tsx';
import { OtherVisits } from './visit-others.tsx';

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
  const { text, dataLang } = usePage();
  const words = text.journey.visiting;
  const { service } = props;
  return (
    <li class="visit">
      <Icon name={WAY_ICONS[service.kind]} />
      <div class="visit-words">
        <h3 lang={dataLang}>{service.offerName}</h3>
        <p class="soft">{text.codes.offerKinds[service.kind]}</p>
        <div class="visit-when">
          <NextVisit service={service} />
          <OtherVisits service={service} />
        </div>
        <Show when={service.needMatch === 'to_check'}>
          <p class="visit-sign">
            <Icon name="info" />
            {words.toCheck}
          </p>
        </Show>
        <Show when={!service.areaKnown}>
          <p class="visit-sign">
            <Icon name="info" />
            {words.areaToCheck}
          </p>
        </Show>
        <Show when={words.state(service.state)}>{(state) => <p>{state()}</p>}</Show>
        <VisitFoot service={service} />
      </div>
    </li>
  );
}

/** What is read first: the day in large, then the hours and the place. */
function NextVisit(props: { service: VisitingService }) {
  const { text } = usePage();
  const words = text.journey.visiting;
  const { service } = props;
  const round = service.others.some(({ place }) => place?.name !== service.place?.name);
  return (
    <div class="visit-next">
      <Show when={service.next} fallback={<p class="visit-agreed">{words.agreed}</p>}>
        {(next) => (
          <>
            <p class="visit-label">{round ? words.nearest : words.next}</p>
            <p>
              <strong>{words.day(next())}</strong> {words.hours(next())}
            </p>
          </>
        )}
      </Show>
      <Show when={words.where(service)}>
        {(place) => (
          <p class="visit-sign">
            <Icon name={service.kind === 'home_visit' ? 'home' : 'pin'} />
            <Named said={place()} names={[service.place?.name]} />
          </p>
        )}
      </Show>
    </div>
  );
}
