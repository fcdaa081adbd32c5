// A list of named places: each with its name and position, added by an address, a commune or the map.

import { Index, type JSX } from 'solid-js';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DrawMap } from './draw-map.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { MapToggle } from './map-toggle.tsx';
import { PlacePicker } from './place-picker.tsx';
import { PositionField } from './position-field.tsx';

export type Placed = { name: string; point: LonLat | null };

/** `isCommune`: no more precise than that. `insee` null: shown on the map. */
export type FoundPlace = { name: string; point: LonLat; insee: Insee | null; isCommune: boolean };

export type PlaceListProps<Place extends Placed> = {
  legend: string;
  hint?: string;
  name: string;
  territoryCode: string | null;
  places: readonly Place[];
  make: (found: FoundPlace) => Place;
  /** The place elsewhere: what else is known of where it is may hold no more. */
  moved: (place: Place, point: LonLat) => Place;
  /** Fields of its own. */
  more: (place: () => Place, name: string, set: (place: Place) => void) => JSX.Element;
  onChange: (places: readonly Place[]) => void;
};

const MOST_NAME = 120;

export function PlaceList<Place extends Placed>(props: PlaceListProps<Place>) {
  const { text } = usePage();
  const words = text.editor.where.points;
  const rows = createListRows();
  const set = (index: number, place: Place) =>
    props.onChange(props.places.map((each, at) => (at === index ? place : each)));
  const add = (found: FoundPlace) => {
    props.onChange([...props.places, props.make(found)]);
    rows.added(found.name);
  };
  const remove = (index: number) => {
    const name = props.places[index]?.name || words.item(index + 1);
    props.onChange(props.places.filter((_, at) => at !== index));
    rows.removed(name, index);
  };
  return (
    <fieldset class="editor-list">
      <legend>{props.legend}</legend>
      {props.hint === undefined ? null : <p class="field-hint">{props.hint}</p>}
      <Index each={props.places}>
        {(place, index) => (
          <fieldset class="editor-list where-drawing" data-row={rows.id}>
            <legend>{words.item(index + 1)}</legend>
            <TextField
              label={words.name}
              name={`${props.name}-${index}`}
              value={place().name}
              maxLength={MOST_NAME}
              onInput={(name) => set(index, { ...place(), name })}
            />
            <PositionField
              name={`${props.name}-${index}-position`}
              point={place().point}
              onPoint={(point) => set(index, props.moved(place(), point))}
            />
            {props.more(place, `${props.name}-${index}`, (next) => set(index, next))}
            <div>
              <Button
                look="quiet"
                icon="close"
                label={text.editor.removeItem(place().name || words.item(index + 1))}
                onClick={() => remove(index)}
              >
                {text.editor.remove}
              </Button>
            </div>
          </fieldset>
        )}
      </Index>
      <div data-row-add={rows.id}>
        <PlacePicker
          label={words.add}
          hint={words.addHint}
          onPlace={({ matched, matchedText, name, point, insee }) => {
            const isCommune = matched !== 'address';
            add({ name: isCommune ? name : matchedText, point, insee, isCommune });
          }}
        />
      </div>
      <RowsSaid rows={rows} />
      <MapToggle open={words.map} close={words.closeMap} territoryCode={props.territoryCode}>
        {(code) => (
          <DrawMap
            territoryCode={code}
            purpose="places"
            places={props.places.flatMap(({ name, point }) =>
              point === null ? [] : { name, point, role: 'change' as const },
            )}
            onPick={(point) => add({ name: words.newPoint, point, insee: null, isCommune: false })}
          />
        )}
      </MapToggle>
    </fieldset>
  );
}
