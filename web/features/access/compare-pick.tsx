// Which territories stand side by side? A form that works without script, the most alike first.

import { For, Show } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/text-field.tsx';
import type { CompareData, Twin } from './compare-data.ts';
import { sayLikeness } from './say-likeness.ts';

export function ComparePick(props: { data: CompareData }) {
  const { text, link, dataLang } = usePage();
  const words = text.access.compare;
  return (
    <form
      class="compare-pick no-print"
      method="get"
      action={link('/observatoire/comparer')}
      aria-label={words.pick.label}
    >
      <Show when={props.data.indicator}>
        {(indicator) => <input type="hidden" name="indicateur" value={indicator()} />}
      </Show>
      <SelectField
        id="territoire"
        label={words.pick.territory}
        name="territoire"
        value={props.data.twins.territory.code}
        options={props.data.territories.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Show
        when={props.data.twins.twins.length > 0}
        fallback={<p class="compare-pick-none">{words.pick.none}</p>}
      >
        <fieldset class="compare-others">
          <legend class="field-label">{words.pick.others}</legend>
          <p class="soft">{words.pick.othersHint}</p>
          <ul>
            <For each={props.data.twins.twins}>
              {(twin) => (
                <li>
                  <label class="check">
                    <input
                      type="checkbox"
                      name="avec"
                      value={twin.code}
                      checked={props.data.beside.includes(twin.code)}
                    />
                    <span>
                      <span lang={dataLang}>{twin.name}</span>
                      <span class="compare-note">{noteOf(twin)}</span>
                    </span>
                  </label>
                </li>
              )}
            </For>
          </ul>
        </fieldset>
      </Show>
      <Button type="submit">{words.pick.submit}</Button>
      <Show when={props.data.areTooMany}>
        <p role="status">{words.pick.tooMany}</p>
      </Show>
    </form>
  );

  function noteOf({ likeness, computedAt }: Twin): string {
    const said = sayLikeness(words, likeness);
    return computedAt === null ? `${said}, ${words.pick.notComputed}` : said;
  }
}
