// One way there and back: what to do first, the two threads, and the details for who wants them.

import { Named } from '#web/lib/named.tsx';
import './option-card.css';
import { For, type JSX, Show } from 'solid-js';
import type { Appointment, JourneyOption } from '#domain/journey/journey.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Price } from '#web/ui/price.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { CallList } from './call-list.tsx';
import { EligibilityReasons } from './eligibility-reasons.tsx';
import { HireFacts } from './hire-facts.tsx';
import {
  fareWords,
  headlineOf,
  optionIcon,
  optionKind,
  optionTitle,
  stateTag,
  tierWordsOf,
} from './option-words.ts';
import { PriceLines } from './price-lines.tsx';
import { TripMap } from './trip-map.tsx';
import { TripThread } from './trip-thread.tsx';

export type OptionCardProps = {
  option: JourneyOption;
  appointment: Appointment;
  needs: readonly AccommodationCode[];
  fromName: string;
  toName: string;
  /** Whole kilometres of road to the place of care. */
  oneWayKm: number;
  /** The first way shows its threads at once; its calls are told apart, above. */
  first: boolean;
  almost?: boolean;
};

export function OptionCard(props: OptionCardProps) {
  const { text, format, link, dataLang } = usePage();
  const words = text.journey;
  const headline = () => headlineOf(props.option, text);
  const price = () => fareWords(props.option, text, format.euros);
  const tag = () => stateTag(props.option);
  const tierWords = () => tierWordsOf(props.option, text);
  const kind = () => optionKind(props.option.kind, text);
  const title = () => optionTitle(props.option, text);
  const headingId = () => `way-${props.option.id.replace(/[^\w-]/g, '-')}`;

  return (
    <article
      class="way card"
      classList={{ 'way-almost': props.almost }}
      aria-labelledby={headingId()}
    >
      <header class="way-head">
        <span class="way-icon">
          <Icon name={optionIcon(props.option)} />
        </span>
        <div>
          <h3 id={headingId()} lang={props.option.title === '' ? undefined : dataLang}>
            {title()}
          </h3>
          <p class="way-facts">
            <Show when={kind() !== title()}>
              <span>{kind()}</span>
            </Show>
            <Tag tone={tag().tone} icon={tag().icon}>
              {text.codes.bookingStates[props.option.state]}
            </Tag>
            <Show when={props.option.tier > 0}>
              <span>{tierWords()}</span>
            </Show>
          </p>
        </div>
        <Show when={price()}>
          {(fare) => (
            <Price
              amount={fare().amount}
              known={fare().known}
              about={fare().about ?? undefined}
              extra={fare().extra ?? undefined}
            />
          )}
        </Show>
      </header>

      <Show when={!props.first}>
        <p class="way-sentence">
          <Named said={headline().sentence} names={[headline().call?.offerName]} />
        </p>
        <For each={headline().next}>{(line) => <p>{line}</p>}</For>
      </Show>
      <Show when={notes().length > 0}>
        <ul class="way-notes" aria-label={props.almost ? words.almost.because : words.notes}>
          <For each={notes()}>
            {(note) => (
              <li>
                <Icon name={note.code === 'facts_to_confirm' ? 'warning' : 'info'} />
                <span>
                  <Named
                    said={words.note(note)}
                    names={['offerName' in note ? note.offerName : null]}
                  />
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>

      <Show when={isPrescribed()}>
        <p class="way-more no-print">
          <a href={link(`/transport-sur-prescription?km=${props.oneWayKm}`)}>
            {words.medical.link}
          </a>
        </p>
      </Show>

      <Show when={props.option.hire}>
        {(hire) => <HireFacts hire={hire()} appointment={props.appointment} />}
      </Show>

      <Folded open={props.first} summary={words.seeLegs}>
        <div class="threads">
          <Show when={props.option.hire?.fetch}>
            {(fetch) => <TripThread trip={fetch()} heading={words.hire.fetch} />}
          </Show>
          <TripThread trip={props.option.outbound} heading={words.outbound} after={waitThere()} />
          <Show
            when={props.option.back}
            fallback={
              <section class="thread">
                <h4 class="thread-heading">{words.back}</h4>
                <p>{props.option.calls.length > 0 ? words.backAgreed : words.noBack}</p>
              </section>
            }
          >
            {(back) => <TripThread trip={back()} heading={words.back} />}
          </Show>
          <Show when={props.option.hire?.bringBack}>
            {(bringBack) => <TripThread trip={bringBack()} heading={words.hire.bringBack} />}
          </Show>
        </div>
        <p class="soft">
          <Show when={props.option.totalMinutes > 0}>
            {words.doorToDoor(props.option.totalMinutes)}.{' '}
          </Show>
          <Show when={props.option.walkMeters >= 100}>
            {words.walkTotal(props.option.walkMeters)}.
          </Show>
        </p>
        <Show when={otherReturns().length > 0 || props.option.lastReturnMinute !== null}>
          <section class="returns">
            <Show when={otherReturns().length > 0}>
              <h4>{words.otherReturns}</h4>
              <ul>
                <For each={otherReturns()}>
                  {(trip) => (
                    <li>{words.otherReturn(trip.departMinute ?? 0, trip.arriveMinute)}</li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={props.option.lastReturnMinute !== null}>
              <p class="returns-last">
                <Icon name="clock" /> {words.lastReturn(props.option.lastReturnMinute ?? 0)}
              </p>
            </Show>
          </section>
        </Show>
        <TripMap option={props.option} fromName={props.fromName} toName={props.toName} />
      </Folded>

      <div class="way-details">
        <Show when={props.option.price.lines.length > 0}>
          <Disclosure summary={words.price.heading}>
            <PriceLines price={props.option.price} />
          </Disclosure>
        </Show>
        <Show when={props.option.eligibility.reasons.length > 0}>
          <Disclosure summary={words.eligibility.heading} open={props.almost ?? false}>
            <EligibilityReasons result={props.option.eligibility} />
          </Disclosure>
        </Show>
        <Show when={!props.first && props.option.calls.length > 0}>
          <Disclosure summary={words.calls.heading}>
            <CallList
              kind={props.option.kind}
              calls={props.option.calls}
              needs={props.needs}
              fromName={props.fromName}
              hasReturn={props.option.back !== null}
            />
          </Disclosure>
        </Show>
        <Show when={!props.first && props.option.toHave.length > 0}>
          <Disclosure summary={words.toHave}>
            <ul>
              <For each={props.option.toHave}>{(item) => <li lang={dataLang}>{item}</li>}</For>
            </ul>
          </Disclosure>
        </Show>
      </div>
    </article>
  );

  /** The assumed length is said once, above the list; the prescription is the sentence itself. */
  function notes() {
    const said = ['duration_assumed', 'prescription_before'];
    return props.option.notes.filter((note) => !said.includes(note.code));
  }

  function isPrescribed() {
    return props.option.notes.some(({ code }) => code === 'prescription_before');
  }

  function otherReturns() {
    return props.option.otherReturns.filter((trip) => trip.departMinute !== null);
  }

  function waitThere(): string | undefined {
    const arrive = props.option.outbound.arriveMinute;
    if (arrive === null) return undefined;
    const minutes = props.appointment.minute - arrive;
    return minutes >= 5 ? words.waitThere(minutes) : undefined;
  }
}

/** Open on the page for the first way, folded for the others. */
function Folded(props: { open: boolean; summary: string; children: JSX.Element }) {
  return (
    <Show
      when={props.open}
      fallback={<Disclosure summary={props.summary}>{props.children}</Disclosure>}
    >
      <div class="way-open">{props.children}</div>
    </Show>
  );
}
