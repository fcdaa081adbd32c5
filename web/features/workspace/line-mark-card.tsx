// One thing an organization says of a line: what, since when, whether its line is still there.

import { Show } from 'solid-js';
import { vehicleOf } from '#domain/journey/feed-index.ts';
import { withQuery } from '#web/lib/api.ts';
import { localMoment } from '#web/lib/format.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import type { Overlay } from './line-mark-data.ts';
import { valuesOf } from './line-mark-values.ts';

export function LineMarkCard(props: { overlay: Overlay; path: string; mayEdit: boolean }) {
  const { text, link, format } = usePage();
  const words = text.workspace.lines;
  const {
    id,
    label,
    lineName,
    routeType,
    target,
    feedName,
    mark,
    note,
    saidOn,
    applies,
    goneSince,
    etag,
  } = props.overlay;
  const said = () => {
    const kind = text.workspace.lines.form.kinds[mark.kind].label;
    return mark.kind === 'reserved' ? words.said(mark) : kind;
  };
  const booking = () => {
    if (mark.kind !== 'on_booking' || mark.booking === null) return null;
    const { delai } = valuesOf(props.overlay);
    const { notice, phone } = mark.booking;
    const clock = notice.kind === 'days_before' ? format.hour(notice.atMinute) : null;
    return words.booking(delai, clock, phone);
  };
  return (
    <article class="card kept">
      <p class="soft">
        {[
          words.target(target),
          routeType === null ? null : words.vehicles[vehicleOf(routeType)],
          ...(target === 'route' ? [] : [lineName]),
          feedName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <h3 class="kept-name">{label}</h3>
      <p class="large">{said()}</p>
      <Show when={booking()}>{(sentence) => <p>{sentence()}</p>}</Show>
      <Show when={note}>{(told) => <blockquote class="watch-said">{told()}</blockquote>}</Show>
      <p>
        <Show
          when={applies}
          fallback={
            <Tag tone="clay" icon="clock">
              {words.gone(goneSince === null ? null : localMoment(Date.parse(goneSince)).date)}
            </Tag>
          }
        >
          <Tag tone="leaf" icon="check">
            {words.read}
          </Tag>
        </Show>{' '}
        <span class="soft">{words.saidOn(saidOn)}</span>
      </p>
      <Show when={!applies}>
        <p class="soft">{words.goneWhy}</p>
      </Show>
      <Show when={props.mayEdit}>
        <form class="actions" method="post" action={link(props.path)}>
          <input type="hidden" name="marquee" value={id} />
          <input type="hidden" name="etat" value={etag} />
          <LinkButton
            href={link(`${withQuery(props.path, { marquee: id })}#marquer`)}
            icon="edit"
            label={words.changeOf(label)}
          >
            {words.change}
          </LinkButton>
          <Button
            type="submit"
            look="quiet"
            name="geste"
            value="retirer"
            label={words.removeOf(label)}
          >
            {words.remove}
          </Button>
        </form>
      </Show>
    </article>
  );
}
