// One more stop of a line: one that is known already, an address, a commune, or a point of the map.

import { createSignal, onMount } from 'solid-js';
import type { LonLat } from '#domain/geo.ts';
import type { KnownStop } from '#domain/transport/known-stops.ts';
import type { Direction } from '#domain/transport/line-grid.ts';
import type { LineStop, LineTimetable } from '#domain/transport/offer-document.ts';
import { usePage } from '#web/lib/page-context.ts';
import { workspaceApi } from '#web/lib/workspace-api.ts';
import { DrawMap } from './draw-map.tsx';
import {
  freeStopId,
  matchingStops,
  type ProposedStop,
  proposedStops,
} from './known-stop-options.ts';
import { MapToggle } from './map-toggle.tsx';
import { PlacePicker } from './place-picker.tsx';

export type StopAddProps = {
  timetable: LineTimetable;
  direction: Direction;
  workspaceId: string;
  offerId: string;
  territoryCode: string | null;
  onStop: (stop: LineStop) => void;
  /** From the list: one goes on writing there. Pointed at on the map, one stays on the map. */
  onAdded: (name: string) => void;
};

export function StopAdd(props: StopAddProps) {
  const { text, api } = usePage();
  const words = text.editor.grid;
  const [others, setOthers] = createSignal<readonly KnownStop[]>([]);
  // Without network the stops of this line are still proposed.
  onMount(() => {
    api
      .get<readonly KnownStop[]>(`${workspaceApi(props.workspaceId)}/stops`)
      .then((stops) => setOthers(stops.filter(({ offerId }) => offerId !== props.offerId)))
      .catch(() => undefined);
  });
  const proposed = () => proposedStops(props.timetable, props.direction, others());
  const said = ({ from, line }: ProposedStop) =>
    from === 'line' ? words.stopOf(line) : words.stopFrom[from];
  const add = (stop: LineStop) => {
    props.onStop(stop);
    props.onAdded(stop.name);
  };
  const called = () => {
    const ids = new Set(props.timetable.directions[props.direction].stopIds);
    return props.timetable.stops.filter(({ id }) => ids.has(id));
  };
  return (
    <div class="editor-list">
      <PlacePicker
        label={words.addStop}
        hint={words.addStopHint}
        known={(query) =>
          matchingStops(proposed(), query).map((each) => ({
            value: each.stop.id,
            label: each.stop.name,
            detail: said(each),
            icon: 'coach' as const,
          }))
        }
        onKnown={(id) => {
          const found = proposed().find(({ stop }) => stop.id === id);
          if (found !== undefined) add(found.stop);
        }}
        onPlace={({ key, name, insee, point }) =>
          add({ id: freeStopId(props.timetable, key), name, insee, point })
        }
      />
      <MapToggle
        open={text.editor.where.points.map}
        close={text.editor.where.points.closeMap}
        territoryCode={props.territoryCode}
      >
        {(code) => (
          <DrawMap
            territoryCode={code}
            purpose="places"
            places={called().map(({ name, point }) => ({ name, point, role: 'change' }))}
            onPick={(point) => props.onStop(pickedStop(props.timetable, point, words.newStop))}
          />
        )}
      </MapToggle>
    </div>
  );
}

/** Under a name no other stop has: the rows of a spreadsheet are found by it. */
function pickedStop(
  timetable: LineTimetable,
  point: LonLat,
  nameOf: (number: number) => string,
): LineStop {
  const names = new Set(timetable.stops.map(({ name }) => name));
  let number = timetable.stops.length + 1;
  while (names.has(nameOf(number))) number += 1;
  return { id: freeStopId(timetable, `point-${number}`), name: nameOf(number), insee: null, point };
}
