// How is a row of `entry` read as one line of the directory?

import { type SQL, sql } from 'drizzle-orm';
import {
  ACCESSIBILITY_QUESTIONS,
  type EntrySummary,
  type HoursBlock,
} from '#domain/directory/directory.ts';

/**
 * An `EntrySummary` before what depends on the hour and on the person: opening, freshness, drive,
 * inside or outside the territory. `point` is the commune's when the precision says so.
 */
export type DirectoryRow = Omit<EntrySummary, 'opening' | 'freshness' | 'drive' | 'outside'> & {
  hours: readonly HoursBlock[];
};

/** Answers of `Accessibility` that are not known are not kept with each entry. */
const NOTHING_KNOWN = sql.raw(
  `'${JSON.stringify(Object.fromEntries(ACCESSIBILITY_QUESTIONS.map((each) => [each, 'unknown'])))}'::jsonb`,
);

/**
 * The entry called `e` in the statement as one JSON value, a `DirectoryRow`: the driver reads one text a
 * row, not one a column. `meters`: how far it is, or null.
 */
export const directoryRow = (meters: SQL): SQL => sql`json_build_object('id', e.id, 'kind', e.kind,
  'category', e.category, 'name', e.name, 'title', e.title, 'demonstration', e.demonstration,
  'placeName', e.place_name, 'address', json_build_object('street', e.street,
    'complement', e.complement, 'postcode', e.postcode, 'city', e.city),
  'insee', e.insee, 'communeName', e.commune_name,
  'point', json_build_array(st_x(e.point::geometry), st_y(e.point::geometry)),
  'pointPrecision', e.point_precision, 'phone', e.phone, 'hours', e.hours,
  'newPatients', e.new_patients, 'accessibility', ${NOTHING_KNOWN} || e.accessibility,
  'provenance', json_build_object('sourceId', e.source_id, 'asOf', e.as_of,
    'confirmedOn', e.confirmed_on, 'confidence', e.confidence),
  'crowMeters', ${meters})`;
