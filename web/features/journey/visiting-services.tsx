// « Le service qui vient à vous »: care or a service at home, in the commune or by screen.

import './journey-changes.css';
import { For, Show } from 'solid-js';
import type { VisitingService } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { WAY_ICONS } from '#web/ui/kind-icons.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { Price } from '#web/ui/price.tsx';
import { priceWords } from './option-words.ts';

export function VisitingServices(props: { services: readonly VisitingService[] }) {
  const { text } = usePage();
  const words = text.journey.visiting;
  return (
    <Show when={props.services.length > 0}>
      <section class="visiting card" aria-labelledby="visiting-heading">
        <h2 id="visiting-heading">{words.heading}</h2>
        <p>{words.intro}</p>
        <ul class="visit-list">
          <For each={props.services}>{(service) => <Visit service={service} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function Visit(props: { service: VisitingService }) {
  const { text, link, format } = usePage();
  const words = text.journey.visiting;
  const { service } = props;
  const price = priceWords(service.price, text, format.euros);
  const call = service.calls.find((each) => each.phone !== null);
  return (
    <li class="visit">
      <Icon name={WAY_ICONS[service.kind]} />
      <div class="visit-words">
        <h3>{service.offerName}</h3>
        <p>
          {text.codes.offerKinds[service.kind]}
          <Show when={placeOf()}>{(place) => <>. {place()}</>}</Show>
        </p>
        <p class="visit-next">
          {service.next === null
            ? words.agreed
            : words.next(service.next.date, service.next.fromMinute, service.next.toMinute)}
        </p>
        <Show when={words.state(service.state)}>{(state) => <p>{state()}</p>}</Show>
        <Show when={service.eligibility.value === null}>
          <p>{text.journey.eligibility.unknown}</p>
        </Show>
        <div class="visit-foot">
          <Show when={call?.phone}>
            {(phone) => (
              <PhoneLink
                display={phone()}
                dial={phone()}
                label={`${text.journey.calls.call(phone())}, ${service.offerName}`}
              />
            )}
          </Show>
          <Price
            amount={price.amount}
            known={price.known}
            about={price.about ?? undefined}
            extra={price.extra ?? undefined}
          />
          <a
            href={link(`/transports/${encodeURIComponent(service.offerId)}`)}
            aria-label={words.offerFor(service.offerName)}
          >
            {words.offer}
          </a>
        </div>
      </div>
    </li>
  );

  function placeOf(): string | null {
    if (service.placeName !== null) return words.at(service.placeName);
    return service.kind === 'home_visit' ? words.home : null;
  }
}
