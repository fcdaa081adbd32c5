// The guide on a screen: three questions that live in the browser, then the answer, written once.

import { Show } from 'solid-js';
import { NoHydration } from 'solid-js/web';
import { usePage } from '#web/lib/page-context.ts';
import { createPlaceInput } from '#web/lib/place-choices.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { PlaceField } from '#web/ui/place-field.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import { GuideAnswer } from './guide-answer.tsx';
import type { GuideData } from './guide-data.ts';

/** The browser keeps what the server wrote, and its build leaves this out. */
const Answer: typeof GuideAnswer = import.meta.env.SSR ? GuideAnswer : () => null;

export function GuideBrowse(props: { data: GuideData }) {
  const { text } = usePage();
  const theme = () => props.data.themes.find((each) => each.id === props.data.choice.theme);
  const hasChoice = () => {
    const { theme, category, place, unknownPlace } = props.data.choice;
    return unknownPlace === null && (theme !== '' || category !== '' || place !== null);
  };
  return (
    <main id="contenu" class="page wrap guide">
      <PageHeader title={theme()?.label ?? text.guide.title} lead={text.guide.intro} />
      <Show when={hasChoice()} fallback={<GuideFilter data={props.data} />}>
        <Disclosure summary={text.guide.refine} class="no-print">
          <GuideFilter data={props.data} />
        </Disclosure>
      </Show>
      <div>
        <NoHydration>
          <Answer data={props.data} />
        </NoHydration>
      </div>
    </main>
  );
}

function GuideFilter(props: { data: GuideData }) {
  const page = usePage();
  const { text, link } = page;
  const words = text.guide;
  const { choice } = props.data;
  const place = createPlaceInput(page, {
    text: choice.place?.name ?? choice.unknownPlace ?? '',
    territory: page.site?.territoryCode,
  });
  return (
    <form class="guide-filter card no-print" method="get" action={link('/annuaire')}>
      <SelectField
        id="theme"
        label={words.filterTheme}
        name="theme"
        value={choice.theme}
        options={[
          { value: '', label: words.allThemes },
          ...props.data.themes.map(({ id, label }) => ({ value: id, label })),
        ]}
      />
      <SelectField
        id="categorie"
        label={words.filterCategory}
        name="categorie"
        value={choice.category}
        options={[
          { value: '', label: words.allCategories },
          ...props.data.categories.map(({ id, label }) => ({ value: id as string, label })),
        ]}
      />
      <PlaceField
        id="lieu"
        label={words.filterCommune}
        hint={words.communeHint}
        error={choice.unknownPlace === null ? undefined : words.unknownCommune(choice.unknownPlace)}
        {...place}
      />
      <Button type="submit" icon="search">
        {words.filter}
      </Button>
    </form>
  );
}
