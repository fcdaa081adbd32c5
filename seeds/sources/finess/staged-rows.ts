// The rows every layout of the register is read into, one table for all three kinds so that one pass
// over the file is one COPY.

import { KEY_TYPE } from '#db/columns.ts';
import type { CopyValue } from '#db/database.ts';
import type { PointPrecision } from '#domain/directory/directory.ts';
import { phonesOf } from '#domain/directory/phone.ts';

/** `point`: coordinates that came in rows of their own, by FINESS number. */
export type StagedKind = 'site' | 'legal' | 'point';

/** Null in every field means « not said ». */
export type StagedRow = {
  kind: StagedKind;
  /** Line of the file, or position in its list. */
  line: number;
  finess: string;
  legalFiness: string | null;
  name: string | null;
  categoryCode: string | null;
  categoryLabel: string | null;
  /** SIRET of a site, SIREN of a legal entity. */
  siret: string | null;
  statusCode: string | null;
  inService: boolean;
  openedOn: string | null;
  closedOn: string | null;
  street: string | null;
  complement: string | null;
  postcode: string | null;
  city: string | null;
  insee: string | null;
  departement: string | null;
  x: number | null;
  y: number | null;
  srid: number | null;
  precision: PointPrecision | null;
  banKey: string | null;
  /** JSON list of `Phone`. */
  phones: string | null;
  updatedOn: string | null;
};

const EMPTY: StagedRow = {
  kind: 'site',
  line: 0,
  finess: '',
  legalFiness: null,
  name: null,
  categoryCode: null,
  categoryLabel: null,
  siret: null,
  statusCode: null,
  inService: true,
  openedOn: null,
  closedOn: null,
  street: null,
  complement: null,
  postcode: null,
  city: null,
  insee: null,
  departement: null,
  x: null,
  y: null,
  srid: null,
  precision: null,
  banKey: null,
  phones: null,
  updatedOn: null,
};

const TYPES: Readonly<Record<keyof StagedRow, readonly [column: string, type: string]>> = {
  kind: ['kind', 'text'],
  line: ['line', 'integer'],
  finess: ['finess', KEY_TYPE],
  legalFiness: ['legal_finess', KEY_TYPE],
  name: ['name', 'text'],
  categoryCode: ['category_code', 'text'],
  categoryLabel: ['category_label', 'text'],
  siret: ['siret', KEY_TYPE],
  statusCode: ['status_code', 'text'],
  inService: ['in_service', 'boolean'],
  openedOn: ['opened_on', 'text'],
  closedOn: ['closed_on', 'text'],
  street: ['street', 'text'],
  complement: ['complement', 'text'],
  postcode: ['postcode', KEY_TYPE],
  city: ['city', 'text'],
  insee: ['insee', KEY_TYPE],
  departement: ['departement', KEY_TYPE],
  x: ['x', 'float8'],
  y: ['y', 'float8'],
  srid: ['srid', 'integer'],
  precision: ['precision', 'text'],
  banKey: ['ban_key', 'text'],
  phones: ['phones', 'jsonb'],
  updatedOn: ['updated_on', 'text'],
};

const KEYS = Object.keys(TYPES) as (keyof StagedRow)[];

export const STAGED_TYPES: readonly (readonly [column: string, type: string])[] = KEYS.map(
  (key) => TYPES[key],
);

export const STAGED_COLUMNS: readonly string[] = STAGED_TYPES.map(([column]) => column);

export function stagedRow(said: Partial<StagedRow> & Pick<StagedRow, 'kind' | 'line' | 'finess'>) {
  return { ...EMPTY, ...said };
}

/** In the order of `STAGED_COLUMNS`. */
export const stagedValues = (row: StagedRow): CopyValue[] => KEYS.map((key) => row[key]);

/** Every number of the texts given, as JSON; null: none. */
export function phonesJson(...texts: readonly string[]): string | null {
  const phones = texts.filter((text) => text !== '').flatMap((text) => phonesOf(text));
  const kept = phones.filter(({ dial }, at) => phones.findIndex((p) => p.dial === dial) === at);
  return kept.length === 0 ? null : JSON.stringify(kept);
}

/** '' → null. */
export const saidOrNull = (text: string): string | null => (text === '' ? null : text);

/** A day as `YYYY-MM-DD`, whatever hour follows; null for anything else. */
export function dayOrNull(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
}

export const FINESS_NUMBER = /^[0-9A-Z]{9}$/;
