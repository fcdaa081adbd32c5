// The rules at work: until when to call for a given day, what twelve kilometres cost.

import { Show } from 'solid-js';
import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import { type Offer, VISITING_KINDS } from '#domain/transport/offer.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { DeadlineExample } from './deadline-example.tsx';
import { PriceExample } from './price-example.tsx';

export function OfferExamples(props: { offer: Offer }) {
  const { text, nowMs } = usePage();
  const words = text.transport;
  const { date, minute } = defaultAppointment(localMoment(nowMs));
  const ride = { date, minute };
  const booking = () => {
    const rule = props.offer.booking;
    if (VISITING_KINDS.includes(props.offer.kind)) return null;
    return rule === null || rule.channels.every((channel) => channel === 'none') ? null : rule;
  };
  const priced = () =>
    props.offer.fares.some((fare) => fare.kind === 'per_km' || fare.kind === 'flat');
  return (
    <Show when={booking() !== null || priced()}>
      <section class="card offer-section" aria-labelledby="offer-examples">
        <h2 id="offer-examples">{words.examples}</h2>
        <Show when={booking()}>{(rule) => <DeadlineExample rule={rule()} ride={ride} />}</Show>
        <Show when={priced()}>
          <PriceExample fares={props.offer.fares} />
        </Show>
      </section>
    </Show>
  );
}
