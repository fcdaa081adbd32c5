// Nobody found: why, and the next best things.

import { Show } from 'solid-js';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import { RADII, searchPath } from './need-search.ts';
import type { AnswerData } from './results-data.ts';

export function ResultsEmpty(props: { data: AnswerData }) {
  const { text, link, format } = usePage();
  const search = () => props.data.search;
  const wider = () => RADII.find((meters) => meters > props.data.radiusMeters) ?? null;
  return (
    <section class="empty flow">
      <h2>{text.found.emptyTitle}</h2>
      <p>
        <Named
          said={text.found.emptyText(props.data.needLabel, props.data.placeName)}
          names={[props.data.placeName]}
        />
      </p>
      <div class="actions">
        <Show when={wider()}>
          {(meters) => (
            <LinkButton
              look="main"
              icon="search"
              href={link(searchPath({ ...search(), radiusMeters: meters(), cursor: '' }))}
            >
              {text.found.emptyWider(format.distance(meters()))}
            </LinkButton>
          )}
        </Show>
        <Show when={search().accessible}>
          <LinkButton
            icon="stairs"
            href={link(searchPath({ ...search(), accessible: false, cursor: '' }))}
          >
            {text.found.emptyStairs}
          </LinkButton>
        </Show>
        <Show when={search().day !== ''}>
          <LinkButton
            icon="calendar"
            href={link(searchPath({ ...search(), day: '', time: '', cursor: '' }))}
          >
            {text.found.emptyOtherDay}
          </LinkButton>
        </Show>
        <LinkButton icon="book" href={link('/annuaire')}>
          {text.found.emptyDirectory}
        </LinkButton>
      </div>
      <Notice tone="night">
        <p>
          {text.found.emptyDuty} <PhoneLink look="text" display="116 117" dial="116117" />
        </p>
        <p>
          {text.found.emptyDanger} <PhoneLink look="text" display="15" dial="15" />
        </p>
      </Notice>
    </section>
  );
}
