// What does one cell of a feed say: a text, a whole number, a day, a time? And what is wrong with it?

import { isDate } from '#domain/time.ts';

/** Why a row is refused. */
export class RowFault extends Error {
  readonly column: string | null;
  readonly value: string | null;

  constructor(column: string | null, value: string | null, reason: string) {
    super(reason);
    this.column = column;
    this.value = value;
  }
}

/** Cells of one row by column. An absent column reads as an empty cell; cells are trimmed. */
export type RowReader = {
  text: (column: string) => string;
  optional: (column: string) => string | null;
  /** `fallback` stands for an empty cell; without it an empty cell is a fault. */
  whole: (column: string, range: { from: number; to: number; fallback?: number }) => number;
  decimal: (column: string, range: { from: number; to: number }) => number | null;
  /** YYYYMMDD in the file, 'YYYY-MM-DD' here. */
  date: (column: string) => string;
  /** H:MM:SS, hours may pass 24; seconds of the service day. */
  time: (column: string) => number | null;
};

export function rowReader(
  columns: ReadonlyMap<string, number>,
  cells: readonly string[],
): RowReader {
  const optional = (column: string): string | null => {
    const index = columns.get(column);
    if (index === undefined) return null;
    return cells[index]?.trim() || null;
  };
  const text = (column: string): string => {
    const value = optional(column);
    if (value === null) throw new RowFault(column, null, 'valeur obligatoire absente');
    return value;
  };
  return {
    text,
    optional,
    whole: (column, { from, to, fallback }) => {
      const value = fallback === undefined ? text(column) : optional(column);
      if (value === null) return fallback ?? 0;
      const number = Number(value);
      if (!Number.isInteger(number) || number < from || number > to) {
        throw new RowFault(column, value, `nombre entier de ${from} à ${to} attendu`);
      }
      return number;
    },
    decimal: (column, { from, to }) => {
      const value = optional(column);
      if (value === null) return null;
      const number = Number(value);
      if (!Number.isFinite(number) || number < from || number > to) {
        throw new RowFault(column, value, `nombre de ${from} à ${to} attendu`);
      }
      return number;
    },
    date: (column) => {
      const value = text(column);
      const date = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
      if (value.length !== 8 || !isDate(date)) {
        throw new RowFault(column, value, 'date AAAAMMJJ attendue');
      }
      return date;
    },
    time: (column) => {
      const value = optional(column);
      if (value === null) return null;
      const parts = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(value);
      if (!parts) throw new RowFault(column, value, 'heure H:MM:SS attendue');
      return Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
    },
  };
}
