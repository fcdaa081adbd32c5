// The sentence that matters: what to do first to go there and come back.

import { Named } from '#web/lib/named.tsx';
import './verdict.css';
import { For, Show } from 'solid-js';
import type { JourneyNote, JourneyOption } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Icon } from '#web/ui/icon.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { Price } from '#web/ui/price.tsx';
import { awaitsDriver, fareWords, headlineOf, optionIcon, optionTitle } from './option-words.ts';

/** Times of another season, or of no known timetable. */
const TIMETABLE_NOTES: readonly JourneyNote['code'][] = [
  'reference_timetable',
  'timetable_missing',
];

export function Verdict(props: { option: JourneyOption; questionCount: number }) {
  const { text, format, dataLang } = usePage();
  const words = text.journey;
  const headline = () => headlineOf(props.option, text);
  const price = () => fareWords(props.option, text, format.euros);
  const toCheck = () => props.option.tier === 1 && props.option.calls.length > 0;
  const timesMayChange = () =>
    props.option.notes.some(({ code }) => TIMETABLE_NOTES.includes(code));
  return (
    <section id="verdict" class="verdict" aria-labelledby="verdict-heading">
      <p class="verdict-way">
        <Icon name={optionIcon(props.option)} />
        <span>
          {words.best}{' '}
          <strong lang={props.option.title === '' ? undefined : dataLang}>
            {optionTitle(props.option, text)}
          </strong>
        </span>
      </p>
      <h2 id="verdict-heading" class="verdict-sentence">
        <Named said={headline().sentence} names={[headline().call?.offerName]} />
      </h2>
      <For each={headline().next}>{(line) => <p class="verdict-next">{line}</p>}</For>
      <Show when={props.option.calls.length > 0 && awaitsDriver(props.option)}>
        <p class="verdict-next">{words.note({ code: 'driver_to_find' })}</p>
      </Show>
      <Show when={toCheck()}>
        <p class="verdict-next">{words.toCheckByPhone}</p>
      </Show>
      <Show when={timesMayChange()}>
        <p class="verdict-next">{words.checkTimes}</p>
      </Show>
      <div class="verdict-foot">
        <Show when={headline().call?.phone}>
          {(phone) => (
            <PhoneLink
              display={phone()}
              dial={phone()}
              label={`${words.calls.call(phone())}, ${headline().call?.offerName ?? ''}`}
            />
          )}
        </Show>
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
      </div>
      <Show when={props.questionCount > 0}>
        <p class="verdict-questions no-print">
          <a href="#questions">{words.questions.teaser(props.questionCount)}</a>
        </p>
      </Show>
    </section>
  );
}
