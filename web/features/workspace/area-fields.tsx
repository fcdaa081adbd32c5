// One end of the trips: a zone, precise places, everywhere, or not said yet.

import { createSignal, Match, Show, Switch } from 'solid-js';
import type { ServiceArea } from '#domain/transport/offer.ts';
import type { AreaRecipe } from '#domain/transport/offer-document.ts';
import { frZoneLabel } from '#web/i18n/fr-zone-label.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { AreaName } from './area-name.tsx';
import type { EditorGround } from './editor-data.ts';
import { PointFields } from './point-fields.tsx';
import { ZoneFields } from './zone-fields.tsx';
import { placesLabel } from './zone-label.ts';

export type AreaFieldsProps = {
  legend: string;
  name: string;
  patternNumber: number;
  ground: EditorGround;
  territoryCode: string | null;
  area: ServiceArea;
  recipe: AreaRecipe | undefined;
  /** Without a recipe: nothing was computed for it. */
  onChange: (area: ServiceArea, recipe?: AreaRecipe) => void;
};

const KINDS = ['zone', 'points', 'everywhere', 'unknown'] as const;
type Kind = (typeof KINDS)[number];

export function AreaFields(props: AreaFieldsProps) {
  const { text } = usePage();
  const words = text.editor.where;
  const [isOpen, setOpen] = createSignal(isBlank(props.area));
  const kind = (): Kind =>
    props.area.kind === 'communes' || props.area.kind === 'polygon' ? 'zone' : props.area.kind;
  const points = () => (props.area.kind === 'points' ? props.area.points : null);
  const choose = (next: string) => {
    if (next === kind()) return;
    if (next === 'points') props.onChange({ kind: 'points', points: [], label: '' });
    else if (next === 'everywhere')
      props.onChange({ kind: 'everywhere', label: frZoneLabel.everywhere });
    else if (next === 'unknown') props.onChange({ kind: 'unknown', label: frZoneLabel.unknown });
    else props.onChange({ kind: 'communes', insees: [], label: '' });
  };
  const namesOf = (list: readonly { name: string }[]) =>
    placesLabel(list.map(({ name }) => name).filter((name) => name.trim() !== ''));
  return (
    <fieldset class="editor-list where-area">
      <legend>{props.legend}</legend>
      <p class="editor-said">{props.area.label || words.nowhere}</p>
      <div>
        <Button
          look="quiet"
          name={`${props.name}-edit`}
          expanded={isOpen()}
          label={isOpen() ? words.done : words.editOf(props.legend, props.patternNumber)}
          onClick={() => setOpen(!isOpen())}
        >
          {isOpen() ? words.done : words.edit}
        </Button>
      </div>
      <Show when={isOpen()}>
        <RadioGroup
          legend={words.kind}
          name={`${props.name}-kind`}
          value={kind()}
          options={KINDS.map((value) => ({ value, ...words.kinds[value] }))}
          onChange={choose}
        />
        <Switch>
          <Match when={kind() === 'zone'}>
            <ZoneFields
              name={props.name}
              ground={props.ground}
              territoryCode={props.territoryCode}
              area={props.area}
              recipe={props.recipe}
              onChange={props.onChange}
            />
          </Match>
          <Match when={points()}>
            {(list) => (
              <>
                <PointFields
                  legend={words.points.legend}
                  name={`${props.name}-point`}
                  territoryCode={props.territoryCode}
                  points={list()}
                  onChange={(next) => {
                    const { label } = props.area;
                    const isProposed = label.trim() === '' || label === namesOf(list());
                    props.onChange({
                      kind: 'points',
                      points: next,
                      label: isProposed && next.length > 0 ? namesOf(next) : label,
                    });
                  }}
                />
                <AreaName
                  name={props.name}
                  label={props.area.label}
                  proposal={list().length === 0 ? '' : namesOf(list())}
                  onLabel={(label) => props.onChange({ ...props.area, label })}
                />
              </>
            )}
          </Match>
          <Match when={true}>
            <AreaName
              name={props.name}
              label={props.area.label}
              proposal={kind() === 'everywhere' ? frZoneLabel.everywhere : frZoneLabel.unknown}
              onLabel={(label) => props.onChange({ ...props.area, label })}
            />
          </Match>
        </Switch>
      </Show>
    </fieldset>
  );
}

function isBlank(area: ServiceArea): boolean {
  return area.kind === 'communes' && area.insees.length === 0;
}
