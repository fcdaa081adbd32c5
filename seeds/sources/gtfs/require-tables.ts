// Which tables make a feed, and is enough of them there to be a timetable?

import { AppError } from '#domain/error.ts';

/** Tables read; a feed may hold others (fares, shapes, levels, pathways…), which are left aside by name. */
export const GTFS_FILES = [
  'agency.txt',
  'stops.txt',
  'routes.txt',
  'trips.txt',
  'stop_times.txt',
  'calendar.txt',
  'calendar_dates.txt',
  'frequencies.txt',
  'transfers.txt',
  'feed_info.txt',
] as const;

const MANDATORY = ['agency.txt', 'stops.txt', 'routes.txt', 'trips.txt', 'stop_times.txt'];

/** Throws `bad_import` naming what is missing. */
export function requireTables(
  names: readonly string[],
  mandatory: readonly string[] = MANDATORY,
): void {
  const missing = mandatory.filter((name) => !names.includes(name));
  const codes = missing.length > 0 ? ['missing_required_file'] : [];
  if (!names.includes('calendar.txt') && !names.includes('calendar_dates.txt')) {
    missing.push('calendar.txt ou calendar_dates.txt');
    codes.push('missing_calendar_and_calendar_date_files');
  }
  if (missing.length === 0) return;
  throw new AppError(
    'bad_import',
    `GTFS incomplet : il manque ${missing.join(', ')}. Fichiers trouvés : ${names.join(', ') || 'aucun'} [${codes.join(', ')}].`,
  );
}
