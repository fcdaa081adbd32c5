// Zones drawn by hand: on the map, or corner by corner in a list that says the same.

import { createEffect, createSignal, Index, on, Show } from 'solid-js';
import type { LonLat } from '#domain/geo.ts';
import type { Insee } from '#domain/territory/territory.ts';
import { frZoneLabel } from '#web/i18n/fr-zone-label.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { cornerRow, cornersOf, readCorners, ringsOf } from './corner-rows.ts';
import { DrawMap } from './draw-map.tsx';
import { LazyDisclosure } from './lazy-disclosure.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { MapToggle } from './map-toggle.tsx';
import { PlacePicker } from './place-picker.tsx';
import type { Drawing } from './zone-form.ts';

export type DrawingFieldsProps = {
  name: string;
  territoryCode: string | null;
  area: readonly Insee[];
  drawings: readonly Drawing[];
  onChange: (drawings: readonly Drawing[]) => void;
};

const MOST_NAME = 120;

export function DrawingFields(props: DrawingFieldsProps) {
  const { text } = usePage();
  const words = text.editor.where.drawings;
  const rows = createListRows();
  const set = (index: number, drawing: Drawing) =>
    props.onChange(props.drawings.map((each, at) => (at === index ? drawing : each)));
  const add = (corners: readonly LonLat[]) => {
    const rings = ringsOf(corners);
    if (rings === null) return;
    props.onChange([...props.drawings, { label: frZoneLabel.drawnName, rings }]);
    rows.added(words.drawing(props.drawings.length));
  };
  const remove = (index: number) => {
    props.onChange(props.drawings.filter((_, at) => at !== index));
    rows.removed(words.drawing(index + 1), index);
  };
  const move = (index: number, corners: readonly LonLat[]) => {
    const drawing = props.drawings[index];
    const rings = drawing === undefined ? null : ringsOf(corners, drawing.rings.slice(1));
    if (drawing !== undefined && rings !== null) set(index, { ...drawing, rings });
  };
  return (
    <fieldset class="editor-list">
      <legend>{words.legend}</legend>
      <p class="field-hint">{words.hint}</p>
      <MapToggle open={words.open} close={words.close} territoryCode={props.territoryCode}>
        {(code) => (
          <DrawMap
            territoryCode={code}
            purpose="drawings"
            area={props.area}
            drawings={props.drawings.map(({ rings }) => cornersOf(rings))}
            onDrawn={add}
            onMoved={move}
          />
        )}
      </MapToggle>
      <Index each={props.drawings}>
        {(drawing, index) => (
          <fieldset class="editor-list where-drawing" data-row={rows.id}>
            <legend>{words.drawing(index + 1)}</legend>
            <TextField
              label={words.name}
              name={`${props.name}-drawing-${index}`}
              value={drawing().label}
              maxLength={MOST_NAME}
              onInput={(label) => set(index, { ...drawing(), label })}
            />
            <Corners
              name={`${props.name}-corners-${index}`}
              corners={cornersOf(drawing().rings)}
              onCorners={(corners) => move(index, corners)}
            />
            <Show when={drawing().rings.length > 1}>
              <p class="field-hint">{words.holes(drawing().rings.length - 1)}</p>
            </Show>
            <div>
              <Button
                look="quiet"
                icon="close"
                label={text.editor.removeItem(words.drawing(index + 1))}
                onClick={() => remove(index)}
              >
                {text.editor.remove}
              </Button>
            </div>
          </fieldset>
        )}
      </Index>
      <div data-row-add={rows.id}>
        <LazyDisclosure summary={words.byCorners}>
          <NewDrawing name={props.name} onDrawn={add} />
        </LazyDisclosure>
      </div>
      <RowsSaid rows={rows} />
    </fieldset>
  );
}

/** Rows are kept as they are written; corners follow as soon as the rows are read. */
function Corners(props: {
  name: string;
  corners: readonly LonLat[];
  onCorners: (corners: readonly LonLat[]) => void;
}) {
  const { text } = usePage();
  const words = text.editor.where.drawings;
  const rowsOf = (corners: readonly LonLat[]) => corners.map(cornerRow).join('\n');
  const [written, setWritten] = createSignal(rowsOf(props.corners));
  const error = () => {
    const read = readCorners(written());
    if (read.kind === 'unread') return words.unread(read.row);
    return written().trim() !== '' && read.corners.length < 3 ? words.tooFew : undefined;
  };
  createEffect(
    on(
      () => rowsOf(props.corners),
      (rows) => {
        const read = readCorners(written());
        if (read.kind === 'unread' || rowsOf(read.corners) !== rows) setWritten(rows);
      },
      { defer: true },
    ),
  );
  function write(rows: string): void {
    setWritten(rows);
    const read = readCorners(rows);
    if (read.kind === 'corners') props.onCorners(read.corners);
  }
  return (
    <>
      <Field label={words.corners} hint={words.cornersHint} error={error()}>
        {(ids) => (
          <textarea
            class="input"
            id={ids.id}
            name={props.name}
            rows={6}
            spellcheck={false}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid ? 'true' : undefined}
            value={written()}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
      <PlacePicker
        label={words.addCorner}
        onPlace={({ point }) => write(`${written().trimEnd()}\n${cornerRow(point)}`.trimStart())}
      />
    </>
  );
}

function NewDrawing(props: { name: string; onDrawn: (corners: readonly LonLat[]) => void }) {
  const { text } = usePage();
  const words = text.editor.where.drawings;
  const [corners, setCorners] = createSignal<readonly LonLat[]>([]);
  return (
    <fieldset class="editor-list">
      <legend>{words.newDrawing}</legend>
      <Corners name={`${props.name}-new-corners`} corners={corners()} onCorners={setCorners} />
      <div>
        <Button
          look="quiet"
          disabled={corners().length < 3}
          onClick={() => {
            props.onDrawn(corners());
            setCorners([]);
          }}
        >
          {words.addDrawing}
        </Button>
      </div>
    </fieldset>
  );
}
