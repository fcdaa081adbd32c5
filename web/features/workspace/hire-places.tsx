// Where is the vehicle fetched and brought back? The counters of a hire.

import type { Offer } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { PlaceList } from './place-list.tsx';

type Counter = Offer['places'][number];

export type HirePlacesProps = {
  territoryCode: string | null;
  places: readonly Counter[];
  onChange: (places: readonly Counter[]) => void;
};

const MOST_ADDRESS = 200;

export function HirePlaces(props: HirePlacesProps) {
  const { text } = usePage();
  const words = text.editor.where.counters;
  return (
    <PlaceList<Counter>
      legend={words.legend}
      hint={words.hint}
      name="counter"
      territoryCode={props.territoryCode}
      places={props.places}
      make={({ name, point, insee, isCommune }) => ({
        name,
        address: isCommune || insee === null ? null : name,
        insee,
        point,
      })}
      // Its commune may no longer be the one it was.
      moved={(place, point) => ({ ...place, point, insee: null })}
      more={(place, name, set) => (
        <TextField
          label={words.address}
          note={text.editor.optional}
          name={`${name}-address`}
          maxLength={MOST_ADDRESS}
          value={place().address ?? ''}
          onInput={(address) =>
            set({ ...place(), address: address.trim() === '' ? null : address })
          }
        />
      )}
      onChange={props.onChange}
    />
  );
}
