// Prices by zones: which communes make each zone, what one pays inside and between them.

import { For, Index } from 'solid-js';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { TextAreaField, TextField } from '#web/ui/text-field.tsx';
import type { Fare } from './fare-fields.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { MoneyField } from './money-field.tsx';
import { readCommunes } from './read-communes.ts';

export type ZoneFareFieldsProps = {
  name: string;
  fare: Fare<'zone'>;
  communes: readonly { insee: string; name: string }[];
  onChange: (fare: Fare<'zone'>) => void;
};

type Zone = Fare<'zone'>['zones'][number];

export function ZoneFareFields(props: ZoneFareFieldsProps) {
  const { text } = usePage();
  const words = text.editor.fares;
  const zones = () => props.fare.zones;
  const rows = createListRows();
  const names = () => new Map(props.communes.map(({ insee, name }) => [insee, name]));
  const setZone = (index: number, change: Partial<Zone>) => {
    const before = zones()[index]?.name;
    const next = zones().map((each, at) => (at === index ? { ...each, ...change } : each));
    const renamed = (name: string) =>
      name === before && change.name !== undefined ? change.name : name;
    props.onChange({
      ...props.fare,
      zones: next,
      prices: props.fare.prices.map((each) => ({
        ...each,
        from: renamed(each.from),
        to: renamed(each.to),
      })),
    });
  };
  const remove = (index: number) => {
    const gone = zones()[index]?.name;
    props.onChange({
      ...props.fare,
      zones: zones().filter((_, at) => at !== index),
      prices: props.fare.prices.filter(({ from, to }) => from !== gone && to !== gone),
    });
    rows.removed(words.zone(index + 1), index);
  };
  const add = () => {
    const name = words.zoneLetter(zones().length);
    props.onChange({ ...props.fare, zones: [...zones(), { name, insees: [] }] });
    rows.added(words.zone(zones().length));
  };
  const pairs = () =>
    zones().flatMap((from, at) =>
      zones()
        .slice(at)
        .map((to) => ({ from: from.name, to: to.name })),
    );
  const isPair = (price: { from: string; to: string }, pair: { from: string; to: string }) =>
    (price.from === pair.from && price.to === pair.to) ||
    (price.from === pair.to && price.to === pair.from);
  const priceOf = (pair: { from: string; to: string }) =>
    props.fare.prices.find((price) => isPair(price, pair))?.cents ?? null;
  const setPrice = (pair: { from: string; to: string }, cents: number | null) => {
    const others = props.fare.prices.filter((price) => !isPair(price, pair));
    props.onChange({
      ...props.fare,
      prices: cents === null ? others : [...others, { ...pair, cents }],
    });
  };
  return (
    <>
      <Index each={zones()}>
        {(zone, index) => (
          <fieldset class="editor-list" data-row={rows.id}>
            <legend>{words.zone(index + 1)}</legend>
            <TextField
              label={words.zoneName}
              name={`${props.name}-zone-${index}`}
              value={zone().name}
              maxLength={60}
              onInput={(name) => setZone(index, { name })}
            />
            <TextAreaField
              label={words.zoneCommunes}
              hint={words.zoneCommunesHint}
              name={`${props.name}-communes-${index}`}
              rows={3}
              value={zone()
                .insees.map((insee) => names().get(insee) ?? insee)
                .join(', ')}
              onInput={(written) =>
                setZone(index, { insees: readCommunes(written, props.communes).insees })
              }
            />
            <Button look="quiet" icon="close" onClick={() => remove(index)}>
              {text.editor.removeItem(words.zone(index + 1))}
            </Button>
          </fieldset>
        )}
      </Index>
      <div data-row-add={rows.id}>
        <Button look="quiet" onClick={add}>
          {words.addZone}
        </Button>
      </div>
      <RowsSaid rows={rows} />
      <For each={pairs()}>
        {(pair) => (
          <MoneyField
            label={
              pair.from === pair.to ? words.inside(pair.from) : words.between(pair.from, pair.to)
            }
            note={text.editor.optional}
            name={`${props.name}-${pair.from}-${pair.to}`}
            cents={priceOf(pair)}
            onChange={(cents) => setPrice(pair, cents)}
          />
        )}
      </For>
    </>
  );
}
