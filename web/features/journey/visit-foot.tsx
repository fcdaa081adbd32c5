// Under a service that comes: who may have it, whom to call, the price, how old the facts are.

import { For, Show } from 'solid-js';
import type { VisitingService } from '#domain/journey/journey.ts';
import { compareMoments, type Moment } from '#domain/time.ts';
import { usePage } from '#web/lib/page-context.ts';
import { FactAge } from '#web/ui/fact-age.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { Price } from '#web/ui/price.tsx';
import { priceWords } from './option-words.ts';

export function VisitFoot(props: { service: VisitingService }) {
  const { text, link, format } = usePage();
  const words = text.journey.visiting;
  const { service } = props;
  const price = priceWords(service.price, text, format.euros);
  const conditions = service.eligibility.reasons
    .filter(({ value }) => value === null)
    .map(({ criterion, negated }) => {
      const said = text.rules.sentence(text.rules.criterion(criterion));
      return negated === true ? `${text.rules.notOf} ${said}` : said;
    });
  return (
    <>
      <Show when={conditions.length > 0}>
        <div>
          <p class="visit-label" id={`conditions-${service.offerId}`}>
            {words.conditions}
          </p>
          <ul class="visit-conditions" aria-labelledby={`conditions-${service.offerId}`}>
            <For each={conditions}>{(condition) => <li>{condition}</li>}</For>
          </ul>
        </div>
      </Show>
      <Show when={callLimit()}>
        {(limit) => <p class="visit-limit">{words.callBefore(limit())}</p>}
      </Show>
      <div class="visit-foot">
        <Show when={service.phone}>
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
      <Show when={service.toConfirm}>
        <p>
          <FactAge age={age()} toConfirm={text.common.toConfirm} />
        </p>
      </Show>
    </>
  );

  /** Nothing when one may call until the service is there, or when its day is to be agreed. */
  function callLimit(): Moment | null {
    const deadline = service.calls[0]?.deadline;
    const { next } = service;
    if (!deadline || next === null || service.state === 'too_late') return null;
    const start = { date: next.date, minute: next.hours[0]?.from ?? 0 };
    return compareMoments(deadline.limit, start) < 0 ? (deadline.answered ?? deadline.limit) : null;
  }

  function age(): string {
    const said = service.provenance?.confirmedOn ?? service.provenance?.asOf;
    return said ? text.common.factDated(format.factDate(said)) : text.common.factUndated;
  }
}
