// One directory entry as the seed tables describe it, before it becomes rows.

import type {
  Accessibility,
  Address,
  Category,
  ContactPoint,
  EntryKind,
  HoursBlock,
  NewPatients,
  PointPrecision,
} from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Assertion, Provenance } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';
import type { ThemeId } from '#seeds/demo/directory/themes.ts';

export type ServiceSeed = { needId: string | null; name: string; note: string | null };

export type EntrySeed = {
  id: string;
  kind: EntryKind;
  category: Category;
  name: string;
  title: string;
  demonstration: boolean;
  organizationName: string | null;
  /** Entries with the same key are at the same place. */
  placeKey: string | null;
  placeName: string | null;
  address: Address;
  insee: Insee;
  point: LonLat | null;
  pointPrecision: PointPrecision;
  contacts: readonly ContactPoint[];
  hours: readonly HoursBlock[];
  newPatients: NewPatients;
  accessibility: Accessibility;
  services: readonly ServiceSeed[];
  themes: readonly ThemeId[];
  /** Communes served, when the entry serves an area rather than whoever comes. */
  coverageInsees: readonly Insee[];
  finess: string | null;
  description: string | null;
  provenance: Provenance;
  assertions: readonly Assertion[];
};

export const UNKNOWN_ACCESSIBILITY: Accessibility = {
  stepFree: 'unknown',
  adaptedParking: 'unknown',
  adaptedToilet: 'unknown',
  hearingLoop: 'unknown',
  homeVisits: 'unknown',
};

/** What an entry says when nothing more is known. */
const BLANK = {
  demonstration: false,
  organizationName: null,
  placeKey: null,
  placeName: null,
  point: null,
  pointPrecision: 'commune',
  contacts: [],
  hours: [],
  newPatients: 'unknown',
  accessibility: UNKNOWN_ACCESSIBILITY,
  services: [],
  themes: [],
  coverageInsees: [],
  finess: null,
  description: null,
  assertions: [],
} as const satisfies Partial<EntrySeed>;

type KnownFields = Pick<
  EntrySeed,
  'id' | 'kind' | 'category' | 'name' | 'title' | 'address' | 'insee' | 'provenance'
>;

export function entrySeed(known: KnownFields & Partial<EntrySeed>): EntrySeed {
  return { ...BLANK, ...known };
}
