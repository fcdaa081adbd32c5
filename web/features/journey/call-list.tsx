// Whom to call for this trip, in order of deadline, with what to say.

import { Named } from '#web/lib/named.tsx';
import './call-list.css';
import { For, Show } from 'solid-js';
import type { Call, JourneyOption } from '#domain/journey/journey.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { callScript } from './call-script.ts';
import { callBefore, isAnyCompany } from './option-words.ts';

export type CallListProps = {
  kind: JourneyOption['kind'];
  calls: readonly Call[];
  needs: readonly AccommodationCode[];
  fromName: string;
  /** False: how to come back is to be asked. */
  hasReturn: boolean;
};

export function CallList(props: CallListProps) {
  return (
    <ol class="calls">
      <For each={props.calls}>{(call) => <CallItem call={call} list={props} />}</For>
    </ol>
  );
}

function CallItem(props: { call: Call; list: CallListProps }) {
  const { text, link, dataLang } = usePage();
  const words = text.journey.calls;
  const before = () => callBefore(props.call);
  const noPhone = () =>
    isAnyCompany(props.list.kind, props.call) ? words.anyCompany : words.noPhone;
  /** The rule ends later than the last moment somebody answers: said, so that nobody is surprised. */
  const laterRule = () => {
    const deadline = props.call.deadline;
    if (deadline === null || deadline.answered === null) return null;
    const same =
      deadline.answered.date === deadline.limit.date &&
      deadline.answered.minute === deadline.limit.minute;
    return same ? null : deadline.limit;
  };
  return (
    <li class="call">
      <p class="call-name" lang={dataLang}>
        <Show when={props.call.offerId} fallback={props.call.offerName}>
          {(id) => <a href={link(`/transports/${id()}`)}>{props.call.offerName}</a>}
        </Show>
      </p>
      <Show when={props.call.phone} fallback={<p>{noPhone()}</p>}>
        {(phone) => (
          <PhoneLink
            display={phone()}
            dial={phone()}
            label={`${words.call(phone())}, ${props.call.offerName}`}
          />
        )}
      </Show>
      <Show when={before()}>{(limit) => <p class="call-before">{words.before(limit())}</p>}</Show>
      <ul class="call-facts">
        <Show when={props.call.registerBefore}>
          {(limit) => <li>{words.firstTime(limit())}</li>}
        </Show>
        <Show when={props.call.registrationClosed}>
          {(closed) => <li>{words.firstTimeClosed(closed().nextDate)}</li>}
        </Show>
        <Show when={laterRule()}>{(limit) => <li>{words.ruleLimit(limit())}</li>}</Show>
        <Show when={props.call.deadline?.opens}>{(at) => <li>{words.opens(at())}</li>}</Show>
        <Show when={props.call.urgentPossible}>
          <li>{text.rules.urgent}</li>
        </Show>
      </ul>
      <Show when={props.call.url ?? props.call.email}>
        <p class="call-other no-print">
          <Show when={props.call.url}>{(url) => <a href={url()}>{words.online}</a>}</Show>{' '}
          <Show when={props.call.email}>
            {(email) => <a href={`mailto:${email()}`}>{words.email}</a>}
          </Show>
        </p>
      </Show>
      <div class="call-script">
        <p class="call-script-title">{words.say}</p>
        <blockquote>
          <For each={scriptLines()}>
            {(line) => (
              <p>
                <Named said={line} names={placeNames()} />
              </p>
            )}
          </For>
        </blockquote>
      </div>
      <Show when={props.call.toSay.length > 0}>
        <div class="call-also">
          <p class="call-script-title">{words.alsoSay}</p>
          <ul>
            <For each={props.call.toSay}>{(item) => <li lang={dataLang}>{item}</li>}</For>
          </ul>
        </div>
      </Show>
      <p class="print-only call-note">
        {words.done} ……………………… {words.answer} ………………………………………………
      </p>
    </li>
  );

  function placeNames(): string[] {
    return props.call.rides.flatMap(({ from, to }) => [from, to]);
  }

  function scriptLines(): string[] {
    return callScript(props.call, props.list, text);
  }
}
