// A fortnight in words, then as a table of days and hours: each slot leads to its trip there and back.

import { Named } from '#web/lib/named.tsx';
import { hasAnswers } from '#web/lib/personal-answers.ts';
import './slots-calendar.css';
import { For, Show } from 'solid-js';
import { addDays } from '#domain/time.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { journeyPath } from './journey-query.ts';
import { STATUS_ICONS } from './slot-icons.ts';
import {
  bestDay,
  namedWays,
  openSlots,
  type SlotDayModel,
  type SlotModel,
  waysOf,
} from './slots-model.ts';
import type { SlotsData, SlotsFound } from './slots-page.tsx';
import { SLOT_DAYS, slotsPath } from './slots-query.ts';
import { SlotsTable } from './slots-table.tsx';

export function SlotsCalendar(props: { data: SlotsData; found: SlotsFound }) {
  const { text, link, format, nowMs } = usePage();
  const words = text.slots;
  const { entry, from, query } = props.data;
  const { days } = props.found;
  const best = bestDay(days, localMoment(nowMs).date);
  const departKey = from?.key ?? null;
  /** Said once when no day has a timetable of its own. */
  const noneKnown = days.length > 0 && days.every(({ timetableKnown }) => !timetableKnown);
  /** Otherwise each opening is to be asked for, closures told by a notice aside. */
  const hoursKnown = days.some(({ opening }) => opening === 'open');
  const nextPath = slotsPath(entry.id, {
    ...query,
    departKey,
    fromDate: addDays(query.fromDate, SLOT_DAYS),
  });

  return (
    <>
      <Show when={hasAnswers(props.data.answers)}>
        <p class="slots-answers">
          <Icon name="info" />
          <span>
            {words.withAnswers} <a href={questionsHref()}>{words.changeAnswers}</a>
          </span>
        </p>
      </Show>
      <section class="slots-say" aria-labelledby="say-heading">
        <h2 id="say-heading">{best === null ? words.none : words.say}</h2>
        <Show when={best} fallback={<p>{words.noneNext}</p>}>
          {(day) => (
            <blockquote>
              <p>{words.sayHello}</p>
              <p class="slots-say-best">{words.sayBest(day().date, surest(day()))}</p>
              <p>{day().opening === 'unknown' ? words.sayElseUnknown : words.sayElse}</p>
            </blockquote>
          )}
        </Show>
        <Show when={best?.reachable.length === 0}>
          <p>
            <strong>{words.checkFirst}</strong>
          </p>
        </Show>
        <Show when={entry.phone}>
          {(phone) => (
            <PhoneLink
              display={phone().display}
              dial={phone().dial}
              label={`${text.common.callNumber(phone().display)}, ${entry.name}`}
            />
          )}
        </Show>
      </section>
      <section aria-labelledby="days-heading">
        <h2 id="days-heading">{words.listTitle}</h2>
        <p>{hoursKnown ? words.hoursKnown : words.hoursUnknown}</p>
        <Show when={noneKnown}>
          <p>{words.timetablesUnknown}</p>
        </Show>
        <Show when={props.found.leftOut.length > 0}>
          <p>{words.leftOut(props.found.leftOut)}</p>
        </Show>
        <ol class="slots-days">
          <For each={days}>{(day) => <Day day={day} />}</For>
        </ol>
        <p class="no-print">
          <LinkButton href={link(nextPath)} icon="arrow_right">
            {words.nextWeeks}
          </LinkButton>
        </p>
      </section>
      <SlotsTable days={days} hrefOf={hrefOf} />
    </>
  );

  function Day(shown: { day: SlotDayModel }) {
    const { day } = shown;
    const open = openSlots(day);
    return (
      <li class="slots-day" classList={{ 'slots-day-empty': open.length === 0 }}>
        <h3>
          {text.rules.sentence(format.date(day.date))}
          <Show when={day.holiday}>
            {(name) => <span class="slots-holiday">{words.holiday(name())}</span>}
          </Show>
        </h3>
        <Show when={open.length === 0}>
          <p>{day.opening === 'closed' ? words.closedDay : words.nothing}</p>
        </Show>
        <Show when={day.reachable.length > 0}>
          <p class="slots-sure">
            <Icon name={STATUS_ICONS.reachable} />{' '}
            <span>
              <Named
                said={words.possible(day.reachable, waysOf(day, 'reachable'))}
                names={namedWays(day)}
              />
            </span>
          </p>
        </Show>
        <Show when={day.toCheck.length > 0}>
          <p class="slots-check">
            <Icon name={STATUS_ICONS.to_check} />{' '}
            <span>
              <Named
                said={words.toCheck(day.toCheck, waysOf(day, 'to_check'))}
                names={namedWays(day)}
              />
            </span>
          </p>
        </Show>
        <Show when={!day.timetableKnown && !noneKnown && open.length > 0}>
          <p class="soft">{words.timetableUnknown}</p>
        </Show>
        <Show when={open.length > 0}>
          <Disclosure summary={<SeeDay date={day.date} />} class="no-print">
            <ul class="slots-hours">
              <For each={open}>
                {(slot) => (
                  <li>
                    <a
                      class={`slot-link slot-${slot.status}`}
                      href={hrefOf(day, slot)}
                      aria-label={words.slot(day.date, slot.minute, slot.status, slot.way)}
                    >
                      <Icon name={STATUS_ICONS[slot.status]} />
                      <strong>{format.hour(slot.minute)}</strong>
                      <span>{words.status[slot.status]}</span>
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </Disclosure>
        </Show>
      </li>
    );
  }

  /** The date is under the eyes already: only those who listen need it again. */
  function SeeDay(shown: { date: string }) {
    return (
      <>
        {words.seeDay} <span class="visually-hidden">{format.date(shown.date)}</span>
      </>
    );
  }

  function surest(day: SlotDayModel) {
    return day.reachable.length > 0 ? day.reachable : day.toCheck;
  }

  /** Where the answers are given, and may be taken back. */
  function questionsHref(): string {
    const { durationMinutes, mode, need, search } = query;
    const appointment = { date: '', minute: 0, durationMinutes };
    const asked = { departKey, appointment, assumed: true, mode, need, search };
    return link(`${journeyPath(entry.id, asked)}#questions`);
  }

  function hrefOf(day: SlotDayModel, slot: SlotModel): string {
    const { durationMinutes, mode, need, search } = query;
    const appointment = { date: day.date, minute: slot.minute, durationMinutes };
    const asked = { departKey, appointment, assumed: false, mode, need, search };
    return link(journeyPath(entry.id, asked));
  }
}
