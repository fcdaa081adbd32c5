// « Combien » : the lines of the price, and what a place at twelve kilometres costs with them.

import './editor-example.css';
import { createSignal, Index, Show } from 'solid-js';
import { type FareComponent, HIRE_VEHICLES } from '#domain/transport/fare.ts';
import { HIRE_KINDS } from '#domain/transport/offer.ts';
import { PriceExample } from '#web/features/transport/price-example.tsx';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField, TextField } from '#web/ui/text-field.tsx';
import { blankFare, FARE_KINDS, type FareKind } from './blank-fare.ts';
import { editOffer, type StepProps } from './editor-data.ts';
import { FareFields } from './fare-fields.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';

const MOST_NOTE = 200;
const ANY_VEHICLE = 'any';

export function StepPrice(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.fares;
  const offer = () => props.draft.document().offer;
  const fares = () => offer().fares;
  const isHire = () => HIRE_KINDS.has(offer().kind);
  const put = (next: readonly FareComponent[]) => editOffer(props.draft, { fares: next });
  const set = (index: number, fare: FareComponent) =>
    put(fares().map((each, at) => (at === index ? fare : each)));
  const [kind, setKind] = createSignal<FareKind>('flat');
  const rows = createListRows();
  const add = () => {
    put([...fares(), blankFare(kind(), offer().provenance)]);
    rows.added(words.kinds[kind()].label);
  };
  const remove = (index: number) => {
    const gone = fares()[index];
    put(fares().filter((_, at) => at !== index));
    if (gone !== undefined) rows.removed(words.kinds[gone.kind].label, index);
  };
  return (
    <div class="editor-fields">
      <Show when={fares().length === 0}>
        <p>{words.none}</p>
      </Show>
      <Show when={isHire() && fares().every(({ vehicle }) => vehicle === undefined)}>
        <Notice tone="warn">
          <p>{words.noVehicle}</p>
        </Notice>
      </Show>
      <Index each={fares()}>
        {(fare, index) => (
          <fieldset class="card editor-card" tabindex="-1" data-row={rows.id}>
            <legend>{words.kinds[fare().kind].label}</legend>
            <p class="editor-said">{text.rules.fare(fare())}</p>
            <FareFields
              name={`fare-${index}`}
              fare={fare()}
              communes={props.data.ground.communes}
              onChange={(next) => set(index, next)}
            />
            <Show when={isHire() || fare().vehicle !== undefined}>
              <SelectField
                label={words.vehicle}
                hint={words.vehicleHint}
                name={`fare-${index}-vehicle`}
                value={fare().vehicle ?? ANY_VEHICLE}
                options={[
                  { value: ANY_VEHICLE, label: words.anyVehicle },
                  ...HIRE_VEHICLES.map((value) => ({ value, label: words.vehicles[value] })),
                ]}
                onInput={(value) => set(index, ofVehicle(fare(), value))}
              />
            </Show>
            <TextField
              label={words.note}
              note={text.editor.optional}
              name={`fare-${index}-note`}
              value={fare().note ?? ''}
              maxLength={MOST_NOTE}
              onInput={(note) => set(index, { ...fare(), note: note.trim() === '' ? null : note })}
            />
            <Button
              look="quiet"
              icon="close"
              label={text.editor.removeItem(words.kinds[fare().kind].label)}
              onClick={() => remove(index)}
            >
              {text.editor.remove}
            </Button>
          </fieldset>
        )}
      </Index>
      <div class="editor-list-row" data-row-add={rows.id}>
        <SelectField
          label={words.addKind}
          hint={words.kinds[kind()].hint}
          name="fare-kind"
          value={kind()}
          options={FARE_KINDS.map((value) => ({ value, label: words.kinds[value].label }))}
          onInput={(value) => setKind(value as FareKind)}
        />
        <Button look="quiet" onClick={add}>
          {words.add}
        </Button>
      </div>
      <RowsSaid rows={rows} />
      <Show when={fares().length > 0}>
        <div class="editor-example">
          <PriceExample fares={fares()} />
        </div>
      </Show>
    </div>
  );
}

function ofVehicle(fare: FareComponent, written: string): FareComponent {
  const { vehicle: _, ...rest } = fare;
  const vehicle = HIRE_VEHICLES.find((each) => each === written);
  return vehicle === undefined ? rest : { ...rest, vehicle };
}
