// The guide on a screen: three questions, then the partners; without an answer, the chapters.

import { createSignal, For, Show } from 'solid-js';
import { CATEGORIES } from '#domain/directory/directory.ts';
import { withQuery } from '#web/lib/api.ts';
import { labelIn } from '#web/lib/locale.ts';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceChoices } from '#web/lib/place-choices.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { CategorySign } from '#web/ui/category-sign.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PlaceField } from '#web/ui/place-field.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import type { GuideData } from './guide-data.ts';
import { GuideLine } from './guide-line.tsx';

export function GuideBrowse(props: { data: GuideData }) {
  const page = usePage();
  const { text, link, locale } = page;
  const words = text.guide;
  const choice = () => props.data.choice;
  const hasChoice = () =>
    choice().theme !== '' || choice().category !== '' || choice().place !== null;
  const shown = () => props.data.groups.reduce((sum, group) => sum + group.entries.length, 0);
  const title = () => {
    const theme = props.data.themes.find((each) => each.id === choice().theme);
    return theme === undefined ? words.title : labelIn(theme.label, locale);
  };

  return (
    <main id="contenu" class="page wrap guide">
      <PageHeader title={title()} lead={words.intro} />
      <Filter />
      <Show when={hasChoice()} fallback={<Chapters />}>
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
                  {(entry) => <GuideLine entry={entry} from={choice().place?.insee ?? null} />}
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
    </main>
  );

  function Filter() {
    const places = createPlaceChoices(page, page.site?.territoryCode);
    const [placeText, setPlaceText] = createSignal(
      choice().place?.name ?? choice().unknownPlace ?? '',
    );
    const [insee, setInsee] = createSignal<string | null>(null);
    return (
      <form class="guide-filter card no-print" method="get" action={link('/annuaire')}>
        <SelectField
          id="theme"
          label={words.filterTheme}
          name="theme"
          value={choice().theme}
          options={[
            { value: '', label: words.allThemes },
            ...props.data.themes.map((each) => ({
              value: each.id,
              label: labelIn(each.label, locale),
            })),
          ]}
        />
        <SelectField
          id="categorie"
          label={words.filterCategory}
          name="categorie"
          value={choice().category}
          options={[
            { value: '', label: words.allCategories },
            ...CATEGORIES.map((category) => ({
              value: category as string,
              label: text.codes.categories[category],
            })),
          ]}
        />
        <PlaceField
          id="lieu"
          label={words.filterCommune}
          hint={words.communeHint}
          error={
            choice().unknownPlace === null
              ? undefined
              : words.unknownCommune(choice().unknownPlace ?? '')
          }
          textName="lieu"
          valueName="depart"
          text={placeText()}
          value={insee()}
          suggest={places.suggest}
          nearest={places.nearest}
          labels={places.labels}
          onText={(typed) => {
            setPlaceText(typed);
            setInsee(null);
          }}
          onChoose={(chosen) => {
            setPlaceText(chosen.label);
            setInsee(chosen.value);
          }}
        />
        <Button type="submit" icon="search">
          {words.filter}
        </Button>
      </form>
    );
  }

  function Chapters() {
    return (
      <div class="guide-chapters">
        <section aria-labelledby="par-theme">
          <h2 id="par-theme">{words.byTheme}</h2>
          <ul class="guide-tiles">
            <For each={props.data.themes}>
              {(each) => (
                <li>
                  <a href={link(withQuery('/annuaire', { theme: each.id }))}>
                    <span>{labelIn(each.label, locale)}</span>
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
            <For each={CATEGORIES}>
              {(category) => (
                <li>
                  <a href={link(withQuery('/annuaire', { categorie: category }))}>
                    <CategorySign category={category} />
                    <span>{text.codes.categories[category]}</span>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </section>
      </div>
    );
  }
}
