// The rules at work: until when to call for a given day, what twelve kilometres cost.

import { For, Show } from 'solid-js';
import { defaultAppointment } from '#domain/journey/default-appointment.ts';
import { deadlineOf } from '#domain/transport/booking-deadline.ts';
import type { FareComponent, Price } from '#domain/transport/fare.ts';
import { firstTripOf } from '#domain/transport/first-trip.ts';
import { type BookingRule, type Offer, VISITING_KINDS } from '#domain/transport/offer.ts';
import { priceOf } from '#domain/transport/price-of.ts';
import { localMoment } from '#web/lib/format.ts';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';

const EXAMPLE_KM = 12;
const SHORT_WAIT_MINUTES = 60;
const LONG_WAIT_MINUTES = 120;

export function OfferExamples(props: { offer: Offer }) {
  const { text } = usePage();
  const words = text.transport;
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
        <Show when={booking()}>{(rule) => <DeadlineExample rule={rule()} />}</Show>
        <Show when={priced()}>
          <PriceExample fares={props.offer.fares} />
        </Show>
      </section>
    </Show>
  );
}

function DeadlineExample(props: { rule: BookingRule }) {
  const { text, nowMs } = usePage();
  const words = text.transport.deadlineExample;
  const now = localMoment(nowMs);
  const { date, minute } = defaultAppointment(now);
  const ride = { date, minute };
  const deadline = () => deadlineOf(props.rule, ride);
  const last = () => deadline().answered ?? deadline().limit;
  const firstTrip = () => {
    const trip = firstTripOf(props.rule, ride, now);
    if (trip === null) return null;
    return trip.before ? words.register(trip.before) : words.registerClosed(trip.nextDate);
  };
  const isEarlier = () =>
    last().date !== deadline().limit.date || last().minute !== deadline().limit.minute;
  return (
    <div class="offer-example">
      <h3>{words.heading}</h3>
      <p>
        {words.intro(ride)} <strong>{words.before(last())}</strong>
      </p>
      <Show when={isEarlier()}>
        <p>{words.rule(deadline().limit)}</p>
      </Show>
      <Show when={deadline().opens}>{(opens) => <p>{words.opens(opens())}</p>}</Show>
      <Show when={firstTrip()}>{(said) => <p>{said()}</p>}</Show>
    </div>
  );
}

function PriceExample(props: { fares: readonly FareComponent[] }) {
  const { text } = usePage();
  const words = text.transport.priceExample;
  const waits = () => props.fares.some((fare) => fare.kind === 'per_km' && fare.waitRule !== null);
  return (
    <div class="offer-example">
      <h3>{words.heading}</h3>
      <p>{words.intro(EXAMPLE_KM, SHORT_WAIT_MINUTES)}</p>
      <PriceTable price={priceFor(SHORT_WAIT_MINUTES)} />
      <Show when={waits()}>
        <p>{words.longWait(LONG_WAIT_MINUTES)}</p>
        <PriceTable price={priceFor(LONG_WAIT_MINUTES)} />
      </Show>
    </div>
  );

  function priceFor(waitMinutes: number): Price {
    return priceOf(props.fares, {
      tripKm: EXAMPLE_KM * 2,
      homeRoundTripKm: EXAMPLE_KM * 2,
      driverLoopKm: null,
      waitMinutes,
      roundTrip: true,
      member: null,
    });
  }
}

function PriceTable(props: { price: Price }) {
  const { text, format } = usePage();
  const words = text.journey.price;
  return (
    <table class="lines">
      <tbody>
        <For each={props.price.lines}>
          {(line) => (
            <tr>
              <th scope="row">
                <Named said={text.rules.priceLine(line)} names={[line.label]} />
              </th>
              <td>{text.rules.priceAmount(line)}</td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td>{totalWords()}</td>
        </tr>
      </tfoot>
    </table>
  );

  function totalWords(): string {
    const { minCents, maxCents } = props.price;
    if (minCents === null) return words.unknown;
    if (maxCents === null) return words.atLeast(minCents);
    if (maxCents === 0) return words.free;
    return minCents === maxCents ? format.euros(minCents) : words.range(minCents, maxCents);
  }
}
