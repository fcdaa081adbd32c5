// How is a row of `entry` read as one line of the directory?

import { type SQL, sql } from 'drizzle-orm';
import type { EntrySummary, HoursBlock } from '#domain/directory/directory.ts';

/**
 * An `EntrySummary` before what depends on the hour and on the person: opening, freshness, drive,
 * inside or outside the territory. `point` is the commune's when the precision says so.
 */
export type DirectoryRow = Omit<EntrySummary, 'opening' | 'freshness' | 'drive' | 'outside'> & {
  hours: readonly HoursBlock[];
};

/** What the columns below give; text as it comes from the driver. */
export type EntryRecord = {
  id: string;
  kind: DirectoryRow['kind'];
  category: DirectoryRow['category'];
  name: string;
  title: string;
  demonstration: boolean;
  place_name: string | null;
  street: string | null;
  complement: string | null;
  postcode: string | null;
  city: string;
  insee: string;
  commune_name: string;
  lon: number;
  lat: number;
  point_precision: DirectoryRow['pointPrecision'];
  phone: DirectoryRow['phone'];
  hours: readonly HoursBlock[];
  new_patients: DirectoryRow['newPatients'];
  accessibility: DirectoryRow['accessibility'];
  source_id: string;
  as_of: string | null;
  confirmed_on: string | null;
  confidence: DirectoryRow['provenance']['confidence'];
  crow_meters: number | null;
};

/** Of the entry called `e` in the statement; the statement adds `crow_meters`. */
export const entryColumns: SQL =
  sql.raw(`e.id, e.kind, e.category, e.name, e.title, e.demonstration,
  e.place_name, e.street, e.complement, e.postcode, e.city, e.insee, e.commune_name,
  st_x(e.point::geometry) as lon, st_y(e.point::geometry) as lat, e.point_precision, e.phone, e.hours,
  e.new_patients, e.accessibility, e.source_id, e.as_of, e.confirmed_on, e.confidence`);

export function toDirectoryRow(record: EntryRecord): DirectoryRow {
  return {
    id: record.id,
    kind: record.kind,
    category: record.category,
    name: record.name,
    title: record.title,
    demonstration: record.demonstration,
    placeName: record.place_name,
    address: {
      street: record.street,
      complement: record.complement,
      postcode: record.postcode,
      city: record.city,
    },
    insee: record.insee,
    communeName: record.commune_name,
    point: [record.lon, record.lat],
    pointPrecision: record.point_precision,
    phone: record.phone,
    hours: record.hours,
    newPatients: record.new_patients,
    accessibility: record.accessibility,
    provenance: {
      sourceId: record.source_id,
      asOf: record.as_of,
      confirmedOn: record.confirmed_on,
      confidence: record.confidence,
    },
    crowMeters: record.crow_meters,
  };
}
