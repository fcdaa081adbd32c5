// How many were found, how far, in which order, and where the next ones are: written by the server.

import { Show } from 'solid-js';
import { Named } from '#web/lib/named.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { searchPath } from './need-search.ts';
import type { AnswerData } from './results-data.ts';

export function ResultsTitle(props: { data: AnswerData }) {
  const { needLabel, placeName } = props.data;
  return <Named said={usePage().text.results.title(needLabel, placeName)} names={[placeName]} />;
}

export function ResultsFound(props: { data: AnswerData }) {
  const { text, link, format } = usePage();
  const { data } = props;
  const words = text.found;
  const radius = format.distance(data.radiusMeters);
  return (
    <>
      <p class="results-count">
        <strong>{count()}.</strong> {words.sorted}{' '}
        <a href={link('/a-propos/classement')}>{words.sortedLink}</a>
      </p>
      <Show when={data.widened}>
        <Notice>
          <p>{widened()}</p>
        </Notice>
      </Show>
      <Show when={data.cards.some((card) => card.demonstration)}>
        <p class="demonstration-line">
          <Icon name="info" /> {words.demonstrationNotice}
        </p>
      </Show>
    </>
  );

  function count(): string {
    return data.nextCursor === null && data.search.cursor === ''
      ? words.count(data.total, radius)
      : words.countFirst(data.cards.length, data.total, radius);
  }

  function widened(): string {
    const asked = data.search.radiusMeters;
    return asked === null
      ? words.widenedSimple(radius)
      : words.widened(format.distance(asked), radius);
  }
}

export function ResultsMore(props: { data: AnswerData }) {
  const { text, link } = usePage();
  const { search, nextCursor } = props.data;
  return (
    <>
      <Show when={nextCursor}>
        {(cursor) => (
          <LinkButton href={link(searchPath({ ...search, cursor: cursor() }))} icon="arrow_right">
            {text.found.next}
          </LinkButton>
        )}
      </Show>
      <Show when={search.cursor !== ''}>
        <LinkButton href={link(searchPath({ ...search, cursor: '' }))} look="plain">
          {text.found.first}
        </LinkButton>
      </Show>
    </>
  );
}
