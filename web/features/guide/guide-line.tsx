// One partner in the guide: its name, what it is, where, its phone.

import { Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import type { GuideEntry } from './guide-data.ts';

export function GuideLine(props: { entry: GuideEntry; from: string | null }) {
  const { text, link } = usePage();
  const href = () =>
    link(
      `/fiche/${encodeURIComponent(props.entry.id)}${props.from === null ? '' : `?depart=${props.from}`}`,
    );
  return (
    <li class="guide-line">
      <div>
        <a class="guide-name" href={href()}>
          {props.entry.name}
        </a>
        <p>
          {props.entry.title}, {props.entry.communeName}
        </p>
        <p class="soft guide-address">
          <Show when={props.entry.street}>{(street) => <>{street()}, </>}</Show>
          {props.entry.postcode} {props.entry.city}
          <Show when={props.entry.crowMeters !== null}>
            {' '}
            ({text.entry.distance(props.entry.crowMeters ?? 0)})
          </Show>
        </p>
      </div>
      <Show when={props.entry.phone} fallback={<span class="soft">{text.guide.noPhone}</span>}>
        {(phone) => (
          <PhoneLink
            look="text"
            display={phone().display}
            dial={phone().dial}
            label={text.entry.callNumber(phone().display, props.entry.name)}
          />
        )}
      </Show>
    </li>
  );
}
