// One partner in the guide: what it is, its name, where, open or not, its phone.

import { Show } from 'solid-js';
import { OPENING_ICONS, openingOf } from '#web/lib/opening-words.ts';
import { usePage } from '#web/lib/page-context.ts';
import { CategorySign } from '#web/ui/category-sign.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PhoneLink, spokenBlocks } from '#web/ui/phone-link.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { GuideEntry } from './guide-data.ts';

export type GuideLineProps = {
  entry: GuideEntry;
  from: string | null;
  /** On paper the hour of printing says nothing. */
  withOpening: boolean;
};

export function GuideLine(props: GuideLineProps) {
  const page = usePage();
  const { text, link } = page;
  const href = () =>
    link(
      `/fiche/${encodeURIComponent(props.entry.id)}${props.from === null ? '' : `?depart=${props.from}`}`,
    );
  const opening = () => openingOf(props.entry.opening, page);
  return (
    <li class="guide-line">
      <CategorySign class="guide-symbol" category={props.entry.category} />
      <div>
        <a class="guide-name" href={href()}>
          {props.entry.name}
        </a>
        <p>
          {props.entry.title}{' '}
          <Show when={props.entry.demonstration}>
            <Tag title={text.common.demonstrationHint}>{text.common.demonstration}</Tag>
          </Show>
        </p>
        <p class="guide-address">
          <Show when={props.entry.street}>{(street) => <>{street()}, </>}</Show>
          {props.entry.postcode} {props.entry.communeName}
          <Show when={props.entry.crowMeters !== null}>
            {' '}
            ({text.common.crowAway(page.format.distance(props.entry.crowMeters ?? 0))})
          </Show>
        </p>
        <Show when={props.withOpening && opening().tone !== 'ask'}>
          <p class={`opening-${opening().tone}`}>
            <Icon name={OPENING_ICONS[opening().tone]} /> {opening().words}
          </p>
        </Show>
      </div>
      <Show when={props.entry.phone} fallback={<span class="soft">{text.guide.noPhone}</span>}>
        {(phone) => (
          <PhoneLink
            display={phone().display}
            dial={phone().dial}
            label={`${text.common.callNumber(spokenBlocks(phone().display))}, ${props.entry.name}`}
          />
        )}
      </Show>
    </li>
  );
}
