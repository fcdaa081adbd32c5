// What the guide holds for a choice: the partners; without a choice, its chapters. Written once.

import { For, Show } from 'solid-js';
import { withQuery } from '#web/lib/api.ts';
import { usePage } from '#web/lib/page-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { CategorySign } from '#web/ui/category-sign.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { GuideData } from './guide-data.ts';
import { GuideLine } from './guide-line.tsx';

export function GuideAnswer(props: { data: GuideData }) {
  const { text, link } = usePage();
  const words = text.guide;
  const choice = () => props.data.choice;
  const hasChoice = () =>
    choice().theme !== '' || choice().category !== '' || choice().place !== null;
  const shown = () => props.data.groups.reduce((sum, group) => sum + group.entries.length, 0);

  return (
    <div class="guide-answer">
      <Show when={hasChoice()} fallback={<GuideChapters data={props.data} />}>
        <div class="guide-head">
          <p class="guide-count" role="status">
            {words.count(props.data.total)}
          </p>
          <a class="no-print" href={link('/annuaire')}>
            {words.clear}
          </a>
        </div>
        <Show when={shown() < props.data.total}>
          <p>{words.shownFirst(shown(), props.data.total)}</p>
        </Show>
        <Show when={props.data.groups.length === 0}>
          <section class="card">
            <p>
              {words.empty} {words.emptyNext}
            </p>
            <LinkButton href={link('/annuaire')}>{words.clear}</LinkButton>
          </section>
        </Show>
        <For each={props.data.groups}>
          {(group) => (
            <section class="guide-group" aria-labelledby={`groupe-${group.id}`}>
              <h2 id={`groupe-${group.id}`}>{group.title}</h2>
              <ul class="guide-lines">
                <For each={group.entries}>
                  {(entry) => (
                    <GuideLine entry={entry} from={choice().place?.key ?? null} withOpening />
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </Show>
      <div class="guide-print no-print">
        <LinkButton
          href={link(withQuery('/annuaire', { theme: choice().theme, imprimer: 'oui' }))}
          icon="print"
        >
          {choice().theme === '' ? words.printAll : words.print}
        </LinkButton>
        <p class="soft">{words.printHint}</p>
      </div>
    </div>
  );
}

function GuideChapters(props: { data: GuideData }) {
  const { text, link } = usePage();
  const words = text.guide;
  return (
    <div class="guide-chapters">
      <section aria-labelledby="par-theme">
        <h2 id="par-theme">{words.byTheme}</h2>
        <ul class="guide-tiles">
          <For each={props.data.themes}>
            {(theme) => (
              <li>
                <a href={link(withQuery('/annuaire', { theme: theme.id }))}>
                  <span>
                    {theme.label} <small>{words.count(theme.count)}</small>
                  </span>
                  <Icon name="chevron_right" />
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section aria-labelledby="par-sorte">
        <h2 id="par-sorte">{words.byCategory}</h2>
        <ul class="guide-tiles">
          <For each={props.data.categories}>
            {(category) => (
              <li>
                <a href={link(withQuery('/annuaire', { categorie: category.id }))}>
                  <CategorySign category={category.id} />
                  <span>
                    {category.label} <small>{words.count(category.count)}</small>
                  </span>
                </a>
              </li>
            )}
          </For>
        </ul>
      </section>
    </div>
  );
}
