// How do a million points fit in a few typed arrays, ready to be cut into tiles?
// About 25 bytes a point plus the UTF-8 text of its id and name.

import type { Category } from '#domain/directory/directory.ts';

/** One symbol of the map. `themes` are axes of the local health contract. */
export type TilePoint = {
  id: string;
  name: string;
  category: Category;
  needIds: readonly string[];
  themes?: readonly string[];
  lon: number;
  lat: number;
  demonstration: boolean;
};

/** Points in Morton order. `kinds`: category position, plus DEMONSTRATION_BIT. */
export type TileColumns = {
  size: number;
  x: Uint32Array;
  y: Uint32Array;
  kinds: Uint8Array;
  /** Bit of each need and theme; a point has `tagWords` words of 32 bits in `tags`. */
  tagBits: ReadonlyMap<string, number>;
  tagWords: number;
  tags: Uint32Array;
  /** Id then name of each point, in order; the id of i starts where the name of i - 1 ends. */
  text: Uint8Array;
  idEnds: Uint32Array;
  nameEnds: Uint32Array;
};

export const DEMONSTRATION_BIT = 0x80;

const decoder = new TextDecoder();

export const needTag = (needId: string): string => `need:${needId}`;
export const themeTag = (themeId: string): string => `theme:${themeId}`;

export const idStart = (columns: TileColumns, i: number): number =>
  i === 0 ? 0 : (columns.nameEnds[i - 1] ?? 0);

export const idBytes = (columns: TileColumns, i: number): Uint8Array =>
  columns.text.subarray(idStart(columns, i), columns.idEnds[i]);

export const nameBytes = (columns: TileColumns, i: number): Uint8Array =>
  columns.text.subarray(columns.idEnds[i], columns.nameEnds[i]);

export const idAt = (columns: TileColumns, i: number): string =>
  decoder.decode(idBytes(columns, i));

/** Bytes held by the arrays. */
export function columnBytes(columns: TileColumns): number {
  const { x, y, kinds, tags, text, idEnds, nameEnds } = columns;
  return [x, y, kinds, tags, text, idEnds, nameEnds].reduce((sum, a) => sum + a.byteLength, 0);
}

/** The points at `order`, in that order: sorts, and drops what is not listed. */
export function gatherColumns(columns: TileColumns, order: Uint32Array): TileColumns {
  const size = order.length;
  const { tagWords } = columns;
  const x = new Uint32Array(size);
  const y = new Uint32Array(size);
  const kinds = new Uint8Array(size);
  const tags = new Uint32Array(size * tagWords);
  const idEnds = new Uint32Array(size);
  const nameEnds = new Uint32Array(size);
  const text = new Uint8Array(textLengthOf(columns, order));
  let end = 0;
  for (let i = 0; i < size; i++) {
    const from = order[i] ?? 0;
    x[i] = columns.x[from] ?? 0;
    y[i] = columns.y[from] ?? 0;
    kinds[i] = columns.kinds[from] ?? 0;
    for (let word = 0; word < tagWords; word++) {
      tags[i * tagWords + word] = columns.tags[from * tagWords + word] ?? 0;
    }
    const start = idStart(columns, from);
    const idEnd = columns.idEnds[from] ?? 0;
    const nameEnd = columns.nameEnds[from] ?? 0;
    for (let byte = start; byte < nameEnd; byte++) {
      text[end + byte - start] = columns.text[byte] ?? 0;
    }
    idEnds[i] = end + idEnd - start;
    end += nameEnd - start;
    nameEnds[i] = end;
  }
  return { size, x, y, kinds, tagBits: columns.tagBits, tagWords, tags, text, idEnds, nameEnds };
}

function textLengthOf(columns: TileColumns, order: Uint32Array): number {
  let length = 0;
  for (const from of order) length += (columns.nameEnds[from] ?? 0) - idStart(columns, from);
  return length;
}
