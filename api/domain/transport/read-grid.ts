// What does a timetable pasted from a spreadsheet say: a stop a row, a trip a column?

import type { Direction } from '#domain/transport/line-grid.ts';
import type { LineTimetable, LineTrip } from '#domain/transport/offer-document.ts';

export type GridRead = {
  timetable: LineTimetable;
  /** Names in the first column that are no stop of the direction, as written. */
  unknownStops: readonly string[];
  /** Cells that are no hour: « Chalais, 3e course : 8h99 ». */
  unreadable: readonly { stop: string; trip: number; written: string }[];
};

const MINUTES_PER_DAY = 1440;
/** What spreadsheets and leaflets write where a trip does not call. */
const NO_CALL = new Set(['', '|', '-', '–', '—', '↓', '.', '...', '…', 'x']);

/**
 * Replaces the trips of the direction. Rows are found by the name of their stop, whatever their order;
 * a line of headings is passed over. Hours that go back past midnight are those of the next day.
 */
export function readGrid(timetable: LineTimetable, direction: Direction, text: string): GridRead {
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.split(row.includes('\t') ? '\t' : ';').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const { stopIds } = timetable.directions[direction];
  const names = stopIds.map((id) => keyOf(timetable.stops.find((stop) => stop.id === id)?.name));
  const unknownStops: string[] = [];
  const unreadable: GridRead['unreadable'][number][] = [];
  const columns = new Map<number, (number | null)[]>();
  const taken = new Set<number>();
  for (const [at, [name = '', ...cells]] of rows.entries()) {
    const rank = names.findIndex((known, place) => known === keyOf(name) && !taken.has(place));
    if (rank === -1) {
      const isHeading = at === 0 && cells.every((cell) => typeof readClock(cell) !== 'number');
      if (!isHeading) unknownStops.push(name);
      continue;
    }
    taken.add(rank);
    for (const [column, cell] of cells.entries()) {
      const minute = readClock(cell);
      if (minute === undefined) {
        unreadable.push({ stop: name, trip: column + 1, written: cell });
        continue;
      }
      const minutes = columns.get(column) ?? stopIds.map(() => null);
      minutes[rank] = minute;
      columns.set(column, minutes);
    }
  }
  const calendar = timetable.calendars[0]?.name ?? '';
  const others = timetable.trips.filter((trip) => trip.direction !== direction);
  const used = new Set(others.map(({ id }) => id));
  const trips: LineTrip[] = [];
  for (const [column, minutes] of [...columns].sort(([a], [b]) => a - b)) {
    if (minutes.every((minute) => minute === null)) continue;
    const id = freeId(used, direction, column + 1);
    used.add(id);
    trips.push({ id, direction, calendar, minutes: pastMidnight(minutes), note: null });
  }
  return {
    timetable: { ...timetable, trips: [...others, ...trips] },
    unknownStops,
    unreadable,
  };
}

/** « 8h05 », « 8:05 », « 08.05 », « 805 », « 25:10 » → minutes; null: no call; undefined: neither. */
export function readClock(written: string): number | null | undefined {
  const text = written.trim().toLowerCase();
  if (NO_CALL.has(text)) return null;
  const match =
    /^(\d{1,2})\s*[h:.]\s*(\d{2})(?::\d{2})?$/.exec(text) ??
    /^(\d{1,2})\s*h$/.exec(text) ??
    /^(\d{1,2})(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  return hours < 48 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** A trip that leaves at 23 h 50 calls next at 0 h 10: ten past midnight of its day. */
function pastMidnight(minutes: readonly (number | null)[]): (number | null)[] {
  let last: number | null = null;
  let days = 0;
  return minutes.map((minute) => {
    if (minute === null) return null;
    const isNextDay = last !== null && last % MINUTES_PER_DAY > 1080 && minute < 360;
    if (isNextDay && days === 0) days = 1;
    last = minute + days * MINUTES_PER_DAY;
    return last;
  });
}

function freeId(used: ReadonlySet<string>, direction: Direction, rank: number): string {
  const base = `${direction === 0 ? 'aller' : 'retour'}-${rank}`;
  let id = base;
  for (let copy = 2; used.has(id); copy += 1) id = `${base}-${copy}`;
  return id;
}

function keyOf(name: string | undefined): string {
  return (name ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
