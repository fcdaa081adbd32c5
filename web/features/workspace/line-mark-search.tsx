// Which line is to be marked? Looked for by its name, among those of the territory.

import { For, Show } from 'solid-js';
import { vehicleOf } from '#domain/journey/feed-index.ts';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { type ListedLine, lineTitle } from './line-mark-data.ts';
import type { LineMarksData } from './line-mark-load.ts';

/** What the API gives at once. */
const MOST_FOUND = 50;

export function LineMarkSearch(props: { data: LineMarksData }) {
  const { text, link } = usePage();
  const all = text.workspace.lines;
  const words = all.search;
  const { path, found, overlays } = props.data;
  const isMarked = ({ feedId, routeId }: ListedLine) =>
    overlays.some((each) => each.feedId === feedId && each.routeId === routeId);
  return (
    <section class="watch-section" aria-labelledby="chercher">
      <h2 id="chercher">{words.title}</h2>
      <form class="kept-form" method="get" action={link(path)}>
        <TextField
          name="mot"
          label={words.label}
          hint={words.hint}
          value={props.data.words ?? ''}
          maxLength={100}
        />
        <Button type="submit" icon="search">
          {words.submit}
        </Button>
      </form>
      <Show when={props.data.words !== null}>
        <p class="large" role="status">
          {words.found(found.length)}
        </p>
        <Show when={found.length === 0}>
          <p class="soft">{words.nothing}</p>
        </Show>
        <ul class="history-list">
          <For each={found}>
            {(line) => (
              <li>
                <div>
                  <p>
                    <strong>{lineTitle(line)}</strong>
                  </p>
                  <p class="soft">
                    {[
                      all.vehicles[vehicleOf(line.routeType)],
                      line.agencyName,
                      line.feedName,
                      ...(isMarked(line) ? [words.already] : []),
                    ]
                      .filter((each, rank, told) => Boolean(each) && told.indexOf(each) === rank)
                      .join(' · ')}
                  </p>
                </div>
                <LinkButton
                  href={link(
                    `${withQuery(path, { reseau: line.feedId, ligne: line.routeId })}#marquer`,
                  )}
                  label={words.chooseOf(
                    `${lineTitle(line)} (${all.vehicles[vehicleOf(line.routeType)]})`,
                  )}
                >
                  {words.choose}
                </LinkButton>
              </li>
            )}
          </For>
        </ul>
        <Show when={found.length >= MOST_FOUND}>
          <p class="soft">{words.many}</p>
        </Show>
      </Show>
    </section>
  );
}
