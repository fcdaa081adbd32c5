// The partner directory: who can help, where, when, and what is known of each.

import type { DayHours, OpeningState } from '#domain/directory/opening-hours.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Assertion, Freshness, Provenance } from '#domain/provenance.ts';
import type { Insee } from '#domain/territory/territory.ts';

/** Drives the symbol on the map and the word beside it. */
export const CATEGORIES = [
  'gp',
  'specialist',
  'nurse',
  'physio',
  'dentist',
  'midwife',
  'paramedical',
  'pharmacy',
  'health_house',
  'health_centre',
  'hospital',
  'laboratory',
  'mental_health',
  'elderly',
  'home_care',
  'family',
  'rights',
  'social',
  'mobility',
  'institution',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** FHIR: practice = PractitionerRole, place = Location, organization = Organization. */
export type EntryKind = 'practice' | 'place' | 'organization';

/** What a resident asks for; `synonyms` are lay words. `id` is a French slug, used in addresses. */
export type Need = {
  id: string;
  group: NeedGroup;
  label: { fr: string; en: string };
  plain: { fr: string; en: string };
  synonyms: readonly string[];
  categories: readonly Category[];
};

export const NEED_GROUPS = [
  'doctor',
  'daily_care',
  'teeth_eyes',
  'women_children',
  'mind',
  'home',
  'rights',
  'hospital',
] as const;
export type NeedGroup = (typeof NEED_GROUPS)[number];

export type Answer = 'yes' | 'no' | 'unknown';

/** E.164 when it has one; short numbers (15, 116117, 3646) have none and are dialled as they are. */
export type Phone = {
  display: string;
  dial: string;
  kind: 'main' | 'appointment' | 'mobile' | 'fiction';
};

export type Address = {
  street: string | null;
  complement: string | null;
  postcode: string | null;
  city: string;
};

/** `commune`: the entry is somewhere in the commune; never drawn as if it were exact. */
export type PointPrecision = 'site' | 'address' | 'bourg' | 'commune';

export const ACCESSIBILITY_QUESTIONS = [
  'stepFree',
  'adaptedParking',
  'adaptedToilet',
  'hearingLoop',
  'homeVisits',
] as const;
export type Accessibility = Record<(typeof ACCESSIBILITY_QUESTIONS)[number], Answer>;

export const NEW_PATIENTS = [
  'newpt',
  'existptfam',
  'existptonly',
  'waiting_list',
  'nopt',
  'unknown',
] as const;
export type NewPatients = (typeof NEW_PATIENTS)[number];

/** One line of the list and one symbol on the map. */
export type EntrySummary = {
  id: string;
  kind: EntryKind;
  category: Category;
  name: string;
  /** What it is in plain French: « Médecin généraliste », « Maison de santé ». */
  title: string;
  demonstration: boolean;
  placeName: string | null;
  address: Address;
  insee: Insee;
  communeName: string;
  point: LonLat | null;
  pointPrecision: PointPrecision;
  phone: Phone | null;
  opening: OpeningState;
  newPatients: NewPatients;
  accessibility: Accessibility;
  provenance: Provenance;
  freshness: Freshness;
  /** As the crow flies from the search point; null without one. */
  crowMeters: number | null;
  /** Estimated car time and distance from the search point, always labelled an estimate. */
  drive: { minutes: number; meters: number } | null;
  /** True when the entry lies outside the territory of the search. */
  outside: boolean;
};

export type ContactPoint = {
  kind: 'phone' | 'email' | 'website' | 'booking';
  label: string | null;
  value: string;
  phone: Phone | null;
};

export type ServiceItem = {
  needId: string | null;
  name: string;
  note: string | null;
  provenance: Provenance;
};

export type Notice = {
  kind: 'closure' | 'hours' | 'message' | 'departure';
  startsOn: string;
  endsOn: string | null;
  text: string;
};

/** Everything known of one entry, with the origin of each field. */
export type EntryDetail = EntrySummary & {
  needIds: readonly string[];
  themes: readonly ClsTheme[];
  organizationName: string | null;
  contacts: readonly ContactPoint[];
  services: readonly ServiceItem[];
  hours: readonly HoursBlock[];
  notices: readonly Notice[];
  /** Professionals and services at the same place. */
  neighbours: readonly { id: string; name: string; title: string; demonstration: boolean }[];
  coverageInsees: readonly Insee[];
  finess: string | null;
  description: string | null;
  assertions: readonly Assertion[];
  /** Null: not known, or not a practice. */
  fees: Fees | null;
  /** The page of acceslibre that describes the building. */
  accessibilityUrl: string | null;
};

/** As the Assurance Maladie publishes it; no option: no commitment on excess fees. */
export type Fees = { sector: string | null; option: string | null; vitaleCard: Answer };

export type HoursBlock = {
  kind: 'public' | 'phone' | 'walk_in' | 'home_visit';
  /** Monday first, seven days; empty when closed that day. */
  week: readonly (readonly DayHours[])[];
  closedOnHolidays: boolean;
  byAppointment: boolean;
  note: string | null;
};

/** Axes and working groups of the local health contract, the guide's chapters. */
export type ClsTheme = { id: string; label: { fr: string; en: string } };

/** Answer of the directory search. `widened`: nothing within the asked radius, so it was enlarged. */
export type SearchAnswer = {
  entries: readonly EntrySummary[];
  total: number;
  radiusMeters: number;
  widened: boolean;
  nextCursor: string | null;
};

/** One line of « De quoi avez-vous besoin ? »: a need, or an entry found by its name. */
export type NeedSuggestion =
  | { kind: 'need'; id: string; label: { fr: string; en: string }; matchedText: string }
  | { kind: 'entry'; id: string; name: string; title: string; communeName: string };
