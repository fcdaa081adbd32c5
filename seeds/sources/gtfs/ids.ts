// Which identifiers has a table of a feed, each with the number it is known under?

import { ownText } from '#seeds/pipeline/own-text.ts';
import { RowFault, type RowReader } from '#seeds/sources/gtfs/row.ts';

/** Numbers from 0, in the order of the file. */
export type Ids = ReadonlyMap<string, number>;

/** Lets an identifier through the first time only. */
export function once(column: string): (id: string) => string {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) throw duplicate(column, id);
    seen.add(ownText(id));
    return id;
  };
}

/** Numbers an identifier; lets it through the first time only. */
export function register(ids: Map<string, number>, column: string, id: string): string {
  if (ids.has(id)) throw duplicate(column, id);
  const own = ownText(id);
  ids.set(own, ids.size);
  return own;
}

/** The number of the identifier a cell names. `file`: where it should stand. */
export function numberOf(row: RowReader, column: string, ids: Ids, file: string): number {
  const id = row.text(column);
  const number = ids.get(id);
  if (number !== undefined) return number;
  const reason = `identifiant absent de ${file}, ou refusé`;
  throw new RowFault('foreign_key_violation', column, id, reason);
}

export function duplicate(column: string, id: string): RowFault {
  return new RowFault('duplicate_key', column, id, 'identifiant déjà vu plus haut');
}
