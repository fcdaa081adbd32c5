// No way that day: how far it is, and the next best things to try.

import { For } from 'solid-js';
import type { JourneyPlan } from '#domain/journey/journey.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';

export function NothingFound(props: { plan: JourneyPlan; entryId: string }) {
  const { text, link } = usePage();
  const words = text.journey.nothing;
  const drive = () => props.plan.drive;
  return (
    <section id="verdict" class="verdict card" aria-labelledby="nothing-heading">
      <h2 id="nothing-heading">{words.heading}</h2>
      <p>{words.text(props.plan.crowMeters, drive().minutes, drive().estimate)}</p>
      <ul>
        <For each={words.tips}>{(tip) => <li>{tip}</li>}</For>
      </ul>
      <div class="actions">
        <LinkButton href={link('/transports?sorte=advice')} look="main" icon="phone">
          {words.advisers}
        </LinkButton>
        <LinkButton href={link('/transports')} icon="list">
          {words.allOffers}
        </LinkButton>
      </div>
    </section>
  );
}
