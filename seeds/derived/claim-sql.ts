// Pieces of SQL the fields of `claim-fields.ts` share. All of it is our own text: no value passes here.

import type { ClaimField } from '#domain/directory/precedence.ts';

export const PROVENANCE_COLUMNS = ['source_id', 'as_of', 'confirmed_on', 'confidence'] as const;

export const provenanceOf = (alias: string): string =>
  PROVENANCE_COLUMNS.map((column) => `${alias}.${column}`).join(', ');

/** Keeps the rows whose entry and field are being decided. */
export const touched = (field: ClaimField, entryId: string): string =>
  `join touched_claim t on t.entry_id = ${entryId} and t.field = '${field}'`;

/** Writes columns of the entry's own row, only where they change. */
export function writeDifferent(
  table: string,
  field: ClaimField,
  columns: Readonly<Record<string, string>>,
  when: 'when somebody speaks' | 'also when nobody speaks' = 'when somebody speaks',
): string {
  const names = Object.keys(columns);
  const set = names.map((column) => `${column} = ${columns[column]}`).join(', ');
  const differs = names
    .map((column) => `r.${column} is distinct from ${columns[column]}`)
    .join(' or ');
  return `update ${table} r set ${set} from decided_claim d
    where d.field = '${field}' and d.entry_id = r.id and (${differs})
      ${when === 'when somebody speaks' ? 'and d.value is not null' : ''}`;
}
