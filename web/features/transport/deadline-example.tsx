// Until when to call for a ride of that day and hour, by the rule and the hours of the phone line.

import { Show } from 'solid-js';
import type { Moment } from '#domain/time.ts';
import { deadlineOf } from '#domain/transport/booking-deadline.ts';
import { firstTripOf } from '#domain/transport/first-trip.ts';
import type { BookingRule } from '#domain/transport/offer.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';

export function DeadlineExample(props: { rule: BookingRule; ride: Moment }) {
  const { text, nowMs } = usePage();
  const words = text.transport.deadlineExample;
  const deadline = () => deadlineOf(props.rule, props.ride);
  const last = () => deadline().answered ?? deadline().limit;
  const firstTrip = () => {
    const trip = firstTripOf(props.rule, props.ride, localMoment(nowMs));
    if (trip === null) return null;
    return trip.before ? words.register(trip.before) : words.registerClosed(trip.nextDate);
  };
  const isEarlier = () =>
    last().date !== deadline().limit.date || last().minute !== deadline().limit.minute;
  return (
    <div class="offer-example">
      <h3>{words.heading}</h3>
      <p>
        {words.intro(props.ride)} <strong>{words.before(last())}</strong>
      </p>
      <Show when={isEarlier()}>
        <p>{words.rule(deadline().limit)}</p>
      </Show>
      <Show when={deadline().opens}>{(opens) => <p>{words.opens(opens())}</p>}</Show>
      <Show when={firstTrip()}>{(said) => <p>{said()}</p>}</Show>
    </div>
  );
}
