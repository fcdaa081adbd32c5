// What the page of one entry knows.

import type { EntryDetail } from '#domain/directory/directory.ts';
import { freshnessOf } from '#domain/directory/freshness.ts';
import type { FactKind, Provenance } from '#domain/provenance.ts';
import type { PlaceKey } from '#domain/territory/territory.ts';
import type { KeptSearch } from '#web/lib/kept-search.ts';
import type { SourceNames } from '#web/lib/source-names.ts';

export type EntryData = {
  entry: EntryDetail;
  sources: SourceNames;
  coverage: readonly string[];
  from: { key: PlaceKey; name: string } | null;
  /** Kept from the search, for the form that looks for a way there. */
  travel: { mode: string; day: string; time: string; need: string | null; search: KeptSearch };
  /** Path of the results one comes from. */
  back: string | null;
};

/** One line of « D'où vient cette information ? ». */
export type FactOrigin = { field: string; provenance: Provenance; toConfirm: boolean };

const FACT_KINDS: Readonly<Record<string, FactKind>> = {
  address: 'address',
  point: 'address',
  phone: 'phone',
  contacts: 'phone',
  hours: 'hours',
  fees: 'price',
  newPatients: 'new_patients',
  new_patients: 'new_patients',
};

/** The whole entry first, then each field that has an origin of its own. */
export function factOrigins(entry: EntryDetail, today: string): FactOrigin[] {
  const whole = { field: 'identity', provenance: entry.provenance };
  const apart = entry.assertions.filter(
    ({ provenance }) =>
      provenance.sourceId !== entry.provenance.sourceId ||
      provenance.asOf !== entry.provenance.asOf ||
      provenance.confirmedOn !== entry.provenance.confirmedOn,
  );
  return [whole, ...apart].map(({ field, provenance }) => ({
    field,
    provenance,
    toConfirm: freshnessOf(provenance, factKindOf(field), today) === 'to_confirm',
  }));
}

/** The origin of one field: its own, else that of the whole entry. */
export function originOf(entry: EntryDetail, fields: readonly string[]): Provenance {
  return (
    entry.assertions.find((assertion) => fields.includes(assertion.field))?.provenance ??
    entry.provenance
  );
}

export function factKindOf(field: string): FactKind {
  return FACT_KINDS[field] ?? 'identity';
}

export function usedSourceIds(entry: EntryDetail): string[] {
  return [
    entry.provenance.sourceId,
    ...entry.assertions.map((assertion) => assertion.provenance.sourceId),
    ...entry.services.map((service) => service.provenance.sourceId),
  ];
}
