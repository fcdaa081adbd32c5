// Who and where a building is, checked, whichever file it comes from.

import type { Accessibility, Category } from '#domain/directory/directory.ts';
import type { LonLat } from '#domain/geo.ts';
import type { Fault } from '#seeds/sources/acceslibre/read-point.ts';

export type AcceslibreRow = {
  key: string;
  name: string;
  activity: string | null;
  category: Category | null;
  siret: string | null;
  finess: string | null;
  street: string | null;
  postcode: string;
  city: string;
  insee: string | null;
  point: LonLat | null;
  answers: Partial<Accessibility>;
};

type Given = Omit<AcceslibreRow, 'activity' | 'siret' | 'finess' | 'street' | 'insee'> &
  Record<'activity' | 'siret' | 'finess' | 'number' | 'street' | 'insee', string>;

const PATTERNS = [
  ['key', 'id', /^[0-9a-zA-Z-]{1,64}$/, 'Identifiant attendu.'],
  ['name', 'name', /./, 'Nom attendu.'],
  ['postcode', 'postal_code', /^\d{5}$/, 'Code postal attendu : cinq chiffres.'],
  ['siret', 'siret', /^(?:\d{14})?$/, 'SIRET attendu : quatorze chiffres.'],
  ['insee', 'code_insee', /^(?:\d[\dAB]\d{3})?$/, 'Code Insee attendu : cinq caractères.'],
  ['finess', 'finess', /^(?:\d[\dAB]\d{7})?$/, 'Numéro FINESS attendu : neuf caractères.'],
] as const;

export function mapIdentity(given: Given): AcceslibreRow | Fault {
  for (const [ours, column, pattern, reason] of PATTERNS) {
    const value = given[ours];
    if (!pattern.test(value)) return { column, value: value === '' ? null : value, reason };
  }
  const { number, ...row } = given;
  const orNull = (text: string): string | null => (text === '' ? null : text);
  return {
    ...row,
    activity: orNull(given.activity),
    siret: orNull(given.siret),
    finess: orNull(given.finess),
    street: given.street === '' ? null : `${number} ${given.street}`.trim(),
    insee: orNull(given.insee),
  };
}
