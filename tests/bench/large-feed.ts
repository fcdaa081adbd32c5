// A feed as large as a region's: a real network many times over, or an invented one where it is absent.

import { memoryFile } from '#seeds/pipeline/read-file.ts';
import { openFeedArchive } from '#seeds/sources/gtfs/archive.ts';

export type LargeFeed = { files: Record<string, string>; callCount: number; origin: string };

const COPIED = ['stops.txt', 'trips.txt', 'stop_times.txt'];
const SHARED = ['agency.txt', 'routes.txt', 'calendar.txt', 'calendar_dates.txt'];
/** What tells the copies of an identifier apart. */
const PREFIXED = new Set(['trip_id', 'stop_id', 'parent_station']);

/** `real`: the archive of a network whose stop_times are in order of trip. */
export async function largeFeed(real: Buffer | null, callCount: number): Promise<LargeFeed> {
  if (real === null) return invented(callCount);
  const names = [...COPIED, ...SHARED];
  const archive = await openFeedArchive(memoryFile('real.zip', real), names);
  const files: Record<string, string> = {};
  for (const name of names) {
    let text = '';
    for await (const piece of archive.read(name)) text += piece;
    if (text !== '') files[name] = text.replaceAll('\r', '').trimEnd();
  }
  archive.close();
  const copies = Math.ceil(callCount / (linesOf(files['stop_times.txt']).length - 1));
  for (const name of COPIED) files[name] = repeated(linesOf(files[name]), copies);
  const all = linesOf(files['stop_times.txt']);
  files['stop_times.txt'] = all.slice(0, callCount + 1).join('\n');
  return { files, callCount, origin: `a real network ${copies} times over` };
}

const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n');

function repeated([header = '', ...lines]: readonly string[], copies: number): string {
  const columns = header.replace(/^\uFEFF/, '').split(',');
  const prefixed = columns.flatMap((column, index) =>
    PREFIXED.has(column.replaceAll('"', '').trim()) ? [index] : [],
  );
  const copy = (line: string, number: number): string => {
    // Cells before the last identifier hold no comma in the networks this is meant for.
    const cells = line.split(',');
    for (const index of prefixed) {
      const cell = cells[index] ?? '';
      if (cell === '' || cell === '""') continue;
      cells[index] = cell.startsWith('"') ? `"${number}.${cell.slice(1)}` : `${number}.${cell}`;
    }
    return cells.join(',');
  };
  const rows = Array.from({ length: copies }, (_, number) =>
    lines.map((line) => copy(line, number)),
  );
  return [header, ...rows.flat()].join('\n');
}

const CALLS_PER_TRIP = 14;
const STOPS = 20_000;

function invented(callCount: number): LargeFeed {
  const tripCount = Math.ceil(callCount / CALLS_PER_TRIP);
  const clock = (seconds: number) =>
    [3600, 60, 1]
      .map((unit) =>
        String(Math.floor(seconds / unit) % (unit === 3600 ? 100 : 60)).padStart(2, '0'),
      )
      .join(':');
  const calls = Array.from({ length: callCount }, (_, row) => {
    const trip = Math.floor(row / CALLS_PER_TRIP);
    const sequence = row % CALLS_PER_TRIP;
    const time = clock(18_000 + (trip % 600) * 90 + sequence * 120);
    const stop = (trip * 7 + sequence) % STOPS;
    return `VehicleJourney:${trip},${time},${time},Quay:${stop},${sequence},0,0`;
  });
  const trips = Array.from(
    { length: tripCount },
    (_, trip) => `Line:${trip % 200},all,VehicleJourney:${trip}`,
  );
  const stops = Array.from(
    { length: STOPS },
    (_, stop) => `Quay:${stop},Arrêt ${stop},${45 + (stop % 200) / 200},${(stop % 173) / 200}`,
  );
  const routes = Array.from({ length: 200 }, (_, line) => `Line:${line},${line},3`);
  const table = (header: string, lines: readonly string[]) => [header, ...lines].join('\n');
  return {
    files: {
      'agency.txt': 'agency_name,agency_timezone\nRéseau inventé,Europe/Paris',
      'stops.txt': table('stop_id,stop_name,stop_lat,stop_lon', stops),
      'routes.txt': table('route_id,route_short_name,route_type', routes),
      'trips.txt': table('route_id,service_id,trip_id', trips),
      'stop_times.txt': table(
        'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type',
        calls,
      ),
      'calendar.txt': `service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
all,1,1,1,1,1,1,1,20260101,20261231`,
    },
    callCount,
    origin: 'an invented network',
  };
}
