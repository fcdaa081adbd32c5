// From what was written of a transport to a change, or to the first thing that is missing.

import type { LineStop, TransportChange } from '#domain/access/scenario-change.ts';
import { distanceMeters } from '#domain/geo.ts';
import { driveMinutes } from '#domain/journey/road-estimate.ts';
import { parseMinute } from '#web/lib/format.ts';
import type { ShownDays, Stopover } from './scenario-days-shown.ts';

export type TransportKind = TransportChange['kind'];

export const TRANSPORT_KINDS = ['add_on_demand', 'add_line', 'retime_line'] as const;

/** As written. */
export type TransportDraft = {
  isWhole: boolean;
  zone: readonly string[];
  destinations: readonly string[];
  weekdays: readonly number[];
  from: string;
  to: string;
  wait: string;
  detour: string;
  booking: string;
  stops: readonly LineStop[];
  departures: string;
  returns: string;
  line: string;
  shift: string;
};

export const FIRST_TRANSPORT: TransportDraft = {
  isWhole: true,
  zone: [],
  destinations: [],
  weekdays: [2, 4],
  from: '08:00',
  to: '18:00',
  wait: '10',
  detour: '1.3',
  booking: '1',
  stops: [],
  departures: '',
  returns: '',
  line: '',
  shift: '',
};

export type TransportFault =
  | 'days_unknown'
  | 'zone'
  | 'destinations'
  | 'weekdays'
  | 'hours'
  | 'wait'
  | 'line'
  | 'shift'
  | 'lineStop'
  | 'lineMinutes'
  | 'lineStops'
  | 'departures'
  | 'returns';

type Composed = { change: TransportChange } | { fault: TransportFault };

const MOST_WAIT = 90;
const MOST_SHIFT = 240;
const MOST_BETWEEN_STOPS = 180;
/** A vehicle that stops on the way is slower than a car. */
const LINE_FACTOR = 1.2;

export function composeTransport(
  kind: TransportKind,
  draft: TransportDraft,
  days: ShownDays,
  id: string,
): Composed {
  if (days.state !== 'done') return { fault: 'days_unknown' };
  if (kind === 'add_on_demand') return composeOnDemand(draft, days, id);
  if (kind === 'add_line') return composeLine(draft, id);
  const shiftMinutes = wholeIn(draft.shift, -MOST_SHIFT, MOST_SHIFT);
  if (draft.line === '') return { fault: 'line' };
  if (shiftMinutes === null || shiftMinutes === 0) return { fault: 'shift' };
  if (draft.weekdays.length === 0) return { fault: 'weekdays' };
  return { change: { kind, line: draft.line, shiftMinutes, weekdays: draft.weekdays } };
}

function composeOnDemand(
  draft: TransportDraft,
  { homes }: Extract<ShownDays, { state: 'done' }>,
  id: string,
): Composed {
  const zone = draft.isWhole ? homes.map(({ insee }) => insee) : draft.zone;
  const [fromMinute, toMinute] = [parseMinute(draft.from), parseMinute(draft.to)];
  const waitMinutes = wholeIn(draft.wait, 0, MOST_WAIT);
  const { destinations, weekdays } = draft;
  if (zone.length === 0) return { fault: 'zone' };
  if (destinations.length === 0) return { fault: 'destinations' };
  if (weekdays.length === 0) return { fault: 'weekdays' };
  if (fromMinute === null || toMinute === null || toMinute <= fromMinute) return { fault: 'hours' };
  if (waitMinutes === null) return { fault: 'wait' };
  return {
    change: {
      kind: 'add_on_demand',
      ...{ id, zone, destinations, weekdays, fromMinute, toMinute, waitMinutes },
      durationFactor: Number(draft.detour),
      bookingDaysBefore: Number(draft.booking),
    },
  };
}

function composeLine(
  { stops, departures, returns, weekdays }: TransportDraft,
  id: string,
): Composed {
  const [there, back] = [readHours(departures), readHours(returns)];
  if (stops.length < 2) return { fault: 'lineStops' };
  if (there === null) return { fault: 'departures' };
  if (back === null) return { fault: 'returns' };
  if (weekdays.length === 0) return { fault: 'weekdays' };
  return {
    change: {
      kind: 'add_line',
      ...{ id, stops, weekdays, departures: there, returnDepartures: back },
    },
  };
}

/** After the last one; `written` empty: the time of the road, estimated. Null: no number of minutes. */
export function nextStop(
  stops: readonly LineStop[],
  { point }: Stopover,
  written: string,
): LineStop | null {
  const last = stops.at(-1);
  if (last === undefined) return { at: point, minutesFromFirst: 0 };
  const byRoad = Math.ceil(LINE_FACTOR * driveMinutes(distanceMeters(last.at, point) / 1000));
  const minutes = written.trim() === '' ? byRoad : wholeIn(written, 1, MOST_BETWEEN_STOPS);
  return minutes === null ? null : { at: point, minutesFromFirst: last.minutesFromFirst + minutes };
}

/** « 8:30, 12h15 », each once, in order. Null: none, or one that is no hour. */
export function readHours(written: string): number[] | null {
  const texts = written.split(/[,;\s]+/).filter((text) => text !== '');
  const minutes = texts.map((text) =>
    parseMinute(text.replace(/^(\d{1,2})h(\d{2})?$/i, '$1:$2').replace(/:$/, ':00')),
  );
  const known = minutes.filter((minute) => minute !== null);
  if (known.length === 0 || known.length < minutes.length) return null;
  return [...new Set(known)].toSorted((a, b) => a - b);
}

/** A comma or a point, a minus of any kind. */
function wholeIn(written: string, from: number, to: number): number | null {
  const text = written.trim().replace('−', '-').replace(',', '.');
  const value = Number(text);
  return text !== '' && Number.isInteger(value) && value >= from && value <= to ? value : null;
}
