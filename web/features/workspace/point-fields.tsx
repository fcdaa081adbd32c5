// Named places where people are picked up or driven to, and how far around each counts.

import type { NamedPoint } from '#domain/transport/offer.ts';
import { usePage } from '#web/lib/page-context.ts';
import { NumberField } from './number-field.tsx';
import { PlaceList } from './place-list.tsx';

export type PointFieldsProps = {
  legend: string;
  name: string;
  territoryCode: string | null;
  points: readonly NamedPoint[];
  onChange: (points: readonly NamedPoint[]) => void;
};

const MOST_METERS = 50_000;
/** A stop and the pavements around it; a commune is wider. */
const STOP_METERS = 150;
const COMMUNE_METERS = 1000;

export function PointFields(props: PointFieldsProps) {
  const { text } = usePage();
  const words = text.editor.where.points;
  return (
    <PlaceList<NamedPoint>
      legend={props.legend}
      name={props.name}
      territoryCode={props.territoryCode}
      places={props.points}
      make={({ name, point, isCommune }) => ({
        id: freeId(props.points),
        name,
        point,
        radiusMeters: isCommune ? COMMUNE_METERS : STOP_METERS,
      })}
      moved={(place, point) => ({ ...place, point })}
      more={(place, name, set) => (
        <NumberField
          label={words.radius}
          name={`${name}-radius`}
          min={10}
          max={MOST_METERS}
          value={Math.round(place().radiusMeters)}
          onChange={(radiusMeters) => radiusMeters !== null && set({ ...place(), radiusMeters })}
        />
      )}
      onChange={props.onChange}
    />
  );
}

function freeId(points: readonly NamedPoint[]): string {
  const taken = new Set(points.map(({ id }) => id));
  let number = points.length + 1;
  while (taken.has(`place-${number}`)) number += 1;
  return `place-${number}`;
}
