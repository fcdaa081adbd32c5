// How to book: by which means, until when, when somebody answers, what to have ready.

import { For, Show } from 'solid-js';
import type { DayHours } from '#domain/directory/opening-hours.ts';
import type { BookingRule, OfferKind } from '#domain/transport/offer.ts';
import { noticeWords } from '#web/lib/offer-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import type { SourceNames } from '#web/lib/source-names.ts';
import { OfferAge } from './offer-age.tsx';

export type OfferBookingProps = { kind: OfferKind; booking: BookingRule; sources: SourceNames };

export function OfferBooking(props: OfferBookingProps) {
  const { text, dataLang } = usePage();
  const words = text.transport;
  const channels = () =>
    props.booking.channels
      .filter((channel) => channel !== 'none')
      .map((channel) => text.rules.channels[channel]);
  return (
    <>
      <Show when={channels().length > 0} fallback={<p>{words.noBooking}</p>}>
        <p>{words.channels(channels())}</p>
        <p class="offer-strong">{noticeWords(props.kind, props.booking.notice, text)}</p>
      </Show>
      <Show when={props.booking.firstTripDays}>
        {(days) => <p>{text.rules.firstTrip(days())}</p>}
      </Show>
      <Show when={props.booking.urgentPossible}>
        <p>{text.rules.urgent}</p>
      </Show>
      <Show when={props.booking.cancelBeforeMinutes}>
        {(minutes) => <p>{text.rules.cancel(minutes())}</p>}
      </Show>
      <Show
        when={props.booking.lineHours}
        fallback={
          <Show when={channels().length > 0}>
            <p>{words.lineHoursUnknown}</p>
          </Show>
        }
      >
        {(hours) => (
          <>
            <h3>{words.lineHours}</h3>
            <ul>
              <For each={sameDays(hours().week)}>
                {(group) => (
                  <li>
                    {text.rules.sentence(text.rules.weekdays(group.days))} :{' '}
                    {text.rules.windows(group.ranges)}
                  </li>
                )}
              </For>
            </ul>
            <Show when={hours().closedOnHolidays}>
              <p>{words.lineClosedOnHolidays}</p>
            </Show>
          </>
        )}
      </Show>
      <Show when={props.booking.toSay.length > 0}>
        <h3>{words.toSay}</h3>
        <ul>
          <For each={props.booking.toSay}>{(item) => <li lang={dataLang}>{item}</li>}</For>
        </ul>
      </Show>
      <p>
        <OfferAge
          provenance={props.booking.provenance}
          kind="rule"
          sources={props.sources}
          withLink
        />
      </p>
    </>
  );
}

type Ranges = readonly DayHours[];

/** Days with the same hours are told together: « du lundi au vendredi : de 9 h à 12 h ». */
export function sameDays(week: readonly Ranges[]): { days: number[]; ranges: Ranges }[] {
  const groups: { key: string; days: number[]; ranges: Ranges }[] = [];
  for (const [index, ranges] of week.entries()) {
    if (ranges.length === 0) continue;
    const key = JSON.stringify(ranges);
    const group = groups.find((each) => each.key === key);
    if (group === undefined) groups.push({ key, days: [index + 1], ranges });
    else group.days.push(index + 1);
  }
  return groups;
}
