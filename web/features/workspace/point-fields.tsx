// Named places where people are picked up or driven to: by an address, a commune, a position, or the map.

import { createEffect, createSignal, Index, on } from 'solid-js';
import type { LonLat } from '#domain/geo.ts';
import type { NamedPoint } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { cornerRow, readCorner } from './corner-rows.ts';
import { DrawMap } from './draw-map.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { MapToggle } from './map-toggle.tsx';
import { NumberField } from './number-field.tsx';
import { PlacePicker } from './place-picker.tsx';

export type PointFieldsProps = {
  legend: string;
  name: string;
  territoryCode: string | null;
  points: readonly NamedPoint[];
  onChange: (points: readonly NamedPoint[]) => void;
};

const MOST_NAME = 120;
const MOST_METERS = 50_000;
/** A stop and the pavements around it; a commune is wider. */
const STOP_METERS = 150;
const COMMUNE_METERS = 1000;

export function PointFields(props: PointFieldsProps) {
  const { text } = usePage();
  const words = text.editor.where.points;
  const rows = createListRows();
  const set = (index: number, change: Partial<NamedPoint>) =>
    props.onChange(props.points.map((each, at) => (at === index ? { ...each, ...change } : each)));
  const add = (name: string, point: LonLat, radiusMeters: number) => {
    props.onChange([...props.points, { id: freeId(props.points), name, point, radiusMeters }]);
    rows.added(name);
  };
  const remove = (index: number) => {
    const name = props.points[index]?.name || words.item(index + 1);
    props.onChange(props.points.filter((_, at) => at !== index));
    rows.removed(name, index);
  };
  return (
    <fieldset class="editor-list">
      <legend>{props.legend}</legend>
      <Index each={props.points}>
        {(place, index) => (
          <fieldset class="editor-list where-drawing" data-row={rows.id}>
            <legend>{words.item(index + 1)}</legend>
            <TextField
              label={words.name}
              name={`${props.name}-${index}`}
              value={place().name}
              maxLength={MOST_NAME}
              onInput={(name) => set(index, { name })}
            />
            <PositionField
              name={`${props.name}-${index}-position`}
              point={place().point}
              onPoint={(point) => set(index, { point })}
            />
            <NumberField
              label={words.radius}
              name={`${props.name}-${index}-radius`}
              min={10}
              max={MOST_METERS}
              value={Math.round(place().radiusMeters)}
              onChange={(radiusMeters) => radiusMeters !== null && set(index, { radiusMeters })}
            />
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
          onPlace={(found) =>
            add(
              found.matched === 'address' ? found.matchedText : found.name,
              found.point,
              found.matched === 'address' ? STOP_METERS : COMMUNE_METERS,
            )
          }
        />
      </div>
      <RowsSaid rows={rows} />
      <MapToggle open={words.map} close={words.closeMap} territoryCode={props.territoryCode}>
        {(code) => (
          <DrawMap
            territoryCode={code}
            purpose="places"
            places={props.points.map(({ name, point }) => ({ name, point, role: 'change' }))}
            onPick={(point) => add(words.newPoint, point, STOP_METERS)}
          />
        )}
      </MapToggle>
    </fieldset>
  );
}

function PositionField(props: { name: string; point: LonLat; onPoint: (point: LonLat) => void }) {
  const { text } = usePage();
  const words = text.editor.where.points;
  const [written, setWritten] = createSignal(cornerRow(props.point));
  createEffect(
    on(
      () => cornerRow(props.point),
      (row) => {
        const read = readCorner(written());
        if (read === null || cornerRow(read) !== row) setWritten(row);
      },
      { defer: true },
    ),
  );
  return (
    <TextField
      label={words.position}
      hint={words.positionHint}
      name={props.name}
      error={readCorner(written()) === null ? words.positionUnread : undefined}
      value={written()}
      onInput={(row) => {
        setWritten(row);
        const point = readCorner(row);
        if (point !== null) props.onPoint(point);
      }}
    />
  );
}

function freeId(points: readonly NamedPoint[]): string {
  const taken = new Set(points.map(({ id }) => id));
  let number = points.length + 1;
  while (taken.has(`place-${number}`)) number += 1;
  return `place-${number}`;
}
