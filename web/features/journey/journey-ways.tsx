// Every way found, in the published order, then those almost possible and why they are not.

import { For, Show } from 'solid-js';
import type { JourneyNote, JourneyPlan } from '#domain/journey/journey.ts';
import type { AccommodationCode } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { OptionCard } from './option-card.tsx';

export type JourneyWaysProps = {
  plan: JourneyPlan;
  needs: readonly AccommodationCode[];
  fromName: string;
  toName: string;
};

export function JourneyWays(props: JourneyWaysProps) {
  const { text, link } = usePage();
  const words = text.journey;
  const drive = () => props.plan.drive;
  return (
    <>
      <Show when={props.plan.options.length > 0}>
        <section class="ways" aria-labelledby="ways-heading">
          <h2 id="ways-heading">{words.options(props.plan.options.length)}</h2>
          <p class="soft">{words.driveFact(drive().minutes, drive().meters, drive().estimate)}</p>
          <Show when={assumedLength(props.plan)}>{(note) => <p>{words.note(note())}</p>}</Show>
          <For each={props.plan.options}>
            {(option, index) => <Way option={option} first={index() === 0} />}
          </For>
          <p class="way-more no-print">
            <a href={link('/a-propos/classement')}>{text.common.ranking}</a>
          </p>
        </section>
      </Show>
      <Show when={props.plan.almost.length > 0}>
        <section class="ways ways-almost" aria-labelledby="almost-heading">
          <h2 id="almost-heading">{words.almost.heading}</h2>
          <p>{words.almost.intro}</p>
          <For each={props.plan.almost}>
            {(option) => <Way option={option} first={false} almost />}
          </For>
        </section>
      </Show>
    </>
  );

  function Way(way: { option: JourneyPlan['options'][number]; first: boolean; almost?: boolean }) {
    return (
      <OptionCard
        option={way.option}
        appointment={props.plan.request.appointment}
        needs={props.needs}
        fromName={props.fromName}
        toName={props.toName}
        oneWayKm={Math.round(drive().meters / 1000)}
        first={way.first}
        almost={way.almost ?? false}
      />
    );
  }
}

/** The length of the visit counted when nobody said it: the same for every way. */
function assumedLength(plan: JourneyPlan): JourneyNote | undefined {
  return plan.options
    .flatMap((option) => option.notes)
    .find((note) => note.code === 'duration_assumed');
}
