// « Où » : each way of working, its rule and its zones, and whom they cover.

import './where.css';
import { Index, Show } from 'solid-js';
import {
  type AreaRule,
  HIRE_KINDS,
  type ServiceArea,
  type TravelPattern,
} from '#domain/transport/offer.ts';
import {
  type AreaEnd,
  type AreaRecipe,
  areaKey,
  type OfferDocument,
} from '#domain/transport/offer-document.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { CheckField } from '#web/ui/text-field.tsx';
import { AreaFields } from './area-fields.tsx';
import { blankPattern } from './blank-pattern.ts';
import { editOffer, type StepProps } from './editor-data.ts';
import { HirePlaces } from './hire-places.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { PatternFields } from './pattern-fields.tsx';
import { patternSentences } from './pattern-sentences.ts';

const RULES: readonly AreaRule[] = [
  'within',
  'starts_in',
  'ends_in',
  'starts_or_ends_in',
  'from_to',
];
const BLANK_AREA: ServiceArea = { kind: 'communes', insees: [], label: '' };

export function StepWhere(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.where;
  const document = () => props.draft.document();
  const patterns = () => document().offer.patterns;
  const territoryCode = () => document().offer.territoryCodes[0] ?? null;
  const change = (edit: (whole: OfferDocument) => OfferDocument) => props.draft.change(edit);
  const put = (pattern: TravelPattern) =>
    change((whole) => withPatterns(whole, (each) => (each.id === pattern.id ? pattern : each)));
  /** An end that is gone meanwhile does not come back. */
  const setArea = (id: string, end: AreaEnd, area: ServiceArea, recipe?: AreaRecipe) =>
    change((whole) => {
      const pattern = whole.offer.patterns.find((each) => each.id === id);
      if (pattern === undefined || pattern[end] === null) return whole;
      const next = withPatterns(whole, (each) =>
        each.id === id ? { ...each, [end]: area } : each,
      );
      return withRecipe(next, areaKey(id, end), recipe);
    });
  const setRule = (pattern: TravelPattern, rule: AreaRule) => {
    const destination = rule === 'from_to' ? (pattern.destination ?? BLANK_AREA) : null;
    change((whole) => {
      const next = withPatterns(whole, (each) =>
        each.id === pattern.id ? { ...each, rule, destination } : each,
      );
      const key = areaKey(pattern.id, 'destination');
      return destination === null ? withRecipe(next, key, undefined) : next;
    });
  };
  const rows = createListRows();
  const remove = ({ id }: TravelPattern) => {
    const index = patterns().findIndex((each) => each.id === id);
    change((whole) => {
      const areas = Object.entries(whole.areas).filter(
        ([key]) => key !== areaKey(id, 'origin') && key !== areaKey(id, 'destination'),
      );
      const kept = whole.offer.patterns.filter((each) => each.id !== id);
      return {
        ...whole,
        areas: Object.fromEntries(areas),
        offer: { ...whole.offer, patterns: kept },
      };
    });
    rows.removed(words.pattern(index + 1), index);
  };
  const add = () => {
    change((whole) => {
      const { id, patterns: others } = whole.offer;
      const next = [...others, blankPattern(id, others)];
      return { ...whole, offer: { ...whole.offer, patterns: next } };
    });
    rows.added(words.pattern(patterns().length));
  };
  return (
    <div class="editor-fields">
      <p>{patterns().length === 0 ? words.none : words.intro}</p>
      <Index each={patterns()}>
        {(pattern, index) => (
          <fieldset class="card editor-card where-pattern" tabindex="-1" data-row={rows.id}>
            <legend>{words.pattern(index + 1)}</legend>
            <ul class="where-said">
              <Index each={patternSentences(pattern(), text)}>
                {(sentence) => <li>{sentence()}</li>}
              </Index>
              <Show when={patterns().length > 1}>
                <li>{text.rules.sentence(text.rules.weekdays(pattern().calendar.weekdays))}.</li>
              </Show>
            </ul>
            <RadioGroup
              legend={words.rule}
              name={`pattern-${index}-rule`}
              value={pattern().rule}
              options={RULES.map((value) => ({ value, ...words.rules[value] }))}
              onChange={(rule) => setRule(pattern(), rule as AreaRule)}
            />
            <Show when={pattern().rule !== 'starts_or_ends_in'}>
              <CheckField
                label={words.bothWays}
                name={`pattern-${index}-both-ways`}
                checked={pattern().bothWays}
                onChange={(bothWays) => put({ ...pattern(), bothWays })}
              />
            </Show>
            <AreaFields
              legend={words.zones[pattern().rule]}
              name={`pattern-${index}-origin`}
              patternNumber={index + 1}
              ground={props.data.ground}
              territoryCode={territoryCode()}
              area={pattern().origin}
              recipe={document().areas[areaKey(pattern().id, 'origin')]}
              onChange={(area, recipe) => setArea(pattern().id, 'origin', area, recipe)}
            />
            <Show when={pattern().destination !== null}>
              <AreaFields
                legend={words.destination}
                name={`pattern-${index}-destination`}
                patternNumber={index + 1}
                ground={props.data.ground}
                territoryCode={territoryCode()}
                area={pattern().destination ?? BLANK_AREA}
                recipe={document().areas[areaKey(pattern().id, 'destination')]}
                onChange={(next, recipe) => setArea(pattern().id, 'destination', next, recipe)}
              />
            </Show>
            <PatternFields
              name={`pattern-${index}`}
              pattern={pattern()}
              territoryCode={territoryCode()}
              onChange={put}
            />
            <div>
              <Button
                look="quiet"
                icon="close"
                label={words.removePattern(index + 1)}
                onClick={() => remove(pattern())}
              >
                {text.editor.remove}
              </Button>
            </div>
          </fieldset>
        )}
      </Index>
      <div class="where-add" data-row-add={rows.id}>
        <Button look={patterns().length === 0 ? 'main' : 'quiet'} name="pattern-add" onClick={add}>
          {words.addPattern}
        </Button>
      </div>
      <RowsSaid rows={rows} />
      <Show when={HIRE_KINDS.has(document().offer.kind)}>
        <HirePlaces
          territoryCode={territoryCode()}
          places={document().offer.places}
          onChange={(places) => editOffer(props.draft, { places })}
        />
      </Show>
    </div>
  );
}

function withPatterns(
  whole: OfferDocument,
  edit: (pattern: TravelPattern) => TravelPattern,
): OfferDocument {
  return { ...whole, offer: { ...whole.offer, patterns: whole.offer.patterns.map(edit) } };
}

/** An empty recipe is none. */
function withRecipe(
  whole: OfferDocument,
  key: string,
  recipe: AreaRecipe | undefined,
): OfferDocument {
  const { [key]: _, ...others } = whole.areas;
  const isNone = recipe === undefined || recipe.parts.length + recipe.minus.length === 0;
  return { ...whole, areas: isNone ? others : { ...others, [key]: recipe } };
}
