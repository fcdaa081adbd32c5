// One direction of a trip as a vertical thread: when, what to do, where, one line per leg.

import { Named } from '#web/lib/named.tsx';
import './trip-thread.css';
import { For, Show } from 'solid-js';
import type { Leg, Trip } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/ui/icon-paths.ts';
import { LegMarks } from './leg-marks.tsx';
import { askedWords, clockOf, dayOf, tellableLegs, waitMinutesBefore } from './option-words.ts';

/** Below this a wait between two legs is not worth a line. */
const MIN_TOLD_WAIT_MINUTES = 3;

export type TripThreadProps = {
  trip: Trip;
  heading: string;
  /** « Vous attendez 25 min avant le rendez-vous », under the arrival. */
  after?: string | undefined;
};

export function TripThread(props: TripThreadProps) {
  const { text, format, dataLang } = usePage();
  const legs = () => tellableLegs(props.trip);
  const last = () => legs().at(-1);
  return (
    <section class="thread">
      <h4 class="thread-heading">{props.heading}</h4>
      <ol class="thread-steps">
        <For each={legs()}>
          {(leg, index) => (
            <>
              <Show when={waitMinutesBefore(leg, legs()[index() - 1]) >= MIN_TOLD_WAIT_MINUTES}>
                <li class="thread-step thread-wait">
                  <span class="thread-time" />
                  <span class="thread-mark">
                    <Icon name="clock" />
                  </span>
                  <p class="thread-text">
                    <Named said={waitWords(leg, legs()[index() - 1])} names={[leg.from.name]} />
                  </p>
                </li>
              </Show>
              <Day minute={leg.departMinute} before={legs()[index() - 1]?.departMinute ?? 0} />
              <li class="thread-step">
                <ThreadTime minute={leg.departMinute} />
                <span class="thread-mark">
                  <Icon name={legIcon(leg)} />
                </span>
                <div class="thread-text">
                  <Show when={index() === 0}>
                    <p class="thread-place" lang={dataLang}>
                      {leg.from.name}
                    </p>
                  </Show>
                  <p>
                    <Named said={text.journey.leg(leg, legs()[index() + 1])} names={namesOf(leg)} />
                    <Show when={leg.estimate}>
                      {' '}
                      <span class="thread-estimate">({text.journey.estimate})</span>
                    </Show>
                  </p>
                  <For each={askedWords(leg, text)}>
                    {(words) => <p class="thread-asked">{words}</p>}
                  </For>
                  <LegMarks leg={leg} />
                  <Show when={leg.mode === 'transit' ? leg.stopCount : null}>
                    {(count) => <p class="soft thread-stops">{text.journey.legStops(count())}</p>}
                  </Show>
                </div>
              </li>
            </>
          )}
        </For>
        <Show when={last()}>
          {(leg) => (
            <>
              <Day
                minute={props.trip.arriveMinute ?? leg().arriveMinute}
                before={leg().departMinute ?? 0}
              />
              <li class="thread-step thread-end">
                <ThreadTime minute={props.trip.arriveMinute ?? leg().arriveMinute} />
                <span class="thread-mark">
                  <Icon name="pin" />
                </span>
                <div class="thread-text">
                  <p class="thread-place" lang={dataLang}>
                    {leg().to.name}
                  </p>
                  <Show when={props.after}>{(after) => <p class="soft">{after()}</p>}</Show>
                </div>
              </li>
            </>
          )}
        </Show>
      </ol>
    </section>
  );

  /** Where a hired vehicle is handed over, and where it is given back, one does not only wait. */
  function waitWords(leg: Leg, before: Leg | undefined): string {
    const minutes = waitMinutesBefore(leg, before);
    const [isFetched, isGivenBack] = [isHired(leg), isHired(before)];
    return isFetched === isGivenBack
      ? text.journey.waitBetween(minutes, leg.from.name)
      : text.journey.hire.handOver(minutes, leg.from.name, isFetched);
  }

  /** Said where the day changes: a trip for an hour after midnight begins the evening before. */
  function Day(times: { minute: number | null; before: number }) {
    const day = () => dayOf(times.minute ?? times.before);
    return (
      <Show when={day() !== dayOf(times.before)}>
        <li class="thread-day">{text.journey.thatDay(day())}</li>
      </Show>
    );
  }

  function ThreadTime(time: { minute: number | null }) {
    return (
      <span class="thread-time">
        <Show
          when={time.minute !== null}
          fallback={<span class="visually-hidden">{text.journey.agreedTime}</span>}
        >
          {format.hour(clockOf(time.minute ?? 0))}
        </Show>
      </span>
    );
  }
}

function namesOf({ offerName, from, to, line }: Leg): (string | null | undefined)[] {
  return [offerName, from.name, to.name, line?.name, line?.headsign];
}

function legIcon(leg: Leg): IconName {
  switch (leg.mode) {
    case 'walk':
      return 'walk';
    case 'car':
      return 'car';
    case 'cycle':
    case 'moped':
      return leg.mode;
    case 'ride':
      return 'volunteer';
    case 'local_network':
      return 'coach';
    case 'transit':
      return leg.line?.vehicle === 'train' ? 'train' : 'coach';
  }
}

function isHired(leg: Leg | undefined): boolean {
  if (leg === undefined || leg.offerId === null) return false;
  return leg.mode === 'car' || leg.mode === 'moped' || leg.mode === 'cycle';
}
