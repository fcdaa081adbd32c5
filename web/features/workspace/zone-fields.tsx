// A zone: communes, kilometres around them, drawings, and what is taken away; whom it covers, live.

import type { ServiceArea } from '#domain/transport/offer.ts';
import type { AreaRecipe } from '#domain/transport/offer-document.ts';
import { usePage } from '#web/lib/page-context.ts';
import { AreaName } from './area-name.tsx';
import { CommuneTicks } from './commune-ticks.tsx';
import { createZone } from './create-zone.ts';
import { DrawingFields } from './drawing-fields.tsx';
import type { EditorGround } from './editor-data.ts';
import { LazyDisclosure } from './lazy-disclosure.tsx';
import { NumberField } from './number-field.tsx';
import { ZoneFigures } from './zone-figures.tsx';
import { communesOf, type ZoneSide } from './zone-form.ts';

export type ZoneFieldsProps = {
  name: string;
  ground: EditorGround;
  territoryCode: string | null;
  area: ServiceArea;
  recipe: AreaRecipe | undefined;
  onChange: (area: ServiceArea, recipe: AreaRecipe) => void;
};

const MOST_KM = 50;

export function ZoneFields(props: ZoneFieldsProps) {
  const { text, api } = usePage();
  const words = text.editor.where;
  const zone = createZone({
    api,
    ground: props.ground,
    area: () => props.area,
    recipe: () => props.recipe,
    put: (area, recipe) => props.onChange(area, recipe),
  });
  const setPlus = (plus: ZoneSide) => zone.change({ ...zone.form(), plus });
  const setMinus = (minus: ZoneSide) => zone.change({ ...zone.form(), minus });
  const whole = () => communesOf(zone.form().plus, zone.membersOf);
  return (
    <>
      <ZoneFigures zone={zone} />
      <CommuneTicks
        name={props.name}
        ground={props.ground}
        zone={zone}
        side={zone.form().plus}
        onChange={setPlus}
      />
      <NumberField
        label={words.around}
        hint={words.aroundHint}
        note={text.editor.optional}
        name={`${props.name}-around`}
        min={0}
        max={MOST_KM}
        value={zone.form().aroundKm === 0 ? null : zone.form().aroundKm}
        onChange={(km) => zone.change({ ...zone.form(), aroundKm: km ?? 0 })}
      />
      <DrawingFields
        name={props.name}
        territoryCode={props.territoryCode}
        area={whole()}
        drawings={zone.form().plus.drawings}
        onChange={(drawings) => setPlus({ ...zone.form().plus, drawings })}
      />
      <LazyDisclosure summary={words.minus}>
        <p class="field-hint">{words.minusHint}</p>
        <CommuneTicks
          name={`${props.name}-minus`}
          ground={props.ground}
          zone={zone}
          side={zone.form().minus}
          onChange={setMinus}
        />
        <DrawingFields
          name={`${props.name}-minus`}
          territoryCode={props.territoryCode}
          area={whole()}
          drawings={zone.form().minus.drawings}
          onChange={(drawings) => setMinus({ ...zone.form().minus, drawings })}
        />
      </LazyDisclosure>
      <AreaName
        name={props.name}
        label={zone.label()}
        proposal={zone.proposal()}
        onLabel={zone.setLabel}
      />
    </>
  );
}
