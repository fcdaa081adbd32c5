// The timetable of a line: its stops in order, its trips as columns, one direction at a time.

import { ScrollRegion } from '#web/ui/scroll-region.tsx';
import './timetable-fields.css';
import { createSignal, For, Index, Show } from 'solid-js';
import { checkTimetable } from '#domain/transport/check-timetable.ts';
import {
  addStop,
  addTrip,
  blankTimetable,
  type Direction,
  mirrorStops,
  moveStop,
  removeStop,
} from '#domain/transport/line-grid.ts';
import type { LineStop, LineTimetable } from '#domain/transport/offer-document.ts';
import { usePage } from '#web/lib/page-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Disclosure } from '#web/ui/disclosure.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { RadioGroup } from '#web/ui/radio-group.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { StepProps } from './editor-data.ts';
import { LineCalendars } from './line-calendars.tsx';
import { createListRows, RowsSaid } from './list-rows.tsx';
import { PasteGrid } from './paste-grid.tsx';
import { StopAdd } from './stop-add.tsx';
import { StopNames } from './stop-names.tsx';
import { TripColumn } from './trip-column.tsx';

const EVERY_WEEKDAY = {
  weekdays: [1, 2, 3, 4, 5],
  holidays: 'closed',
  school: 'any',
  nthOfMonth: null,
  startsOn: null,
  endsOn: null,
  exceptions: [],
} as const;

export function TimetableFields(props: StepProps) {
  const { text } = usePage();
  const words = text.editor.grid;
  const [direction, setDirection] = createSignal<Direction>(0);
  const timetable = () => props.draft.document().timetable;
  const put = (next: LineTimetable | null) =>
    props.draft.change((document) => ({ ...document, timetable: next }));
  const trips = (of: LineTimetable) => of.trips.filter((trip) => trip.direction === direction());
  const stopsOf = (of: LineTimetable): (LineStop | undefined)[] => {
    const byId = new Map(of.stops.map((stop) => [stop.id, stop]));
    return of.directions[direction()].stopIds.map((id) => byId.get(id));
  };
  const stops = createListRows();
  const columns = createListRows();
  const nameAt = (of: LineTimetable, rank: number) => stopsOf(of)[rank]?.name ?? '';
  /** The stop keeps the keyboard where it goes. */
  const move = (of: LineTimetable, rank: number, by: -1 | 1) => {
    const name = nameAt(of, rank);
    put(moveStop(of, direction(), rank, by));
    stops.moved(name, rank + by, by < 0 ? words.up(name) : words.down(name));
  };
  const warnings = () =>
    checkTimetable(props.draft.document()).filter(({ field }) => field.includes('.trips.'));
  return (
    <Show
      when={timetable()}
      fallback={
        <Button
          look="quiet"
          name="timetable-begin"
          onClick={() =>
            put(blankTimetable({ name: words.firstCalendar, calendar: EVERY_WEEKDAY }))
          }
        >
          {words.begin}
        </Button>
      }
    >
      {(line) => (
        <div class="timetable">
          <LineCalendars timetable={line()} onChange={put} />
          <RadioGroup
            legend={words.direction}
            name="direction"
            compact
            value={String(direction())}
            options={(['0', '1'] as const).map((value) => ({
              value,
              label: words.directions[value],
            }))}
            onChange={(value) => setDirection(value === '1' ? 1 : 0)}
          />
          <TextField
            label={words.headsign}
            hint={words.headsignHint}
            name="headsign"
            maxLength={80}
            value={line().directions[direction()].headsign}
            onInput={(headsign) => put(withHeadsign(line(), direction(), headsign))}
          />
          <ScrollRegion class="timetable-scroll" label={words.table}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.stop}</th>
                  <Index each={trips(line())}>
                    {(trip, index) => (
                      <TripColumn.Head
                        number={index + 1}
                        trip={trip()}
                        timetable={line()}
                        rows={columns}
                        rank={index}
                        onChange={put}
                      />
                    )}
                  </Index>
                </tr>
              </thead>
              <tbody>
                <Index each={stopsOf(line())}>
                  {(stop, rank) => (
                    <tr data-row={stops.id}>
                      <th scope="row">
                        <span>{stop()?.name ?? '?'}</span>
                        <span class="timetable-row-tools">
                          <Button
                            look="plain"
                            label={words.up(stop()?.name ?? '')}
                            disabled={rank === 0}
                            onClick={() => move(line(), rank, -1)}
                          >
                            ↑
                          </Button>
                          <Button
                            look="plain"
                            label={words.down(stop()?.name ?? '')}
                            disabled={rank === stopsOf(line()).length - 1}
                            onClick={() => move(line(), rank, 1)}
                          >
                            ↓
                          </Button>
                          <Button
                            look="plain"
                            name={`row-${direction()}-${rank}-remove`}
                            label={text.editor.removeItem(stop()?.name ?? '')}
                            onClick={() => {
                              const name = nameAt(line(), rank);
                              put(removeStop(line(), direction(), rank));
                              stops.removed(name, rank);
                            }}
                          >
                            ✕
                          </Button>
                        </span>
                      </th>
                      <Index each={trips(line())}>
                        {(trip, index) => (
                          <TripColumn.Cell
                            label={words.cell(stop()?.name ?? '', index + 1)}
                            trip={trip()}
                            rank={rank}
                            timetable={line()}
                            onChange={put}
                          />
                        )}
                      </Index>
                    </tr>
                  )}
                </Index>
              </tbody>
            </table>
          </ScrollRegion>
          <Show when={warnings().length > 0}>
            <Notice tone="warn" title={words.warnings}>
              <ul>
                <For each={warnings()}>
                  {(notice) => <li>{words.warning(notice.code, notice.values)}</li>}
                </For>
              </ul>
            </Notice>
          </Show>
          <div class="actions">
            <div data-row-add={columns.id}>
              <Button
                look="quiet"
                onClick={() => {
                  put(addTrip(line(), direction()));
                  columns.added(words.trip(trips(line()).length));
                }}
              >
                {words.addTrip}
              </Button>
            </div>
            <Show when={line().directions[direction() === 0 ? 1 : 0].stopIds.length > 0}>
              <Button
                look="quiet"
                onClick={() => put(mirrorStops(line(), direction() === 0 ? 1 : 0))}
              >
                {words.mirror}
              </Button>
            </Show>
          </div>
          <div data-row-add={stops.id}>
            <StopAdd
              timetable={line()}
              direction={direction()}
              offerId={props.data.offerId}
              workspaceId={props.data.workspaceId}
              territoryCode={props.draft.document().offer.territoryCodes[0] ?? null}
              onStop={(stop) => put(addStop(line(), direction(), stop))}
              onAdded={(name) => stops.filled(text.editor.rows.added(name))}
            />
          </div>
          <RowsSaid rows={stops} />
          <RowsSaid rows={columns} />
          <StopNames timetable={line()} onChange={put} />
          <Disclosure summary={words.paste}>
            <PasteGrid timetable={line()} direction={direction()} onChange={put} />
          </Disclosure>
        </div>
      )}
    </Show>
  );
}

function withHeadsign(timetable: LineTimetable, direction: Direction, headsign: string) {
  const directions = timetable.directions.map((each, at) =>
    at === direction ? { ...each, headsign } : each,
  ) as unknown as LineTimetable['directions'];
  return { ...timetable, directions };
}
