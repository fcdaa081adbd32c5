// What does one scanned line of a table say under its header, or why can it not be used?

import { AppError } from '#domain/error.ts';
import { fieldText } from '#seeds/pipeline/field-view.ts';
import type { Header } from '#seeds/pipeline/match-header.ts';
import type { DelimitedRow } from '#seeds/pipeline/read-delimited.ts';
import type { ScanFault, ScannedBlock, ScannedRow } from '#seeds/pipeline/scan-fields.ts';
import type { Reject } from '#seeds/pipeline/source.ts';

/** `ragged`: a row may stop early. */
type Place = { line: number; header: Header; ragged?: boolean | undefined };

/** Null: refused, and said so. */
export function rowOf(
  block: ScannedBlock,
  row: ScannedRow,
  place: Place,
  onFault: (reject: Reject) => void,
): DelimitedRow | null {
  const fault = faultOf(block, row, place);
  if (fault === null) return new Row(block, row, place.line, place.header);
  onFault({ line: place.line, column: null, value: rawRow(block, row), reason: fault });
  return null;
}

export function emptyFile(name: string): AppError {
  return new AppError('bad_import', `« ${name} », ligne 1 : le fichier est vide.`);
}

export function noRow(name: string): AppError {
  return new AppError('bad_import', `« ${name} » : aucune ligne après celle des colonnes.`);
}

class Row implements DelimitedRow {
  readonly line: number;
  readonly #block: ScannedBlock;
  readonly #first: number;
  readonly #count: number;
  readonly #positions: ReadonlyMap<string, number>;

  constructor(block: ScannedBlock, row: ScannedRow, line: number, { positions }: Header) {
    this.line = line;
    this.#block = block;
    this.#first = row.first;
    this.#count = row.count;
    this.#positions = positions;
  }

  get(name: string): string {
    const position = this.#positions.get(name);
    if (position === undefined || position >= this.#count) return '';
    return fieldText(this.#block, this.#first + 2 * position);
  }
}

const FAULTS: Readonly<Record<ScanFault, string>> = {
  nul: 'Caractère nul dans la ligne.',
  quote: 'Guillemet mal placé.',
  unclosed: 'Guillemet jamais fermé : la ligne est coupée.',
};

function faultOf(
  block: ScannedBlock,
  row: ScannedRow,
  { header: { width }, ragged = false }: Place,
): string | null {
  if (row.fault !== null) return FAULTS[row.fault];
  if (row.count < width && !ragged) {
    return `${row.count} champs, ${width} attendus : la ligne est coupée.`;
  }
  for (let extra = width; extra < row.count; extra++) {
    if (fieldText(block, row.first + 2 * extra) !== '') {
      return `${row.count} champs, ${width} attendus : un séparateur est de trop.`;
    }
  }
  return null;
}

export function isBlankRow(block: ScannedBlock, row: ScannedRow): boolean {
  return row.count === 1 && row.fault === null && fieldText(block, row.first) === '';
}

export function allFields(block: ScannedBlock, row: ScannedRow): string[] {
  return Array.from({ length: row.count }, (_, i) => fieldText(block, row.first + 2 * i));
}

const SHOWN_CHARACTERS = 120;

function rawRow({ text, bounds }: ScannedBlock, { first }: ScannedRow): string {
  const start = bounds[first] ?? 0;
  const line = text.slice(start, start + SHOWN_CHARACTERS).split('\n', 1)[0] ?? '';
  return line.replaceAll('\0', '').trim();
}
